import { boolean, integer, text } from '../../model/column.js';
import { toMs } from '../../store/dialect.js';
import { createTable } from '../../store/schema.js';
import { type Query, quoteText, type Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { judgePair, type Pair, surroundingsOf } from './pairs.js';

/** State conflicts in the form of carried and violations. Time runs from when the choice was surely made. */
const opposites = (asOf: string): string => `
  SELECT person_id, class, from_system_id, to_system_id, field, carrier, choice, held, CAST(NULL AS VARCHAR) AS comm_type,
         since, held_at, by_others, latest,
         greatest(${toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`)} - sure_since, 0) AS elapsed,
         sureness, cells, 0 AS messages, CAST(NULL AS DECIMAL(18,4)) AS cost, false AS knew, code, held_code
  FROM work_opposites`;

const columns = (carrier: string): string => `
  person_id, class, from_system_id, to_system_id, field, ${carrier} AS carrier, choice, held, comm_type, since, held_at,
  by_others, latest, elapsed, sureness, cells, messages, cost, knew, code, held_code`;

/** Conflicts that most ecosystems cannot have, for want of data that would show them. */
export interface Further {
  readonly hasUnshared: boolean;
  readonly hasOutdated: boolean;
}

const claims = (asOf: string, { hasUnshared, hasOutdated }: Further): string => `(
  ${opposites(asOf)}
  ${hasUnshared ? `UNION ALL SELECT ${columns('carrier')} FROM work_unshared` : ''}
  UNION ALL SELECT ${columns('field')} FROM work_inside
  UNION ALL SELECT ${columns('field')} FROM work_carried
  ${hasOutdated ? `UNION ALL SELECT ${columns('field')} FROM work_outdated` : ''}
  UNION ALL SELECT ${columns('field')} FROM work_expired
  UNION ALL SELECT ${columns('field')} FROM work_violations)`;

const pair = 'class, from_system_id, to_system_id, field, carrier, choice, held, comm_type';
const samePair = pair
  .split(', ')
  .map((column) => `p.${column} IS NOT DISTINCT FROM r.${column}`)
  .join(' AND ');

/** What the inventory says about the way between two systems. */
const wayColumns = {
  narrow: boolean('offered for less'),
  writable: boolean('changed at the receiver'),
  reach: boolean('some way'),
  back: boolean('a way back'),
  carried: boolean('a way with the field'),
  mapped_wrong: boolean('transforms give the value held'),
  key_gap: boolean('no key'),
  latency_ms: integer('quickest way'),
  agreed_ms: integer('agreed time'),
};

const pairColumns = {
  class: text('class'),
  from_system_id: text('giver'),
  to_system_id: text('receiver'),
  field: text('field'),
  carrier: text('field by which the way is judged'),
  choice: text('winning value'),
  held: text('value held'),
  comm_type: text('purpose of the choice'),
  ...wayColumns,
  path: text('systems'),
};

/** The same of today, where the inventory is that of a future. */
const formerColumns = Object.fromEntries(
  Object.entries(wayColumns).map(([name, column]) => [`was_${name}`, column]),
);

const formerOf = (judged: Row): Row =>
  Object.fromEntries(Object.keys(wayColumns).map((name) => [`was_${name}`, judged[name] ?? null]));

/** Numbers: of the pair, of its demand in order of the demand's name, and of what is shown as one group. */
const numbered = `
  CREATE TABLE work_pairs AS
  SELECT CAST(row_number() OVER (ORDER BY ${pair}) AS INTEGER) AS pair_id, j.*,
         CAST(dense_rank() OVER (ORDER BY demand) AS INTEGER) AS demand_id,
         CAST(dense_rank() OVER (ORDER BY class, from_system_id, to_system_id, field, choice, held, path) AS INTEGER)
           AS group_id
  FROM (SELECT *, class || ' ' || from_system_id || '>' || to_system_id || '/' || field AS demand FROM work_judged) j;
  DROP TABLE work_judged`;

async function createPairs(store: Query, context: FactContext, further: Further): Promise<void> {
  const pairs = await store.all<Pair>(
    `SELECT DISTINCT ${pair} FROM ${claims(context.asOf, further)} r ORDER BY ${pair}`,
  );
  const around = surroundingsOf(context);
  const before = context.before && surroundingsOf(context.before);
  const columns = { ...pairColumns, ...(before && formerColumns) };
  const names = Object.keys(columns);
  const rows = pairs.map((one) => {
    const judged = { ...judgePair(one, around), ...(before && formerOf(judgePair(one, before))) };
    return names.map((name) => judged[name] ?? null);
  });
  await store.run(createTable('work_judged', columns));
  await store.insert('work_judged', names, rows);
  await store.run(numbered);
}

/**
 * The decision tree, first match wins. Without any flow in the inventory nothing can be said about ways, and the cause
 * stays empty, as it does for a sender that knew.
 */
const cause = (knownFlows: boolean, when: '' | 'was_' = ''): string => `
  CASE WHEN r.knew THEN NULL
       WHEN p.${when}narrow THEN 'scope_too_narrow'
       WHEN p.${when}writable AND r.by_others AND r.held_at > r.since THEN 'conflicting_master'
       ${knownFlows ? '' : 'WHEN true THEN NULL'}
       WHEN NOT p.${when}reach THEN CASE WHEN p.${when}back THEN 'one_way' ELSE 'no_flow' END
       WHEN NOT p.${when}carried THEN 'field_not_mapped'
       WHEN p.${when}mapped_wrong THEN 'mapping_wrong'
       WHEN p.${when}key_gap THEN 'identity_gap'
       WHEN r.elapsed < p.${when}latency_ms
         THEN CASE WHEN p.${when}latency_ms <= p.${when}agreed_ms THEN 'in_flight' ELSE 'too_slow' END
       ELSE 'lost' END`;

/**
 * Something in the inventory kept the choice from arriving, and in the future nothing does: it is there, or on its way in
 * time. A message that left before the choice could be there stays a violation.
 */
const delivered = (knownFlows: boolean): string => `
  coalesce(${cause(knownFlows, 'was_')} NOT IN ('in_flight', 'lost')
    AND (${cause(knownFlows)} = 'lost' OR (p.class <> 'violation' AND ${cause(knownFlows)} = 'in_flight')), false)`;

const awareness = `
  CASE WHEN p.class <> 'violation' THEN NULL WHEN r.knew THEN 'knew'
       WHEN p.carried AND p.latency_ms <= r.elapsed THEN 'could_have_known' ELSE 'could_not_know' END`;

const sureness = `CASE r.sureness WHEN 2 THEN 'certain' WHEN 1 THEN 'likely' ELSE 'possible' END`;

/** A person is in one demand once: of several cells the widest disagreement stands for all. */
const conflicts = (asOf: string, knownFlows: boolean, further: Further, isFuture: boolean): string => `
  CREATE TABLE work_conflicts AS
  WITH claimed AS (
    SELECT r.*, p.pair_id, row_number() OVER (PARTITION BY r.person_id, p.demand_id
             ORDER BY r.cells DESC, p.choice, r.code) AS n
    FROM (SELECT * FROM ${claims(asOf, further)} r) r JOIN work_pairs p ON ${samePair}
    ${isFuture ? `WHERE NOT ${delivered(knownFlows)}` : ''})
  SELECT r.person_id, r.pair_id, ${cause(knownFlows)} AS cause, ${awareness} AS awareness, ${sureness} AS confidence,
         r.since, r.latest, r.elapsed, r.cells, r.messages, r.cost, r.code, r.held_code
  FROM claimed r JOIN work_pairs p ON p.pair_id = r.pair_id WHERE r.n = 1`;

/**
 * Where no way is declared: how many hold the opposite of what was chosen, and how many of them got it within the agreed
 * time after the choice; a day may have begun before it.
 */
const turns = `
  CREATE TABLE work_turned AS
  SELECT p.from_system_id, p.to_system_id, p.carrier AS field, count(*) AS opposed,
         count(*) FILTER (WHERE r.held_at BETWEEN r.since - 86400000 AND r.since + p.agreed_ms) AS soon
  FROM (SELECT *, CAST(NULL AS VARCHAR) AS comm_type FROM work_opposites WHERE class = 'hard' AND NOT by_others) r
  JOIN work_pairs p ON ${samePair}
  WHERE NOT p.carried GROUP BY p.from_system_id, p.to_system_id, p.carrier`;

/**
 * `work_conflicts(person_id, pair_id, cause, awareness, confidence, since, latest, elapsed, cells, messages, cost, code,
 * held_code)`: one row a person and pair of systems; and `work_pairs(pair_id, class, from_system_id, to_system_id, field,
 * choice, held, path, demand_id, demand, group_id, …)`: what the rows are about, once each.
 */
export async function createConflicts(store: Query, context: FactContext, further: Further): Promise<void> {
  await createPairs(store, context, further);
  const [flows] = await store.all('SELECT count(*) AS n FROM std_flows');
  await store.run(`${conflicts(context.asOf, Number(flows!.n) > 0, further, context.before !== undefined)};
    ${turns};
    DROP TABLE work_opposites; DROP TABLE IF EXISTS work_unshared; DROP TABLE work_inside; DROP TABLE work_expired; DROP TABLE work_carried; DROP TABLE IF EXISTS work_outdated; DROP TABLE work_violations`);
}
