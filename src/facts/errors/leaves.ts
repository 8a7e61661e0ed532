import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { normaliseKey } from '../identity/subjects.js';

/** One combination of everything a send says that errors may have in common; empty where it says nothing. */
export type Leaf = {
  leaf: number;
  system: string;
  communication: string;
  channel: string;
  lob: string;
  locale: string;
  template: string;
  version: string;
  vendor: string;
  sends: number;
};

const dimensions = `system_id AS system, coalesce(communication_id, '') AS communication, channel, lob,
  coalesce(locale, '') AS locale, coalesce(template_id, '') AS template,
  coalesce(template_version, '') AS version, coalesce(vendor, '') AS vendor`;
const names = 'system, communication, channel, lob, locale, template, version, vendor';

/** `std_sends` with the number of its leaf, as a relation. */
export const sendsWithLeaf = `(
  SELECT l.leaf, s.* FROM (SELECT ${dimensions}, message_key, system_id, key_type, subject_key, ${rowCode('std_sends')} AS code
                           FROM std_sends) s JOIN work_error_leaves l USING (${names}))`;

/** Creates `work_error_leaves` and reads it: every leaf with its messages. */
export async function createLeaves(store: Query): Promise<Leaf[]> {
  await store.run(`
    CREATE TABLE work_error_leaves AS
    SELECT row_number() OVER (ORDER BY ${names}) - 1 AS leaf, *
    FROM (SELECT ${dimensions}, count(*) AS sends FROM std_sends GROUP BY ${names})`);
  return store.all<Leaf>(`SELECT leaf, ${names}, sends FROM work_error_leaves ORDER BY leaf`);
}

/**
 * Creates `work_error_rows`: one row per classified report, with the leaf of its message when that is known, else with
 * what the report states itself.
 */
export async function createErrorRows(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_error_rows AS
    WITH reports AS (
    WITH sent AS (
      SELECT *, row_number() OVER (PARTITION BY message_key ORDER BY code) AS place FROM ${sendsWithLeaf}
      WHERE message_key IN (SELECT message_key FROM std_error_reports))
    SELECT r.error_class, s.leaf,
           coalesce(s.communication, r.communication_id) AS communication, coalesce(s.channel, r.channel) AS channel,
           CASE WHEN s.leaf IS NOT NULL THEN 'class:' || r.error_class
                WHEN r.communication_id IS NOT NULL AND r.channel IS NOT NULL
                  THEN 'comm:' || r.communication_id || '/' || r.channel
                WHEN r.system_id IS NOT NULL THEN 'system:' || r.system_id
                ELSE 'class:' || r.error_class END AS stated,
           coalesce(s.system_id, r.system_id, '') AS person_system,
           coalesce(s.key_type, r.key_type, '') AS person_key_type,
           coalesce(s.subject_key, r.subject_key) AS person_key,
           coalesce(r.detected_by = 'customer', false) AS by_customer, r.reported_at, ${rowCode('r')} AS code
    FROM std_error_reports r LEFT JOIN sent s ON s.message_key = r.message_key AND s.place = 1
    WHERE r.error_class IS NOT NULL)
    SELECT r.*, w.person_id
    FROM reports r LEFT JOIN work_persons w
      ON w.system_id = r.person_system AND w.key_type = r.person_key_type
     AND w.subject_key = ${normaliseKey('r.person_key_type', 'r.person_key')}`);
}
