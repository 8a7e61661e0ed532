import { findTable } from '../model/tables/index.js';
import { quoteName, type Store } from '../store/store.js';
import { insertRejects } from './broken-rows.js';
import type { LoadedFile } from './loaded-file.js';

/** Tables of happenings, and the columns that say which happening a row is about. */
const ids: Readonly<Record<string, readonly string[]>> = {
  sends: ['system_id', 'message_key'],
  delivery_events: ['system_id', 'event_id'],
  error_reports: ['error_id'],
};

/** Something happened twice by its id: quick to ask, and nearly always answered with no. */
async function hasRepeated(store: Store, table: string): Promise<boolean> {
  const id = ids[table]!.join(', ');
  const [found] = await store.all<{ more: number }>(
    `SELECT count(*) - count(DISTINCT hash(${id})) AS more FROM std_${table} WHERE ${ids[table]!.at(-1)} IS NOT NULL`,
  );
  return found!.more > 0;
}

/** Rows that say in every column what an earlier one says: `work_repeated(source, row, first)`. */
async function findRepeated(store: Store, table: string): Promise<void> {
  const id = ids[table]!;
  const columns = Object.keys(findTable(table)!.columns).map(quoteName);
  await store.run(`
    CREATE OR REPLACE TEMP TABLE work_repeated AS
    WITH twice AS (SELECT ${id.join(', ')} FROM std_${table} GROUP BY ALL HAVING count(*) > 1),
    placed AS (
      SELECT t._source, t._row, min({'source': t._source, 'row': t._row}) OVER same AS first
      FROM std_${table} t JOIN twice USING (${id.join(', ')})
      WINDOW same AS (PARTITION BY ${columns.map((name) => `t.${name}`).join(', ')}))
    SELECT _source AS source, _row AS "row", first FROM placed
    WHERE {'source': _source, 'row': _row} <> first`);
}

/** Takes the repeated rows of one file out of their table and lists them as problems of the file; how many there are. */
async function setAside(
  store: Store,
  table: string,
  file: LoadedFile,
  files: readonly LoadedFile[],
): Promise<number> {
  const { source, target } = file;
  const found = await store.all<{ row: number; of: number; at: number }>(
    `SELECT "row", first.source AS "of", first."row" AS at FROM work_repeated WHERE source = ${source} ORDER BY "row"`,
  );
  if (found.length === 0) return 0;
  const names = new Map(files.map((one) => [one.source, one.input.file]));
  const rejects = found.map(({ row, of, at }) => ({
    row,
    column: null,
    value: `${names.get(of)}:${at}`,
    expected: 'a row that is not there already',
  }));
  await insertRejects(store, target, rejects);
  await store.run(`
    DELETE FROM std_${table} t USING work_repeated d WHERE d.source = ${source} AND t._source = d.source AND t._row = d."row"`);
  return found.length;
}

/**
 * Sets rows aside that repeat an earlier one in every column: an export appended twice, or two that overlap, would count
 * everything twice. Only where all files of a table are small: going through millions of rows for this costs a tenth of
 * reading them, so for those the rule `source/duplicate-ids` tells by a grouped fact that they are there. The same id
 * with another content is never decided here; it is that rule's, too.
 */
export async function setRepeatedAside(store: Store, files: readonly LoadedFile[]): Promise<LoadedFile[]> {
  const counts = new Map<number, number>();
  for (const table of Object.keys(ids)) {
    const feeding = files.filter(({ selects }) => selects[table] !== undefined);
    if (feeding.length === 0 || feeding.some(({ kept }) => kept) || !(await hasRepeated(store, table)))
      continue;
    await findRepeated(store, table);
    for (const file of feeding) counts.set(file.source, await setAside(store, table, file, files));
  }
  return files.map((file) => {
    const more = counts.get(file.source) ?? 0;
    if (more === 0) return file;
    const { input } = file;
    const rows_used = input.rows_used - more;
    return { ...file, input: { ...input, rows_used, rows_set_aside: input.rows_set_aside + more } };
  });
}
