import type { AmountTable } from '../../localisation/amounts.js';
import type { LeafTable } from '../../localisation/types.js';
import { assertColumns, type LoadedRecords } from '../../sources/records/load-records.js';
import { openRecords } from '../../sources/records/open-records.js';
import type { Store } from '../../store/store.js';
import { type Columns, chooseColumns, type Measure, wantedOf } from './columns.js';
import { type Attribute, createLeaves, type LeftOut, measuresOf } from './leaves.js';
import { loadRows, sumRows } from './read-rows.js';
import type { WhyRequest } from './request.js';

export interface ReadTable extends Pick<LoadedRecords, 'rowsIn' | 'rowsSetAside' | 'setAside'> {
  /** Of errors, or of amounts with forecasts. */
  readonly table: LeafTable | AmountTable;
  readonly leftOut: readonly LeftOut[];
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

/** Reads a table of counts or amounts and sums it up by leaf. */
export async function readTable(store: Store, request: WhyRequest): Promise<ReadTable> {
  const file = await openRecords(store, request.file, () => 0);
  const typed = chooseColumns(file.header, request);
  assertColumns(file, wantedOf(typed));
  const opened =
    (await sumRows(store, file, typed, request)) ?? (await loadRows(store, file, typed, request));
  const { columns, chosen, leftOut, rowsIn, rowsSetAside, setAside } = opened;
  const summed = await createLeaves(store, chosen, columns, request.leastErrors);
  const list = [...summed.kept.map(({ column }) => column), ...measuresOf(columns)].join(', ');
  const rows = await store.all<LeafRow>(`SELECT ${list} FROM why_leaves ORDER BY ALL`);
  return {
    table: toTable(rows, summed.kept, columns),
    leftOut: [...leftOut, ...summed.leftOut],
    rowsIn,
    rowsSetAside,
    setAside,
  };
}
