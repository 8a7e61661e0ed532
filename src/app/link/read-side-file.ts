import { foldHeader } from '../../linkage/roles/fold.js';
import { type Problem, SourceError } from '../../model/errors.js';
import { loadRecords } from '../../sources/records/load-records.js';
import { openRecords } from '../../sources/records/open-records.js';
import type { Store } from '../../store/store.js';
import { didYouMean } from '../../text/nearest.js';

/** A column a file beside the records must have; the cells of a needed one must not be empty. */
export interface SideColumn {
  readonly column: string;
  readonly needed: boolean;
}

/** How many problems of rows are told. */
const told = 10;
const isNamed = (column: string, header: string): boolean => foldHeader(header) === foldHeader(column);

/**
 * Loads a file we wrote, perhaps edited by hand since, into `target` with its `_row` and the columns as text. Throws a
 * SourceError when a column is missing or a row cannot be read: half of it would be worse than nothing.
 */
export async function readSideFile(
  store: Store,
  file: string,
  target: string,
  columns: readonly SideColumn[],
  place: { readonly source: number; readonly folder: string },
): Promise<void> {
  const open = await openRecords(
    store,
    file,
    (cells) => columns.filter(({ column }) => cells.some((cell) => isNamed(column, cell))).length,
  );
  const wanted = columns.map(({ column, needed }) => ({
    column,
    needed,
    header: open.header.find((header) => isNamed(column, header)) ?? '',
  }));
  const missing = wanted.filter(({ header }) => header === '');
  const noColumn = missing.map(({ column }): Problem => {
    const at = { file, row: Math.max(1, open.firstRow - 1), column };
    const [message, expected] = [`no column '${column}'`, `one of ${open.header.join(', ')}`];
    return { place: at, message, expected, tips: didYouMean(column, open.header) };
  });
  if (noColumn.length > 0) throw new SourceError(noColumn, 'linked');
  const { select, setAside } = await loadRecords(store, open, wanted, { ...place, most: told });
  const unread = setAside.map(({ row, column, value, expected }): Problem => {
    const at = { file, row, ...(column !== null && { column }) };
    return { place: at, message: 'a row that cannot be used', ...(value !== null && { value }), expected };
  });
  if (unread.length > 0) throw new SourceError(unread, 'linked');
  await store.run(`CREATE TABLE ${target} AS ${select}; DROP SCHEMA src_${place.source} CASCADE`);
}
