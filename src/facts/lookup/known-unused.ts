import { rowOf, sourceOf } from '../evidence.js';
import { type Lookup, streamAffected } from './affected.js';

/** The messages of `comm:<communication or type>/<channel>` sent as if nobody knew one of `settings.knowledge`. */
export const knownUnused: Lookup = (store, subject, settings) => {
  const [, communication, channel] = /^comm:(.*)\/([^/]*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    `SELECT u.person_id, s.system_id, s.key_type, s.subject_key, u.code
     FROM work_known_unused u
     JOIN std_sends s ON s._source = ${sourceOf('u.code')} AND s._row = ${rowOf('u.code')}
     WHERE u.communication = $communication AND u.channel = $channel
       AND list_contains(string_split($knowledge, '|'), u.knowledge)`,
    { communication: communication ?? '', channel: channel ?? '', knowledge: settings.knowledge ?? '' },
  );
};
