import { rowHash } from '../store/dialect.js';
import type { Query } from '../store/store.js';
import type { Rule } from './choose-blocks.js';
import type { Field } from './fields.js';
import type { Key } from './keys.js';
import { selectNormalised } from './normalise.js';
import type { Compared, LinkRequest } from './types.js';

/**
 * `work_link_forms(record, source, place, f0 …)`: what is compared of every record, in the form in which it is compared;
 * `place` numbers them in an order that has nothing to do with who they are.
 */
export async function createForms(
  store: Query,
  request: LinkRequest,
  fields: readonly Field[],
): Promise<void> {
  await store.run(`
    CREATE OR REPLACE TABLE work_link_forms AS
    SELECT *, CAST(row_number() OVER (ORDER BY ${rowHash(['record'], 7)}, record) - 1 AS INTEGER) AS place
    FROM (${selectNormalised(request.relation, ['record', 'source'], fields)}) r`);
}

const sampleSize = 10_000;

export interface Sizes {
  readonly records: number;
  /** Largest number of a record. */
  readonly largest: number;
  /** All pairs there are. */
  readonly pairs: number;
}

export async function readSizes(store: Query, compare: Compared): Promise<Sizes> {
  const sources = await store.all<{ n: number; largest: number }>(
    'SELECT count(*) AS n, max(record) AS largest FROM work_link_forms GROUP BY source ORDER BY source',
  );
  const pairsOf = (n: number) => (n * (n - 1)) / 2;
  const records = sources.reduce((sum, { n }) => sum + n, 0);
  const within = compare === 'all' ? 0 : sources.reduce((sum, { n }) => sum + pairsOf(n), 0);
  return {
    records,
    largest: sources.reduce((most, { largest }) => Math.max(most, largest), 0),
    pairs: Math.max(1, pairsOf(records) - within),
  };
}

/** What rules are chosen by: share of records that state each field, and hashes of keys of a sample, 0 for unknown. */
export async function sampleKeys(
  store: Query,
  fields: readonly Field[],
  keys: readonly Key[],
  records: number,
) {
  const [counts] = await store.all<Record<string, number>>(
    `SELECT ${fields.map(({ name }) => `count(${name}) AS ${name}`).join(', ')} FROM work_link_forms`,
  );
  const columns = keys.map(
    ({ sql }, i) =>
      `CASE WHEN ${sql} IS NULL THEN 0 ELSE CAST(${rowHash([sql], 1)} % 4294967295 + 1 AS BIGINT) END AS k${i}`,
  );
  const rows = await store.all<Record<string, number>>(
    `SELECT ${columns.join(', ')} FROM work_link_forms WHERE place < ${sampleSize} ORDER BY place`,
  );
  return {
    filled: fields.map(({ name }) => counts![name]! / Math.max(1, records)),
    hashes: keys.map((_, i) => Uint32Array.from(rows, (row) => row[`k${i}`]!)),
    scale: rows.length < 2 ? 1 : (records * (records - 1)) / (rows.length * (rows.length - 1)),
  };
}

const ruleSql = (rule: Rule, keys: readonly Key[]): string => {
  const parts = rule.map((key) => keys[key]!.sql);
  return `CASE WHEN ${parts.map((part) => `${part} IS NOT NULL`).join(' AND ')} THEN ${rowHash(parts, 3)} END`;
};

/** Nobody meets anybody where nothing is stated by which records could be looked up. */
const unblocked = `
  CREATE OR REPLACE TABLE work_link_crowds (rule INTEGER, b UBIGINT, records BIGINT);
  CREATE OR REPLACE TABLE work_link_records AS SELECT * FROM work_link_forms;
  DROP TABLE work_link_forms`;

/**
 * `work_link_records`: forms with one number per rule, `b0` …, by which records find each other; NULL where a value is
 * held by more than `cap` records, which are listed in `work_link_crowds(rule, b, records)`.
 */
export async function createRecords(
  store: Query,
  rules: readonly Rule[],
  keys: readonly Key[],
  cap: number,
): Promise<void> {
  const numbers = rules.map((rule, i) => `${ruleSql(rule, keys)} AS b${i}`);
  const crowds = rules.map(
    (_, i) =>
      `SELECT ${i} AS rule, b${i} AS b, count(*) AS records FROM work_link_numbers WHERE b${i} IS NOT NULL GROUP BY b${i} HAVING count(*) > ${cap}`,
  );
  if (rules.length === 0) return store.run(unblocked);
  await store.run(`
    CREATE OR REPLACE TABLE work_link_numbers AS SELECT *, ${numbers.join(',\n')} FROM work_link_forms;
    CREATE OR REPLACE TABLE work_link_crowds AS ${crowds.join(' UNION ALL ')};
    CREATE OR REPLACE TABLE work_link_records AS
    SELECT n.* REPLACE (${rules.map((_, i) => `CASE WHEN c${i}.b IS NULL THEN n.b${i} END AS b${i}`).join(', ')})
    FROM work_link_numbers n
    ${rules.map((_, i) => `LEFT JOIN work_link_crowds c${i} ON c${i}.rule = ${i} AND c${i}.b = n.b${i}`).join('\n')};
    DROP TABLE work_link_numbers; DROP TABLE work_link_forms`);
}
