import { type Lookup, streamAffected } from './affected.js';

/** Everybody of whom no system holds anything about the channel of `system:<id>/<channel>`. */
export const uncaptured: Lookup = (store, subject) => {
  const [, system, channel] = /^system:(.*)\/([^/]*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    `SELECT u.person_id, w.system_id, w.key_type, w.subject_key, u.code
     FROM work_uncaptured u JOIN work_persons w ON w.person_id = u.person_id AND w.system_id = u.system_id
     WHERE u.system_id = $system AND u.channel = $channel`,
    { system: system ?? '', channel: channel ?? '' },
  );
};
