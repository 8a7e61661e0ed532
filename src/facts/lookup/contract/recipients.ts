import type { Query, Row } from '../../../store/store.js';
import { findPerson } from '../../identity/subjects.js';

/** Persons who got a communication over a channel, by the language they read; as tagged in the records. */
export interface Recipients extends Row {
  readonly communication_id: string;
  readonly channel: string;
  /** Empty where no record tells. */
  readonly tag: string;
  readonly persons: number;
}

/**
 * Counts recipients by what their own records say they read; the language a message was sent in stands for them only
 * where no record says, or where it is one of several they read. Every person counts once per communication and channel.
 */
export const readRecipients = (store: Query): Promise<Recipients[]> =>
  store.all<Recipients>(`
    WITH spoken AS (
      SELECT w.person_id, c.language AS tag FROM std_customers c ${findPerson('c')}
      WHERE c.language IS NOT NULL AND c.closed_at IS NULL GROUP BY w.person_id, c.language),
    speakers AS (SELECT person_id, min(tag) AS tag FROM spoken GROUP BY person_id),
    received AS (
      SELECT s.communication_id, s.channel, w.person_id, min(s.locale) AS locale
      FROM std_sends s ${findPerson('s')}
      WHERE s.communication_id IS NOT NULL GROUP BY s.communication_id, s.channel, w.person_id),
    read AS (
      SELECT r.communication_id, r.channel, coalesce(o.tag, k.tag, r.locale, '') AS tag
      FROM received r LEFT JOIN speakers k ON k.person_id = r.person_id
      LEFT JOIN spoken o ON o.person_id = r.person_id AND o.tag = r.locale)
    SELECT communication_id, channel, tag, count(*) AS persons FROM read
    GROUP BY communication_id, channel, tag ORDER BY communication_id, channel, tag`);
