import { findTable } from '../model/tables/index.js';
import type { Store, Value } from '../store/store.js';
import { type Alias, Aliases } from './imports/aliases.js';
import { insertImport } from './imports/insert.js';
import { Known } from './imports/known.js';
import { type Merged, mergeImports, type Numbered } from './imports/merge.js';
import { createNotes, writeNotes } from './imports/notes.js';
import type { ImportedTable } from './imports/types.js';
import type { LoadedFile } from './loaded-file.js';
import type { ImportFile } from './types.js';

const tables: readonly ImportedTable[] = [
  'silos',
  'owners',
  'systems',
  'system_fields',
  'flows',
  'flow_fields',
];

type Declared = Readonly<Record<string, Value>> & { readonly _source: number; readonly _row: number };

/** Rows of a table in the sources loaded so far, as text. */
async function declared(
  store: Store,
  loaded: readonly LoadedFile[],
  table: string,
): Promise<readonly Declared[]> {
  const selects = loaded.flatMap((file) => file.selects[table] ?? []);
  if (selects.length === 0) return [];
  const texts = Object.keys(findTable(table)!.columns).map(
    (name) => `CAST("${name}" AS VARCHAR) AS "${name}"`,
  );
  return store.all<Declared>(
    `SELECT ${texts.join(', ')}, _source, _row FROM (${selects.join(' UNION ALL ')}) ORDER BY _source, _row`,
  );
}

async function readKnown(store: Store, loaded: readonly LoadedFile[]): Promise<Known> {
  const known = new Known();
  for (const table of tables)
    for (const { _source, _row, ...cells } of await declared(store, loaded, table))
      known.add(table, { cells, source: _source, at: { row: _row, pointer: '' }, declared: true });
  return known;
}

async function readAliases(store: Store, loaded: readonly LoadedFile[]): Promise<Aliases> {
  const rows = await declared(store, loaded, 'aliases');
  return new Aliases(
    rows.map(({ kind, alias, id, _source, _row }): Alias => {
      return { kind: String(kind), alias: String(alias), id: String(id), source: _source, row: _row };
    }),
  );
}

async function insertFile(
  store: Store,
  { file, facts, imported, format }: ImportFile,
  source: number,
  { rows }: Merged,
): Promise<LoadedFile> {
  const target = `src_${source}`;
  const own = rows.filter((row) => row.source === source);
  const { items, rejects } = imported;
  const counts = { rows_in: items, rows_used: items - rejects.length, rows_set_aside: rejects.length };
  const { sha256, bytes } = facts;
  const selects = await insertImport(store, target, source, own, rejects);
  const input = { file, table: format, format, sha256, bytes, ...counts };
  return { source, target, selects, unused: [], input, kept: false };
}

/** Loads imports after all tables: what people declared is believed first, then one file after the other by name. */
export async function loadImports(
  store: Store,
  files: readonly (readonly [ImportFile, number])[],
  loaded: readonly LoadedFile[],
): Promise<LoadedFile[]> {
  await createNotes(store);
  const aliases = await readAliases(store, loaded);
  const numbered = files.map(([{ imported, format }, source]): Numbered => ({ source, format, imported }));
  if (numbered.length === 0) return [];
  const merged = mergeImports(numbered, await readKnown(store, loaded), aliases);
  await writeNotes(store, numbered, merged, aliases);
  const result: LoadedFile[] = [];
  for (const [file, source] of files) result.push(await insertFile(store, file, source, merged));
  return result;
}
