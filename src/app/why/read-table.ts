import type { LeafTable } from '../../localisation/types.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { type LoadedRecords, loadRecords } from '../../sources/records/load-records.js';
import { openRecords } from '../../sources/records/open-records.js';
import { quoteText, type Store } from '../../store/store.js';
import { attributeColumn, type Columns, chooseColumns, type Measure, wantedOf } from './columns.js';
import type { WhyRequest } from './request.js';

/** Leaves up to which all attributes are searched together. */
const mostLeaves = 100_000;
/** An attribute of which nearly every row has a value of its own says nothing of many rows. */
const mostDistinct = 0.5;
const enoughRows = 100;
/** Problems of rows that are told. */
const told = 10;

export interface ReadTable extends Pick<LoadedRecords, 'rowsIn' | 'rowsSetAside' | 'setAside'> {
  readonly table: LeafTable;
  readonly leftOut: readonly { readonly attribute: string; readonly reason: string }[];
}

interface Attribute {
  readonly name: string;
  readonly column: string;
  readonly values: number;
}

const countOf = ({ counted }: Columns, measure: Measure): string =>
  counted[measure] === undefined ? (measure === 'total' ? '1' : '0') : measure;

/** More errors than there was anything, or less than none: rows that cannot be. */
async function assertPossible(store: Store, file: string, columns: Columns): Promise<void> {
  const [errors, total] = [countOf(columns, 'errors'), countOf(columns, 'total')];
  const rows = await store.all<{ row: number; errors: number; total: number }>(
    `SELECT _row AS "row", ${errors} AS errors, ${total} AS total FROM why_rows
     WHERE ${errors} < 0 OR ${errors} > ${total} ORDER BY _row LIMIT ${told}`,
  );
  const problems = rows.map(
    ({ row, errors: found, total: of }): Problem => ({
      place: { file, row, column: columns.counted.errors ?? '' },
      message: `${found} errors of ${of}`,
      value: String(found),
      expected: 'between 0 and the total of the row',
    }),
  );
  if (problems.length > 0) throw new SourceError(problems, 'searched');
}

/** Attributes with how many values have errors enough to matter; the others are taken together, which loses nothing. */
async function countValues(store: Store, { attributes }: Columns): Promise<Attribute[]> {
  const counts = attributes.map((_, i) => `count(DISTINCT ${attributeColumn(i)}) AS ${attributeColumn(i)}`);
  const [found] = await store.all<Record<string, number>>(`SELECT ${counts.join(', ')} FROM why_rows`);
  return attributes.map((name, i) => ({
    name,
    column: attributeColumn(i),
    values: found![attributeColumn(i)]!,
  }));
}

/** A value with fewer errors than a cause must have cannot be part of one: all such values are one. */
const rareValues = (attributes: readonly Attribute[], errors: string, leastErrors: number): string =>
  attributes
    .map(
      ({ column }) => `
      CREATE TABLE why_${column} AS
      SELECT coalesce(${column}, '') AS value FROM why_rows GROUP BY 1 HAVING sum(${errors}) >= ${leastErrors};`,
    )
    .join('');

const other = '(others)';

/** Leaves of the attributes, `l(…, errors, total, previous_errors, previous_total)`. */
const leavesBy = (attributes: readonly Attribute[], columns: Columns): string => {
  const value = ({ column }: Attribute) =>
    `CASE WHEN coalesce(${column}, '') IN (SELECT value FROM why_${column}) THEN coalesce(${column}, '')
          ELSE ${quoteText(other)} END AS ${column}`;
  const sums = (['errors', 'total', 'previous_errors', 'previous_total'] as const).map(
    (measure) => `CAST(sum(${countOf(columns, measure)}) AS BIGINT) AS ${measure}`,
  );
  return `SELECT ${[...attributes.map(value), ...sums].join(', ')} FROM why_rows
          GROUP BY ${attributes.map((_, i) => i + 1).join(', ')} ORDER BY ALL`;
};

async function countLeaves(
  store: Store,
  attributes: readonly Attribute[],
  columns: Columns,
): Promise<number> {
  const [found] = await store.all<{ n: number }>(
    `SELECT count(*) AS n FROM (${leavesBy(attributes, columns).replace('ORDER BY ALL', '')})`,
  );
  return found!.n;
}

type LeafRow = Record<string, string | number>;

function toTable(rows: readonly LeafRow[], attributes: readonly Attribute[], columns: Columns): LeafTable {
  const values = attributes.map(({ column }) => [...new Set(rows.map((row) => String(row[column])))].sort());
  const places = values.map((list) => new Map(list.map((value, place) => [value, place])));
  const codes = attributes.map(({ column }, a) =>
    Int32Array.from(rows, (row) => places[a]!.get(String(row[column]))!),
  );
  const counts = (measure: Measure) => Float64Array.from(rows, (row) => Number(row[measure]));
  const { previous_errors, previous_total } = columns.counted;
  const before = { errors: counts('previous_errors'), totals: counts('previous_total') };
  const hasPast =
    previous_errors !== undefined && previous_total !== undefined && before.totals.some((n) => n > 0);
  return {
    attributes: attributes.map(({ name }) => name),
    values,
    codes,
    now: { errors: counts('errors'), totals: counts('total') },
    ...(hasPast && { before }),
  };
}

/** Drops attributes of which nearly every row has its own value, then those with most values until the leaves are few enough. */
async function chooseAttributes(store: Store, columns: Columns, rows: number, isTyped: boolean) {
  const all = await countValues(store, columns);
  const isOwn = ({ values }: Attribute) => !isTyped && rows >= enoughRows && values > mostDistinct * rows;
  const leftOut = all
    .filter(isOwn)
    .map(({ name, values }) => ({ attribute: name, reason: `${values} values in ${rows} rows` }));
  const kept = all.filter((attribute) => !isOwn(attribute));
  return { kept, leftOut };
}

/** Loads a table of counts and sums it up by leaf. */
export async function readTable(store: Store, request: WhyRequest): Promise<ReadTable> {
  const open = await openRecords(store, request.file, () => 0);
  const columns = chooseColumns(open.header, request);
  const loaded = await loadRecords(store, open, wantedOf(columns), {
    source: 0,
    folder: request.folder,
    most: told,
  });
  await store.run(`CREATE VIEW why_rows AS ${loaded.select}`);
  await assertPossible(store, open.file, columns);
  const used = loaded.rowsIn - loaded.rowsSetAside;
  const { kept, leftOut } = await chooseAttributes(store, columns, used, request.by !== undefined);
  await store.run(rareValues(kept, countOf(columns, 'errors'), request.leastErrors));
  while (kept.length > 1 && (await countLeaves(store, kept, columns)) > mostLeaves) {
    const widest = kept.reduce((a, b) => (b.values > a.values ? b : a));
    kept.splice(kept.indexOf(widest), 1);
    leftOut.push({ attribute: widest.name, reason: `more than ${mostLeaves} combinations with it` });
  }
  const rows = await store.all<LeafRow>(leavesBy(kept, columns));
  const { rowsIn, rowsSetAside, setAside } = loaded;
  return { table: toTable(rows, kept, columns), leftOut, rowsIn, rowsSetAside, setAside };
}
