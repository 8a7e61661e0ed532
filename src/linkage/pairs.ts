import type { Query } from '../store/store.js';
import type { Rule } from './choose-blocks.js';
import { type Field, levelsIn, selectPatterns } from './fields.js';
import type { Compared } from './types.js';

/** How pairs agree, and how many do so; levels by field, 0 is unknown. */
export interface Pattern {
  readonly pattern: number;
  readonly levels: Uint8Array;
  readonly count: number;
}

const toPatterns = (rows: readonly { pattern: number; n: number }[], fields: readonly Field[]): Pattern[] =>
  rows.map(({ pattern, n }) => ({ pattern, levels: levelsIn(pattern, fields.length), count: n }));

const across = (compare: Compared): string => (compare === 'across' ? 'AND l.source <> r.source' : '');

/** `work_link_compared(a, b, pattern)`: every pair that agrees in the keys of a rule, once, and how it agrees. */
export async function comparePairs(
  store: Query,
  fields: readonly Field[],
  rules: readonly Rule[],
  compare: Compared,
): Promise<void> {
  await store.run('CREATE OR REPLACE TABLE work_link_compared (a INTEGER, b INTEGER, pattern BIGINT)');
  for (const i of rules.keys()) {
    const found = rules.slice(0, i).map((_, j) => `AND coalesce(l.b${j} <> r.b${j}, true)`);
    const from = `work_link_records l JOIN work_link_records r
      ON l.b${i} = r.b${i} AND l.record < r.record ${across(compare)} WHERE true ${found.join(' ')}`;
    await store.run(
      `INSERT INTO work_link_compared ${selectPatterns(fields, ['l.record AS a', 'r.record AS b'], from)}`,
    );
  }
}

export const readPatterns = async (store: Query, fields: readonly Field[]): Promise<Pattern[]> =>
  toPatterns(
    await store.all(
      'SELECT pattern, count(*) AS n FROM work_link_compared GROUP BY pattern ORDER BY pattern',
    ),
    fields,
  );

const randomPairs = 200_000;

/**
 * How pairs agree that were taken without looking: each record with some at fixed distances in the order of places.
 * Counted in a statement of its own: in one with the comparison the engine compares ten times.
 */
export async function readRandom(
  store: Query,
  fields: readonly Field[],
  records: number,
  compare: Compared,
): Promise<Pattern[]> {
  const first = Math.min(records, randomPairs);
  const shifts = Math.max(1, Math.min(Math.floor((records - 1) / 2), Math.ceil(randomPairs / first)));
  const step = Math.max(1, Math.floor(records / 2 / shifts));
  await store.run(`
    CREATE OR REPLACE TABLE work_link_drawn AS
    SELECT place AS a, (place + 1 + ${step} * s.range) % ${records} AS b
    FROM work_link_records, range(${shifts}) s WHERE place < ${first}`);
  const pairs = `work_link_drawn d JOIN work_link_records l ON l.place = d.a
    JOIN work_link_records r ON r.place = d.b WHERE l.record <> r.record ${across(compare)}`;
  await store.run(
    `CREATE OR REPLACE TABLE work_link_random AS ${selectPatterns(fields, [], pairs)}; DROP TABLE work_link_drawn`,
  );
  const rows = await store.all<{ pattern: number; n: number }>(
    'SELECT pattern, count(*) AS n FROM work_link_random GROUP BY pattern ORDER BY pattern',
  );
  await store.run('DROP TABLE work_link_random');
  return toPatterns(rows, fields);
}

/** Share of pairs of records that state the same value, of those that both state one. */
export interface Equal {
  readonly equal: number;
  readonly known: number;
}

const twos = (n: string): string => `CAST(${n} AS HUGEINT) * (${n} - 1) // 2`;

function equalOf({ name }: Field, i: number, compare: Compared): string {
  const stated = `FROM work_link_records WHERE ${name} IS NOT NULL`;
  const all = `SELECT sum(${twos('n')}) AS equal, ${twos('sum(n)')} AS known FROM (SELECT count(*) AS n ${stated} GROUP BY ${name}) c`;
  if (compare === 'all') return `SELECT ${i} AS field, * FROM (${all}) e`;
  const own = `SELECT sum(${twos('n')}) AS equal FROM (SELECT count(*) AS n ${stated} GROUP BY source, ${name}) c`;
  const within = `SELECT sum(${twos('n')}) AS known FROM (SELECT count(*) AS n ${stated} GROUP BY source) c`;
  return `SELECT ${i} AS field, a.equal - o.equal AS equal, a.known - w.known AS known
    FROM (${all}) a, (${own}) o, (${within}) w`;
}

/** Pairs with the same value among all pairs, by field. */
export async function readEqual(store: Query, fields: readonly Field[], compare: Compared): Promise<Equal[]> {
  const parts = fields.map((field, i) => equalOf(field, i, compare));
  const rows = await store.all(
    `SELECT field, coalesce(equal, 0) AS equal, coalesce(known, 0) AS known FROM (${parts.join(' UNION ALL ')}) p ORDER BY field`,
  );
  return rows.map(({ equal, known }) => ({ equal: Number(equal), known: Number(known) }));
}
