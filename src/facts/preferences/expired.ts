import type { Query } from '../../store/store.js';

/** Milliseconds after which a consent is too old, by channel; `*` for the rest. Without an entry only records say so. */
export type Validity = ReadonlyMap<string, number>;

/** When a yes ends by its age; NULL when age does not end it. */
function endOf(at: string, channel: string, validity: Validity): string {
  const cases = [...validity].filter(([name]) => name !== '*');
  const rest = validity.get('*');
  const otherwise = rest === undefined ? 'CAST(NULL AS BIGINT)' : `${at} + ${rest}`;
  if (cases.length === 0) return otherwise;
  const each = cases.map(([name, ms]) => `WHEN '${name}' THEN ${at} + ${ms}`).join(' ');
  return `CASE ${channel} ${each} ELSE ${otherwise} END`;
}

/** Scopes of a yes by the targets it covers; its age counts by the channel of the message. */
const yesForms = `
  JOIN work_choice_forms f ON f.form_id = c.form_id AND f.kind = 'consent' AND NOT f.deny AND f.tier > 0
  JOIN work_covers k ON k.scope_id = f.scope_id
  JOIN work_targets t ON t.target_id = k.target_id`;

/** Every yes that ended before as-of, by target. */
const lapsed = (validity: Validity): string => `
  CREATE TABLE work_lapsed AS
  SELECT c.person_id, k.target_id, c.point, f.system_id, c.at_ms, c.sureness, c.code,
         least(c.until_ms, ${endOf('c.at_ms', 't.channel', validity)}) AS until_ms
  FROM ${validity.size > 0 ? 'work_ever_rows' : 'work_past_rows'} c ${yesForms}
  WHERE f.timed OR c.until_ms IS NOT NULL`;

/** Communications that rest on consent, as far as the inventory says on what they rest. */
const onConsent = `
  SELECT r.route_id, r.system_id, r.target_id, r.channel FROM work_send_routes r
  LEFT JOIN std_communications m ON m.communication_id = r.communication_id
  WHERE r.target_id IS NOT NULL AND coalesce(m.legal_basis, 'consent') = 'consent'`;

/** Messages after the end of a yes that covers them, with the yes that ended last. */
const late = `
  CREATE TABLE work_late AS
  SELECT * FROM (
    SELECT s.code AS send, s.person_id, r.system_id, r.channel, r.target_id, s.point, s.at_ms, s.unit_cost, s.certain,
           l.system_id AS from_system_id, l.until_ms, l.sureness, l.code,
           row_number() OVER (PARTITION BY s.code ORDER BY l.until_ms DESC, l.system_id, l.code) AS n
    FROM work_send_rows s JOIN (${onConsent}) r ON r.route_id = s.route_id
    JOIN work_lapsed l ON l.person_id = s.person_id AND l.target_id = r.target_id AND l.until_ms < s.at_ms
     AND (l.point IS NULL OR l.point = s.point)) r
  WHERE n = 1`;

/** Messages of these that another yes still carried, or that a no forbade, which is another finding. */
const excused = (validity: Validity): string => `
  CREATE TABLE work_excused AS
  SELECT DISTINCT s.send FROM work_late s
  JOIN work_covers k ON k.target_id = s.target_id
  JOIN work_choice_forms f ON f.scope_id = k.scope_id AND f.kind = 'consent' AND f.tier > 0
  JOIN work_ever_rows c ON c.person_id = s.person_id AND c.form_id = f.form_id AND (c.point IS NULL OR c.point = s.point)
  WHERE c.at_ms <= s.at_ms AND coalesce(c.until_ms > s.at_ms, true)
    AND (f.deny OR coalesce(${endOf('c.at_ms', 's.channel', validity)} > s.at_ms, true))`;

const expired = `
  CREATE TABLE work_expired AS
  SELECT s.person_id, 'expired' AS class, s.from_system_id, s.system_id AS to_system_id,
         'preference.consent.' || s.channel AS field, 'opt_in' AS choice, CAST(NULL AS VARCHAR) AS held,
         CAST(NULL AS VARCHAR) AS comm_type, min(s.until_ms) AS since, CAST(NULL AS BIGINT) AS held_at,
         false AS by_others, max(s.at_ms) AS latest, max(s.at_ms - s.until_ms) AS elapsed,
         least(min(s.sureness), CASE WHEN bool_and(s.certain) THEN 2 ELSE 1 END) AS sureness,
         count(DISTINCT s.target_id) AS cells, count(*) AS messages, sum(s.unit_cost) AS cost, true AS knew,
         min(s.code) AS code, min(s.send) AS held_code
  FROM work_late s LEFT JOIN work_excused e ON e.send = s.send
  WHERE e.send IS NULL
  GROUP BY s.person_id, s.from_system_id, s.system_id, s.channel`;

/**
 * `work_expired`: persons to whom a system sent on a consent that had ended, by its record (`valid_to`) or by the age
 * that unsilo.yaml allows, when no other yes carried the message any more.
 */
export async function createExpired(store: Query, validity: Validity): Promise<void> {
  for (const sql of [lapsed(validity), late, excused(validity), expired]) await store.run(sql);
  await store.run('DROP TABLE work_lapsed; DROP TABLE work_late; DROP TABLE work_excused');
}
