import { fromMs } from '../../store/dialect.js';
import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';

const group = `class, from_system_id, to_system_id, field, cause, awareness, confidence, choice, held, path`;

/** `work_presence(person_id, system_id)`: which systems know a person. */
export const createPresence = (store: Query): Promise<void> =>
  store.run('CREATE TABLE work_presence AS SELECT DISTINCT person_id, system_id FROM work_persons');

const denominators = `
  CREATE TABLE work_both AS
  SELECT p.from_system_id, p.to_system_id, count(*) AS persons
  FROM (SELECT DISTINCT from_system_id, to_system_id FROM work_conflicts) p
  JOIN work_presence a ON a.system_id = p.from_system_id
  JOIN work_presence b ON b.system_id = p.to_system_id AND b.person_id = a.person_id
  GROUP BY p.from_system_id, p.to_system_id;
  CREATE TABLE work_volumes AS
  SELECT system_id, channel, CAST(sum(messages) AS BIGINT) AS messages FROM work_routes GROUP BY system_id, channel`;

/** The five persons a group is shown by: both records of each. */
const shown = `
  CREATE TABLE work_shown AS
  SELECT ${group}, min(code, 10) FILTER (WHERE n <= 5) AS codes, min(held_code, 10) FILTER (WHERE n <= 5) AS held_codes,
         count(*) AS persons, sum(cells) AS cells, sum(messages) AS messages, sum(cost) AS cost,
         min(since) AS first_at, max(latest) AS last_at, max(elapsed) AS elapsed
  FROM (SELECT *, row_number() OVER (PARTITION BY ${group} ORDER BY held_code, code, person_id) AS n
        FROM work_conflicts) c
  GROUP BY ${group}`;

const channel = `CASE WHEN s.class = 'not_carried_over' THEN CASE WHEN s.choice = 'electronic' THEN 'post' ELSE 'email' END
  ELSE replace(s.field, 'preference.consent.', '') END`;

const rows = `
  SELECT s.class, s.from_system_id, s.to_system_id, s.field, s.cause, s.awareness, s.confidence, s.choice, s.held,
         s.path, s.codes, s.held_codes, s.persons, b.persons AS persons_of, s.cells, s.messages,
         coalesce(v.messages, 0) AS messages_of, s.cost, ${fromMs('s.first_at')} AS first_at,
         ${fromMs('s.last_at')} AS last_at, CAST(s.elapsed // 86400000 AS BIGINT) AS days_max
  FROM work_shown s
  JOIN work_both b ON b.from_system_id = s.from_system_id AND b.to_system_id = s.to_system_id
  LEFT JOIN work_volumes v ON v.system_id = s.to_system_id AND v.channel = ${channel}
  ORDER BY s.class, s.from_system_id, s.to_system_id, s.field, s.cause, s.awareness, s.confidence, s.choice, s.held, s.path`;

/** `fact_preference_conflicts` of `work_conflicts`. */
export async function writeConflicts(store: Query): Promise<void> {
  for (const sql of [denominators, shown]) await store.run(sql);
  const files = await readFiles(store);
  const facts = (await store.all<Row & { codes: string; held_codes: string }>(rows)).map((row) => ({
    ...row,
    evidence: renderEvidence([...parseCodes(row.codes), ...parseCodes(row.held_codes)], files),
  }));
  await writeFact(store, 'fact_preference_conflicts', facts);
  await store.run('DROP TABLE work_shown; DROP TABLE work_both; DROP TABLE work_volumes');
}
