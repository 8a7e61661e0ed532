import { rowOf, sourceOf } from '../evidence.js';
import { type Lookup, streamAffected } from './affected.js';

/** Sends `s` with the places of a work_ table `r`. */
const withSend = (table: string): string => `
  SELECT r.person_id, s.system_id, s.key_type, s.subject_key, r.code
  FROM ${table} r JOIN std_sends s ON s._source = ${sourceOf('r.code')} AND s._row = ${rowOf('r.code')}`;

const read = (pattern: RegExp, subject: string): string[] => pattern.exec(subject)?.slice(1) ?? [];

/** The messages of `system:<id>/<channel>` to addresses known to be dead. */
export const deadAddresses: Lookup = (store, subject) => {
  const [system, channel] = read(/^system:(.*)\/([^/]*)$/, subject);
  return streamAffected(
    store,
    `${withSend('work_dead_repeats')} WHERE r.system_id = $system AND r.channel = $channel`,
    { system: system ?? '', channel: channel ?? '' },
  );
};

/** The repeated messages of `comm:<communication or type>/<channel>` within `settings.window` seconds. */
export const repeats: Lookup = (store, subject, settings) => {
  const [communication, channel] = read(/^comm:(.*)\/([^/]*)$/, subject);
  return streamAffected(
    store,
    `${withSend('work_repeats')} WHERE coalesce(r.communication_id, r.comm_type) = $communication
       AND r.channel = $channel AND r.gap_s <= CAST($window AS BIGINT)`,
    { communication: communication ?? '', channel: channel ?? '', window: settings.window ?? '86400' },
  );
};

/** The fullest months of `purpose:<root>` with more than `settings.max_per_month` messages. */
export const pressure: Lookup = (store, subject, settings) =>
  streamAffected(
    store,
    `${withSend('work_peak_sends')} WHERE 'purpose:' || r.purpose = $subject
       AND r.messages > CAST($most AS BIGINT)`,
    { subject, most: settings.max_per_month ?? '0' },
  );
