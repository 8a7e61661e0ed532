import { quoteText, type Store } from '../../store/store.js';
import type { Columns, Measure } from './columns.js';

/** Leaves up to which all attributes are searched together. */
const mostLeaves = 100_000;

export interface Attribute {
  readonly name: string;
  /** Name in the store. */
  readonly column: string;
  readonly values: number;
}

export interface LeftOut {
  readonly attribute: string;
  readonly reason: string;
}

const other = '(others)';

/** What is summed of a measure: rows count once where no total is named. */
export const countOf = ({ counted }: Columns, measure: Measure): string =>
  counted[measure] === undefined ? (measure === 'total' ? '1' : '0') : measure;

/** Measures of a table: of amounts, or of errors. */
export const measuresOf = ({ counted }: Columns): readonly Measure[] =>
  counted.amount === undefined
    ? ['errors', 'total', 'previous_errors', 'previous_total']
    : ['amount', 'forecast'];

const grouped = (values: readonly string[], sums: readonly string[], from: string): string =>
  `SELECT ${[...values, ...sums].join(', ')} FROM ${from} GROUP BY ${values.map((_, i) => i + 1).join(', ')}`;

const resummed = (measures: readonly Measure[]): string[] =>
  measures.map((measure) => `CAST(sum(${measure}) AS DECIMAL(38, 4)) AS ${measure}`);

/** A value with fewer errors than a cause must have cannot be part of one: all such values are one. */
async function mergeRare(
  store: Store,
  kept: readonly Attribute[],
  measures: readonly Measure[],
  least: number,
): Promise<void> {
  for (const { column } of kept)
    await store.run(
      `CREATE OR REPLACE TABLE why_${column} AS
       SELECT ${column} AS value FROM why_leaves GROUP BY 1 HAVING sum(errors) >= ${least}`,
    );
  const values = kept.map(
    ({ column }) => `CASE WHEN ${column} IN (SELECT value FROM why_${column}) THEN ${column}
      ELSE ${quoteText(other)} END AS ${column}`,
  );
  await store.run(
    `CREATE OR REPLACE TABLE why_leaves AS ${grouped(values, resummed(measures), 'why_leaves')}`,
  );
}

const sizeOf = async (store: Store): Promise<number> =>
  Number((await store.all('SELECT count(*) AS n FROM why_leaves'))[0]!.n);

/**
 * Creates `why_leaves`: the rows summed up by attributes, in one scan. Where there are too many, rare values are taken
 * together, which loses nothing but fineness of what is expected, and then attributes with most values are left out.
 */
export async function createLeaves(
  store: Store,
  attributes: readonly Attribute[],
  columns: Columns,
  least: number,
): Promise<{ kept: Attribute[]; leftOut: LeftOut[] }> {
  const measures = measuresOf(columns);
  const values = attributes.map(({ column }) => `coalesce(${column}, '') AS ${column}`);
  const sums = measures.map(
    (measure) => `CAST(sum(${countOf(columns, measure)}) AS DECIMAL(38, 4)) AS ${measure}`,
  );
  await store.run(`CREATE TABLE why_leaves AS ${grouped(values, sums, 'why_rows')}`);
  const kept = [...attributes];
  const leftOut: LeftOut[] = [];
  if (measures.includes('errors') && (await sizeOf(store)) > mostLeaves)
    await mergeRare(store, kept, measures, least);
  while (kept.length > 1 && (await sizeOf(store)) > mostLeaves) {
    const widest = kept.reduce((a, b) => (b.values > a.values ? b : a));
    kept.splice(kept.indexOf(widest), 1);
    leftOut.push({ attribute: widest.name, reason: `more than ${mostLeaves} combinations with it` });
    const rest = kept.map(({ column }) => column);
    await store.run(
      `CREATE OR REPLACE TABLE why_leaves AS ${grouped(rest, resummed(measures), 'why_leaves')}`,
    );
  }
  return { kept, leftOut };
}
