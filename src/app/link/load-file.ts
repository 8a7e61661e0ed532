import type { AssignedColumn } from '../../linkage/roles/assign.js';
import { type Problem, SourceError, UsageError } from '../../model/errors.js';
import { type LoadedRecords, loadRecords } from '../../sources/records/load-records.js';
import type { OpenFile } from '../../sources/types.js';
import { quoteName, type Store } from '../../store/store.js';
import type { Feature } from './choose-columns.js';
import { orderedDate } from './day-order.js';
import { isSplit, nameHalves } from './name-parts.js';
import { findOwnKey } from './own-key.js';

/** A file, what its columns were taken for, and what of its rows was used. */
export interface RecordFile extends Pick<LoadedRecords, 'rowsIn' | 'rowsSetAside' | 'setAside'> {
  readonly file: string;
  readonly columns: readonly AssignedColumn[];
  /** Header of the column that names the records; without one their rows do. */
  readonly id: string | undefined;
}

/** How many problems of rows are told. */
const told = 10;

const idOf = (columns: readonly AssignedColumn[]): string | undefined =>
  columns.find(({ role }) => role === 'record_id')?.header;

function assertSomething({ file }: OpenFile, columns: readonly AssignedColumn[]): void {
  if (columns.some(({ role }) => role !== undefined && role !== 'record_id')) return;
  throw new UsageError({
    message: `${file}: no column says anything about persons by its name`,
    value: columns.map(({ header }) => header).join(', '),
    expected: 'columns such as given_name, family_name, date_of_birth, email, phone, postcode',
    tips: ['say what a column is: --map family_name=COLUMN', 'compare any text: --map other=COLUMN'],
  });
}

/** Rows that lack their id cannot be told from each other afterwards. */
function assertNamed(file: string, id: string | undefined, { setAside }: LoadedRecords): void {
  const missing = setAside.filter(({ column }) => column !== null && column === id);
  const problems = missing.map(({ row, column }): Problem => {
    const place = { file, row, ...(column !== null && { column }) };
    return { place, message: 'a record without id', expected: `a value in column '${column}'` };
  });
  if (problems.length > 0) throw new SourceError(problems, 'linked');
}

/** A file in the store, and how its records are read from there. */
export interface LoadedFile extends RecordFile {
  /** SELECTs of `record, source` and the file's features, and of `record, source, "row", record_id`. */
  readonly select: string;
  readonly names: string;
  /** Number of its last record. */
  readonly last: number;
  /** The feature that names the records after all. */
  readonly own: Feature | undefined;
}

/** Numbers of one file follow those of the files before it; gaps, where rows were set aside, do not matter. */
async function lastRow(store: Store, select: string): Promise<number> {
  const [found] = await store.all<{ last: number }>(`SELECT coalesce(max(_row), 0) AS last FROM (${select})`);
  return found!.last;
}

/** A file's features, by the number of the record. */
async function featuresIn(
  store: Store,
  select: string,
  columns: readonly string[],
  features: readonly Feature[],
  source: number,
): Promise<string> {
  const split = isSplit(features, source);
  const cells: string[] = split ? [...nameHalves] : [];
  for (const { column, role } of features)
    if (columns.includes(column) && !(split && column === 'full_name'))
      cells.push(role === 'date_of_birth' ? await orderedDate(store, select, column) : quoteName(column));
  return cells.map((cell) => `, ${cell}`).join('');
}

/** Loads what a file says of persons. Throws a SourceError where its records cannot be named, a UsageError where it says nothing. */
export async function loadFile(
  store: Store,
  open: OpenFile,
  columns: readonly AssignedColumn[],
  features: readonly Feature[],
  { source, folder, offset }: { readonly source: number; readonly folder: string; readonly offset: number },
): Promise<LoadedFile> {
  assertSomething(open, columns);
  const header = idOf(columns);
  const wanted = features.flatMap(({ column, headers }) =>
    headers[source] === undefined ? [] : [{ column, header: headers[source], needed: false }],
  );
  const named = header === undefined ? [] : [{ column: 'record_id', header, needed: true }];
  const loaded = await loadRecords(store, open, [...named, ...wanted], { source, folder, most: told });
  assertNamed(open.file, header, loaded);
  const { rowsIn, rowsSetAside, setAside } = loaded;
  const own =
    header === undefined ? await findOwnKey(store, loaded.select, columns, features, source) : undefined;
  const id = header !== undefined ? 'record_id' : own ? quoteName(own.column) : 'CAST(_row AS VARCHAR)';
  const rest = wanted.map(({ column }) => column).filter((column) => column !== own?.column);
  const record = `SELECT CAST(_row + ${offset} AS INTEGER) AS record, _source AS source`;
  const cells = await featuresIn(store, loaded.select, rest, features, source);
  const select = `${record}${cells} FROM (${loaded.select})`;
  const names = `${record}, _row AS "row", ${id} AS record_id FROM (${loaded.select})`;
  const last = offset + (await lastRow(store, loaded.select));
  const taken = own?.headers[source];
  const assigned = columns.map((one) =>
    one.header === taken ? { header: taken, role: 'record_id' as const, from: 'content' as const } : one,
  );
  const used = { rowsIn, rowsSetAside, setAside };
  return { file: open.file, columns: assigned, id: header ?? taken, ...used, select, names, last, own };
}
