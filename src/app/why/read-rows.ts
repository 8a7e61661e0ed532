import { type Problem, SourceError } from '../../model/errors.js';
import { type LoadedRecords, loadRecords } from '../../sources/records/load-records.js';
import { readFirst, sumRecords } from '../../sources/records/sum-records.js';
import type { OpenFile } from '../../sources/types.js';
import type { Store } from '../../store/store.js';
import { attributeColumn, type Columns, wantedOf } from './columns.js';
import { type Attribute, countOf, type LeftOut } from './leaves.js';
import type { WhyRequest } from './request.js';

/** An attribute of which nearly every row has a value of its own says nothing of many rows. */
const mostDistinct = 0.5;
const enoughRows = 100;
/** Problems of rows that are told. */
const told = 10;

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

/** Rows by which it is judged whether an attribute has a value of its own in each: to count all takes too long. */
const firstRows = 100_000;

/** Attributes with how many values they have in the first rows. */
async function countValues(store: Store, { attributes }: Columns): Promise<Record<string, number>> {
  const counts = attributes.map((_, i) => `count(DISTINCT ${attributeColumn(i)}) AS ${attributeColumn(i)}`);
  const [found] = await store.all<Record<string, number>>(
    `SELECT ${counts.join(', ')} FROM (FROM why_rows LIMIT ${firstRows})`,
  );
  return found!;
}

/** Drops attributes of which nearly every row has its own value, unless they were asked for. */
function chooseAttributes({ attributes }: Columns, distinct: Readonly<Record<string, number>>, rows: Rows) {
  const { seen, isAll, isTyped } = rows;
  const all = attributes.map((name, i): Attribute => {
    const column = attributeColumn(i);
    return { name, column, values: distinct[column]! };
  });
  const isOwn = ({ values }: Attribute) => !isTyped && seen >= enoughRows && values > mostDistinct * seen;
  const among = `${isAll ? '' : 'the first '}${seen} rows`;
  const leftOut = all
    .filter(isOwn)
    .map(({ name, values }) => ({ attribute: name, reason: `${values} values in ${among}` }));
  return { chosen: all.filter((attribute) => !isOwn(attribute)), leftOut };
}

/** Rows that were looked at. */
interface Rows {
  readonly seen: number;
  readonly isAll: boolean;
  readonly isTyped: boolean;
}

/** `why_rows` as the store has it: rows, or sums of them, and which attributes are worth a search. */
interface Opened extends Pick<LoadedRecords, 'rowsIn' | 'rowsSetAside' | 'setAside'> {
  readonly columns: Columns;
  readonly chosen: readonly Attribute[];
  readonly leftOut: readonly LeftOut[];
}

/** Sums a table up while it is read; undefined where it has amounts, or rows that want a closer look. */
export async function sumRows(
  store: Store,
  file: OpenFile,
  columns: Columns,
  request: WhyRequest,
): Promise<Opened | undefined> {
  if (columns.counted.amount !== undefined) return undefined;
  const wanted = wantedOf(columns);
  const values = wanted.filter(({ counts = false }) => !counts);
  const records = {
    file,
    values,
    counts: wanted.filter(({ counts = false }) => counts),
    impossible: `${countOf(columns, 'errors')} > ${countOf(columns, 'total')}`,
  };
  const first = await readFirst(store, records, firstRows);
  if (first === undefined) return undefined;
  const looked = { seen: first.rows, isAll: first.rows < firstRows, isTyped: request.by !== undefined };
  const { chosen, leftOut } = chooseAttributes(columns, first.distinct, looked);
  const kept = values.filter(({ column }) => chosen.some((one) => one.column === column));
  const rowsIn = await sumRecords(store, { ...records, values: kept }, 'why_sums');
  if (rowsIn === undefined) return undefined;
  const total = columns.counted.total ?? 'rows';
  const isNamed = columns.counted.total !== undefined;
  await store.run(`CREATE VIEW why_rows AS SELECT *${isNamed ? '' : ', "rows" AS total'} FROM why_sums`);
  const counted = { ...columns.counted, total };
  return { columns: { ...columns, counted }, chosen, leftOut, rowsIn, rowsSetAside: 0, setAside: [] };
}

/** Loads a table row by row. */
export async function loadRows(
  store: Store,
  file: OpenFile,
  columns: Columns,
  request: WhyRequest,
): Promise<Opened> {
  const options = { source: 0, folder: request.folder, most: told };
  const { select, rowsIn, rowsSetAside, setAside } = await loadRecords(
    store,
    file,
    wantedOf(columns),
    options,
  );
  await store.run(`CREATE VIEW why_rows AS ${select}`);
  if (columns.counted.amount === undefined) await assertPossible(store, file.file, columns);
  const used = rowsIn - rowsSetAside;
  const looked = {
    seen: Math.min(used, firstRows),
    isAll: used <= firstRows,
    isTyped: request.by !== undefined,
  };
  const judged = chooseAttributes(columns, await countValues(store, columns), looked);
  return { columns, ...judged, rowsIn, rowsSetAside, setAside };
}
