import type { Query } from '../store/store.js';
import { type Field, personalIn } from './fields.js';
import { type Parameters, weightsOf } from './model.js';
import type { Pattern } from './pairs.js';
import { UnionFind } from './union-find.js';

/** Thousandths of a bit. */
const fine = (bits: number): number => Math.round(bits * 1000);

/** Pairs below are forgotten before frequencies are looked at. */
const hopeless = -12;
/** Pairs from here on are taken for one person when frequencies are counted, so that a person counts once. */
const clear = 10;
/** What is kept in the end: 1 %. */
const least = Math.log2(0.01 / 0.99);

/** More than any pair weighs. */
const anything = 1000;

/**
 * `work_link_hopes(a, b, pattern, weight, most)`: pairs worth a second look; the weight is without frequencies, with which
 * it must not exceed `most`.
 */
async function createHopes(
  store: Query,
  fields: readonly Field[],
  patterns: readonly Pattern[],
  parameters: Parameters,
  homes: number,
): Promise<void> {
  const weigh = weightsOf(fields, parameters);
  const rows = patterns.map(({ pattern, levels }) => {
    const most = personalIn(fields, levels) === 'differs' ? Math.min(homes, anything) : anything;
    return { pattern, weight: Math.min(weigh(levels), most), most };
  });
  await store.run('CREATE OR REPLACE TABLE work_link_weights (pattern BIGINT, weight INTEGER, most INTEGER)');
  await store.append(
    'work_link_weights',
    ['pattern', 'weight', 'most'],
    rows
      .filter(({ weight }) => weight > hopeless)
      .map(({ pattern, weight, most }) => [pattern, fine(weight), fine(most)]),
  );
  await store.run(`
    CREATE OR REPLACE TABLE work_link_hopes AS
    SELECT c.a, c.b, c.pattern, w.weight, w.most FROM work_link_compared c JOIN work_link_weights w ON w.pattern = c.pattern;
    DROP TABLE work_link_weights; DROP TABLE work_link_compared`);
}

/** `work_link_likely(record, other)`: records that are surely the person of a record with a smaller number. */
async function createLikely(store: Query, largest: number): Promise<void> {
  const groups = new UnionFind(largest + 1);
  const touched = new Set<number>();
  const pairs = store.stream<{ a: number; b: number }>(
    `SELECT a, b FROM work_link_hopes WHERE weight >= ${fine(clear)} ORDER BY a, b`,
  );
  for await (const rows of pairs)
    for (const { a, b } of rows) {
      groups.union(a, b);
      touched.add(a).add(b);
    }
  const same = [...touched].map((record) => [record, groups.find(record)] as const);
  await store.run('CREATE OR REPLACE TABLE work_link_likely (record INTEGER, other INTEGER)');
  await store.append(
    'work_link_likely',
    ['record', 'other'],
    same.filter(([record, other]) => record !== other).sort(([a], [b]) => a - b),
  );
}

const byFrequency = (fields: readonly Field[]): [Field, number][] =>
  fields
    .map((field, i): [Field, number] => [field, i])
    .filter(([field]) => field.comparison.tests[0]!.byFrequency);

/**
 * `work_link_values(field, value, holders, total)`: how many persons hold a value that occurs more than once, of how
 * many that state the field. Records that are surely one person count once.
 */
async function createValues(store: Query, fields: readonly Field[]): Promise<void> {
  const counts = byFrequency(fields).map(
    ([{ name }, i]) => `
    SELECT ${i} AS field, f.value, f.n - coalesce(d.n, 0) AS holders,
           (SELECT count(${name}) FROM work_link_records) - (SELECT coalesce(sum(n), 0) FROM twice WHERE field = ${i}) AS total
    FROM (SELECT ${name} AS value, count(*) AS n FROM work_link_records WHERE ${name} IS NOT NULL
          GROUP BY ${name} HAVING count(*) > 1) f
    LEFT JOIN twice d ON d.field = ${i} AND d.value = f.value`,
  );
  const twice = byFrequency(fields).map(
    ([{ name }, i]) => `
    SELECT ${i} AS field, value, sum(n) - count(*) AS n
    FROM (SELECT value, person, count(*) AS n FROM (
      SELECT r.${name} AS value, l.person FROM grouped l JOIN work_link_records r ON r.record = l.record
      WHERE r.${name} IS NOT NULL) v GROUP BY value, person HAVING count(*) > 1) g GROUP BY value`,
  );
  await store.run(`
    CREATE OR REPLACE TABLE work_link_values AS
    WITH grouped AS MATERIALIZED (
      SELECT record, other AS person FROM work_link_likely
      UNION ALL SELECT DISTINCT other, other FROM work_link_likely),
    twice AS MATERIALIZED (${twice.join(' UNION ALL ')})
    ${counts.join(' UNION ALL ')};
    DROP TABLE work_link_likely`);
}

/** SQL of the bits that a field's value adds for being rarer than usual; 0 unless both sides have the same. */
export function frequencyOf(fields: readonly Field[], i: number, { u }: Parameters): string {
  const equal = (f: number) => `((h.pattern >> ${3 * f}) & 7) = 1`;
  const free = fields[i]!.settledBy.map((other) => `AND NOT ${equal(other)}`).join(' ');
  const share = `(CAST(greatest(v${i}.holders, 1) AS DOUBLE) / v${i}.total)`;
  return `CASE WHEN ${equal(i)} ${free} AND v${i}.holders IS NOT NULL THEN log2(${u[i]![1]} / ${share}) ELSE 0 END`;
}

/** What was learnt: parameters and `homeBound`; and the largest number of a record. */
interface Known {
  readonly parameters: Parameters;
  readonly homes: number;
  readonly largest: number;
}

/** `work_link_pairs`, as in `types.ts`: hopes with frequencies, where they come to 1 % or more. */
export async function scorePairs(
  store: Query,
  fields: readonly Field[],
  patterns: readonly Pattern[],
  { parameters, homes, largest }: Known,
): Promise<void> {
  await createHopes(store, fields, patterns, parameters, homes);
  await createLikely(store, largest);
  await createValues(store, fields);
  const parts = byFrequency(fields).map(([, i]) => frequencyOf(fields, i, parameters));
  const joins = byFrequency(fields).map(
    ([{ name }, i]) => `LEFT JOIN work_link_values v${i} ON v${i}.field = ${i} AND v${i}.value = l.${name}`,
  );
  await store.run(`
    CREATE OR REPLACE TABLE work_link_pairs AS
    SELECT a, b, weight, CAST(round(1000000 / (1 + pow(2, -weight / 1000.0))) AS INTEGER) AS ppm, false AS known
    FROM (
      SELECT h.a, h.b,
             least(h.most, h.weight + CAST(round(1000 * (${parts.join('\n + ')})) AS INTEGER)) AS weight
      FROM work_link_hopes h JOIN work_link_records l ON l.record = h.a ${joins.join('\n')}) w
    WHERE weight >= ${fine(least)};
    DROP TABLE work_link_hopes`);
}
