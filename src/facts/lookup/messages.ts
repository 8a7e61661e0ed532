import { rowCode } from '../evidence.js';
import { joinPerson, type Lookup, streamAffected } from './affected.js';

const sends = (condition: string): string => `
  SELECT w.person_id, s.system_id, s.key_type, s.subject_key, ${rowCode('s')} AS code
  FROM std_sends s ${joinPerson('s')} WHERE ${condition}`;

/** The sends of `system:<id>/<channel>` that ended bounced, failed, expired or returned. */
export const failures: Lookup = (store, subject) => {
  const [, system, channel] = /^system:(.*)\/([^/]*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    sends(`s.system_id = $system AND s.channel = $channel AND s.message_key IN (
      SELECT message_key FROM std_delivery_events WHERE type IN ('bounced', 'failed', 'expired', 'returned'))`),
    { system: system ?? '', channel: channel ?? '' },
  );
};

/** The sends whose outcome must come back over `pair:s>t/outcome.x`. */
export const outcomes: Lookup = (store, subject) => {
  const [, system, outcome] = /^pair:(.*?)>.*\/outcome\.(.*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    sends(`s.message_key IN (
      SELECT message_key FROM std_delivery_events
      WHERE type = $outcome AND channel IN (SELECT channel FROM std_channels WHERE system_id = $system))`),
    { system: system ?? '', outcome: outcome ?? '' },
  );
};
