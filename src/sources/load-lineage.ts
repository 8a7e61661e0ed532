import type { Store } from '../store/store.js';
import type { LoadedFile } from './loaded-file.js';
import { Unreadable } from './open-file.js';
import { insertLineage } from './openlineage/insert.js';
import { type Declared, extend, mergeLineage } from './openlineage/merge.js';
import { parseLineage } from './openlineage/parse.js';
import { readFacts } from './read-bytes.js';
import { readText } from './read-csv.js';
import type { LineageFile, SourceFile } from './types.js';

/** Reads a file of lineage events; it must hold at least one. */
export async function openLineage(file: SourceFile): Promise<LineageFile> {
  const facts = await readFacts(file);
  const lineage = parseLineage(await readText(file, facts.encoding));
  const usable = lineage.events - lineage.rejects.length;
  if (usable > 0) return { ...file, facts, lineage };
  const first = lineage.rejects[0]?.expected;
  throw new Unreadable(
    'no OpenLineage event',
    first ?? 'one event, an array of events, or one event a line',
    ['see https://openlineage.io/spec/'],
  );
}

/** What the sources loaded so far declare. */
async function readDeclared(store: Store, loaded: readonly LoadedFile[]): Promise<Declared> {
  const rows = async <T extends Readonly<Record<string, string | null>>>(table: string, columns: string) => {
    const selects = loaded.flatMap(({ selects }) => selects[table] ?? []);
    if (selects.length === 0) return [];
    return store.all<T>(`SELECT ${columns} FROM (${selects.join(' UNION ALL ')}) ORDER BY ALL`);
  };
  const systems = await rows<{ id: string }>('systems', 'system_id AS id');
  const silos = await rows<{ id: string }>('silos', 'silo_id AS id');
  const flows = await rows<{ id: string; from: string; to: string; status: string | null }>(
    'flows',
    'flow_id AS id, from_system_id AS "from", to_system_id AS "to", status',
  );
  return {
    systems: new Set(systems.map(({ id }) => id)),
    silos: new Set(silos.map(({ id }) => id)),
    flows: new Map(flows.map(({ id, ...flow }) => [id, flow])),
  };
}

/** Loads lineage files after all others: what people declared is believed first, then the first file by name. */
export async function loadLineage(
  store: Store,
  files: readonly (readonly [LineageFile, number])[],
  loaded: readonly LoadedFile[],
): Promise<LoadedFile[]> {
  let declared = await readDeclared(store, loaded);
  const result: LoadedFile[] = [];
  for (const [file, source] of files) {
    const target = `src_${source}`;
    const merged = mergeLineage(file.lineage, declared);
    const selects = await insertLineage(store, merged, declared, target, source);
    declared = extend(declared, merged.lineage);
    const { sha256, bytes } = file.facts;
    const { events, rejects } = file.lineage;
    const counts = { rows_in: events, rows_used: events - rejects.length, rows_set_aside: rejects.length };
    const input = { file: file.file, table: 'openlineage', format: 'openlineage', sha256, bytes, ...counts };
    result.push({ source, target, selects, unused: [], input, kept: false, notes: true });
  }
  return result;
}
