import { rowCode } from '../evidence.js';
import { sameOutcome } from '../feedback/outcomes.js';
import { findPerson } from '../identity/subjects.js';
import { type Lookup, streamAffected } from './affected.js';

const sends = (condition: string): string => `
  SELECT w.person_id, s.system_id, s.key_type, s.subject_key, ${rowCode('s')} AS code
  FROM std_sends s ${findPerson('s')} WHERE ${condition}`;

/** The sends of `system:<id>/<channel>` that ended bounced, failed, expired or returned. */
export const failures: Lookup = (store, subject) => {
  const [, system, channel] = /^system:(.*)\/([^/]*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    sends(`s.system_id = $system AND s.channel = $channel AND s.message_key IN (
      SELECT message_key FROM work_failures)`),
    { system: system ?? '', channel: channel ?? '' },
  );
};

/** The events whose outcome must come back over `pair:s>t/outcome.x`, and the customers they are about. */
export const outcomes: Lookup = (store, subject) => {
  const [, from, to, outcome] = /^pair:(.*?)>(.*?)\/(.*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    `SELECT o.person_id, o.sender AS system_id, o.key_type, o.subject_key, o.code
     FROM work_outcome_groups g JOIN work_outcomes o ON ${sameOutcome}
     WHERE g.outcome = $outcome AND g.from_system_id = $from AND g.to_system_id = $to`,
    { from: from ?? '', to: to ?? '', outcome: outcome ?? '' },
  );
};
