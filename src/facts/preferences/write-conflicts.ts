import { fromMs, sortedList } from '../../store/dialect.js';
import type { Query, Row } from '../../store/store.js';
import { readDays } from '../clocks.js';
import { readFiles, renderEvidence, sourceOf, toCode } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { createInSlices } from './in-slices.js';

/** `work_presence(person_id, system_id)`: which systems know a person. */
export const createPresence = (store: Query): Promise<void> =>
  store.run('CREATE TABLE work_presence AS SELECT DISTINCT person_id, system_id FROM work_persons');

/**
 * `work_system_sets`: persons by the exact set of systems that know them. Pairs of systems are then counted without a join
 * of persons, and so are the silos of the scorecard.
 */
const systemSets = {
  table: 'work_system_sets',
  part: (within: string) => `
    WITH sets AS (
      SELECT ${sortedList('system_id')} AS systems FROM work_presence WHERE ${within} GROUP BY person_id)
    SELECT systems, count(*) AS persons FROM sets GROUP BY systems`,
  whole: (parts: string) =>
    `SELECT systems, CAST(sum(persons) AS BIGINT) AS persons FROM ${parts} GROUP BY systems`,
};

const denominators = `
  CREATE TABLE work_both AS
  WITH members AS (SELECT systems, persons, unnest(systems) AS system_id FROM work_system_sets)
  SELECT p.from_system_id, p.to_system_id, CAST(sum(m.persons) AS BIGINT) AS persons
  FROM (SELECT DISTINCT from_system_id, to_system_id FROM work_pairs) p
  JOIN members m ON m.system_id = p.from_system_id AND list_contains(m.systems, p.to_system_id)
  GROUP BY p.from_system_id, p.to_system_id;
  CREATE TABLE work_volumes AS
  SELECT system_id, channel, CAST(sum(messages) AS BIGINT) AS messages FROM work_routes GROUP BY system_id, channel
  UNION ALL SELECT system_id, '*', CAST(sum(messages) AS BIGINT) FROM work_routes GROUP BY system_id`;

const mostSources = 2 ** 20;

/** The five persons a group is shown by, both records of each. */
const shown = `
  CREATE TABLE work_shown AS
  WITH counted AS (
    SELECT p.group_id, c.cause, c.awareness, c.confidence,
           min({'held': coalesce(c.held_code, -1), 'code': c.code}, 5) AS places,
           count(*) AS persons, sum(c.cells) AS cells, sum(c.messages) AS messages, sum(c.cost) AS cost,
           min(c.since * ${mostSources} + ${sourceOf('c.code')}) AS first, max(c.latest) AS last_at, max(c.elapsed) AS elapsed
    FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
    GROUP BY p.group_id, c.cause, c.awareness, c.confidence)
  SELECT g.class, g.from_system_id, g.to_system_id, g.field, g.choice, g.held, g.path, c.*
  FROM counted c
  JOIN (SELECT DISTINCT group_id, class, from_system_id, to_system_id, field, choice, held, path FROM work_pairs) g
    ON g.group_id = c.group_id`;

const channel = `CASE WHEN s.field = 'preference.delivery' THEN CASE WHEN s.choice = 'electronic' THEN 'post' ELSE 'email' END
  WHEN s.field = 'contact.email' THEN 'email' WHEN s.field = 'contact.phone' THEN 'sms' WHEN s.field = 'contact.postal_address' THEN 'post'
  WHEN s.field = 'preference.consent' THEN '*' ELSE replace(s.field, 'preference.consent.', '') END`;

const rows = `
  SELECT s.class, s.from_system_id, s.to_system_id, s.field, s.cause, s.awareness, s.confidence, s.choice, s.held,
         s.path, s.places, s.persons, b.persons AS persons_of, s.cells, s.messages,
         coalesce(v.messages, 0) AS messages_of, s.cost, s.first // ${mostSources} AS first_ms,
         s.first % ${mostSources} AS first_source,
         ${fromMs('s.last_at')} AS last_at, CAST(s.elapsed // 86400000 AS BIGINT) AS days_max
  FROM work_shown s
  JOIN work_both b ON b.from_system_id = s.from_system_id AND b.to_system_id = s.to_system_id
  LEFT JOIN work_volumes v ON v.system_id = s.to_system_id AND v.channel = ${channel}
  ORDER BY s.class, s.from_system_id, s.to_system_id, s.field, s.cause, s.awareness, s.confidence, s.choice, s.held, s.path`;

interface Shown extends Row {
  readonly places: string;
  readonly first_ms: number;
  readonly first_source: number;
}

/** Codes of both records of each place; -1 where there is no other record. */
const codesOf = (places: string): number[] =>
  (JSON.parse(places) as { held: string; code: string }[])
    .flatMap(({ held, code }) => [Number(held), Number(code)])
    .filter((code) => code >= 0);

/** `fact_preference_conflicts` of `work_conflicts`. */
export async function writeConflicts(store: Query): Promise<void> {
  await createInSlices(store, systemSets);
  for (const sql of [denominators, shown]) await store.run(sql);
  const files = await readFiles(store);
  const dayOf = await readDays(store);
  const facts = (await store.all<Shown>(rows)).map(({ places, first_ms, first_source, ...row }) => ({
    ...row,
    first_day: dayOf([toCode(first_source, 0)], first_ms),
    evidence: renderEvidence(codesOf(places), files),
  }));
  await writeFact(store, 'fact_preference_conflicts', facts);
  await store.run('DROP TABLE work_shown; DROP TABLE work_both; DROP TABLE work_volumes');
}
