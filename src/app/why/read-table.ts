import type { AmountTable } from '../../localisation/amounts.js';
import type { LeafTable } from '../../localisation/types.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { type LoadedRecords, loadRecords } from '../../sources/records/load-records.js';
import { openRecords } from '../../sources/records/open-records.js';
import type { Store } from '../../store/store.js';
import { attributeColumn, type Columns, chooseColumns, type Measure, wantedOf } from './columns.js';
import { type Attribute, countOf, createLeaves, type LeftOut, measuresOf } from './leaves.js';
import type { WhyRequest } from './request.js';

/** An attribute of which nearly every row has a value of its own says nothing of many rows. */
const mostDistinct = 0.5;
const enoughRows = 100;
/** Problems of rows that are told. */
const told = 10;

export interface ReadTable extends Pick<LoadedRecords, 'rowsIn' | 'rowsSetAside' | 'setAside'> {
  /** Of errors, or of amounts with forecasts. */
  readonly table: LeafTable | AmountTable;
  readonly leftOut: readonly LeftOut[];
}

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

/** Rows by which it is judged whether an attribute has a value of its own in each. */
const firstRows = 100_000;

/** Attributes with how many values they have in the first rows: counting them in all takes longer than all the rest. */
async function countValues(store: Store, { attributes }: Columns): Promise<Attribute[]> {
  const counts = attributes.map((_, i) => `count(DISTINCT ${attributeColumn(i)}) AS ${attributeColumn(i)}`);
  const [found] = await store.all<Record<string, number>>(
    `SELECT ${counts.join(', ')} FROM (FROM why_rows LIMIT ${firstRows})`,
  );
  return attributes.map((name, i) => ({
    name,
    column: attributeColumn(i),
    values: found![attributeColumn(i)]!,
  }));
}

type LeafRow = Record<string, string | number>;

function toTable(rows: readonly LeafRow[], attributes: readonly Attribute[], { counted }: Columns) {
  const values = attributes.map(({ column }) => [...new Set(rows.map((row) => String(row[column])))].sort());
  const places = values.map((list) => new Map(list.map((value, place) => [value, place])));
  const codes = attributes.map(({ column }, a) =>
    Int32Array.from(rows, (row) => places[a]!.get(String(row[column]))!),
  );
  const frame = { attributes: attributes.map(({ name }) => name), values, codes };
  const sums = (measure: Measure) => Float64Array.from(rows, (row) => Number(row[measure]));
  if (counted.amount !== undefined) return { ...frame, amounts: sums('amount'), forecasts: sums('forecast') };
  const before = { errors: sums('previous_errors'), totals: sums('previous_total') };
  const hasPast =
    counted.previous_errors !== undefined &&
    counted.previous_total !== undefined &&
    before.totals.some((n) => n > 0);
  const now = { errors: sums('errors'), totals: sums('total') };
  return { ...frame, now, ...(hasPast && { before }) };
}

/** Drops attributes of which nearly every row has its own value, unless they were asked for. */
async function chooseAttributes(store: Store, columns: Columns, used: number, isTyped: boolean) {
  const all = await countValues(store, columns);
  const rows = Math.min(used, firstRows);
  const isOwn = ({ values }: Attribute) => !isTyped && rows >= enoughRows && values > mostDistinct * rows;
  const among = `${rows === used ? '' : 'the first '}${rows} rows`;
  const toLeftOut = ({ name, values }: Attribute) => ({
    attribute: name,
    reason: `${values} values in ${among}`,
  });
  const leftOut = all.filter(isOwn).map(toLeftOut);
  return { chosen: all.filter((attribute) => !isOwn(attribute)), leftOut };
}

/** Loads a table of counts or amounts and sums it up by leaf. */
export async function readTable(store: Store, request: WhyRequest): Promise<ReadTable> {
  const open = await openRecords(store, request.file, () => 0);
  const columns = chooseColumns(open.header, request);
  const loaded = await loadRecords(store, open, wantedOf(columns), {
    source: 0,
    folder: request.folder,
    most: told,
  });
  await store.run(`CREATE VIEW why_rows AS ${loaded.select}`);
  if (columns.counted.amount === undefined) await assertPossible(store, open.file, columns);
  const used = loaded.rowsIn - loaded.rowsSetAside;
  const { chosen, leftOut } = await chooseAttributes(store, columns, used, request.by !== undefined);
  const summed = await createLeaves(store, chosen, columns, request.leastErrors);
  const list = [...summed.kept.map(({ column }) => column), ...measuresOf(columns)].join(', ');
  const rows = await store.all<LeafRow>(`SELECT ${list} FROM why_leaves ORDER BY ALL`);
  const { rowsIn, rowsSetAside, setAside } = loaded;
  return {
    table: toTable(rows, summed.kept, columns),
    leftOut: [...leftOut, ...summed.leftOut],
    rowsIn,
    rowsSetAside,
    setAside,
  };
}
