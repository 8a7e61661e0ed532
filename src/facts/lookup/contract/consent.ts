import type { Query, Row } from '../../../store/store.js';
import { findPerson } from '../../identity/subjects.js';

/** Persons who said something about a purpose on a channel, and how many of them may be written to. */
export interface Consent extends Row {
  readonly purpose: string;
  readonly channel: string;
  readonly persons: number;
  readonly of: number;
}

/**
 * By person, purpose and channel the latest of what was said in any system; of equal times the refusal. What was set
 * without anybody saying so counts behind what was said, and is no yes.
 */
export const readConsent = (store: Query): Promise<Consent[]> =>
  store.all<Consent>(`
    WITH said AS (
      SELECT w.person_id, split_part(p.comm_type, '/', 1) AS purpose, p.channel, p.value,
             coalesce(p.strength, '') NOT IN ('default', 'inferred') AS asked,
             coalesce(p.valid_from, p.recorded_at, p.observed_at) AS said_at
      FROM std_preferences p ${findPerson('p')}
      WHERE p.kind = 'consent' AND p.value IN ('opt_in', 'opt_out')),
    latest AS (
      SELECT said.*, row_number() OVER (
               PARTITION BY person_id, purpose, channel
               ORDER BY asked DESC, said_at DESC NULLS LAST, value DESC) AS place
      FROM said)
    SELECT purpose, channel, count(*) FILTER (WHERE value = 'opt_in' AND asked) AS persons, count(*) AS "of"
    FROM latest WHERE place = 1 GROUP BY purpose, channel ORDER BY purpose, channel`);
