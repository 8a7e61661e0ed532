import { join } from 'node:path';
import type { Problem } from '../model/errors.js';
import { inLanes, withFork } from '../store/side-by-side.js';
import type { Store } from '../store/store.js';
import { recordSelects } from './build-rows.js';
import { mergeExports } from './exports/merge-exports.js';
import { findSources } from './find-sources.js';
import { isKept, Loader } from './load-file.js';
import { loadImports } from './load-imports.js';
import type { LoadedFile } from './loaded-file.js';
import { openSources } from './open-sources.js';
import { type ConfigText, readConfig } from './read-config.js';
import { LoadWatch } from './read-headway.js';
import { openStoreFolder } from './read-store.js';
import { createRelations } from './relations.js';
import { addSendsFromEvents } from './sends-from-events.js';
import { assertSharedSystems } from './shared-keys.js';
import { calendarMacro } from './sql/calendars.js';
import type { ImportFile, Loaded, PlannedFile, SourceFile } from './types.js';

export interface LoadOptions {
  /** Folder for what is kept between runs; default `.unsilo` in the ecosystem. */
  readonly storeDir?: string;
}

/** Statements that make the calendars some column declares known to a connection. */
function calendarMacros(files: readonly (PlannedFile | ImportFile)[]): string[] {
  const readings = files.flatMap((file) => ('plan' in file ? file.plan.records.flat() : []));
  const used = new Set(readings.map(({ calendar }) => calendar));
  return (['jalali', 'hijri'] as const).filter((calendar) => used.has(calendar)).map(calendarMacro);
}

async function loadFile(
  store: Store,
  loader: Loader,
  file: PlannedFile,
  source: number,
): Promise<LoadedFile> {
  const { target, rows_in, rows_set_aside, ...made } = await loader.load(store, file, source);
  const { sha256, bytes } = file.facts;
  const { name, large } = file.plan.table;
  const zone = zoneOf(file);
  return {
    source,
    target,
    kept: isKept(file),
    ...(file.foundHeader !== undefined && { foundHeader: file.foundHeader }),
    ...(file.foundMapping !== undefined && { foundMapping: file.foundMapping }),
    ...(zone !== undefined && { zone }),
    selects: { [name]: recordSelects(file, target, source, made) },
    unused: large && file.format !== 'jsonl' ? file.plan.unused : [],
    input: {
      file: file.file,
      table: name,
      format: file.format,
      sha256,
      bytes,
      rows_in,
      rows_used: rows_in - rows_set_aside,
      rows_set_aside,
    },
  };
}

/** The zone in which most of what a file says of time is to be understood: that of its first time. */
const zoneOf = ({ plan }: PlannedFile): string | undefined =>
  plan.records.flat().find(({ spec, from }) => spec.kind === 'instant' && from !== undefined)?.zone;

type Numbered = readonly [file: PlannedFile | ImportFile, source: number];

/** All at once, since each alone would be a turn of its own. */
const schemasFor = (tables: readonly Numbered[]): string =>
  tables
    .filter(([file]) => 'plan' in file && !isKept(file))
    .map(([, source]) => `CREATE SCHEMA src_${source}`)
    .join('; ');

/** Loads files on two connections, imports after all others; they are numbered from 1 in their order. */
async function loadFiles(
  store: Store,
  loader: Loader,
  files: readonly (PlannedFile | ImportFile)[],
  watch: LoadWatch,
): Promise<LoadedFile[]> {
  const numbered = files.map((file, index): Numbered => [file, index + 1]);
  const imports = numbered.filter((entry): entry is [ImportFile, number] => 'imported' in entry[0]);
  const tables = numbered.filter((entry): entry is [PlannedFile, number] => 'plan' in entry[0]);
  const macros = calendarMacros(files);
  const loaded = await withFork(store, async (fork) => {
    const lanes = [store, fork];
    await store.run(schemasFor(tables));
    for (const lane of lanes) for (const macro of macros) await lane.run(macro);
    return inLanes(lanes, tables, (lane, [file, source]) =>
      watch.follow(
        file,
        lane,
        () => loadFile(lane, loader, file, source),
        ({ input }) => input.rows_in,
      ),
    );
  });
  const all = [...loaded, ...(await loadImports(store, imports, loaded))];
  return all.sort((a, b) => a.source - b.source);
}

/** An ecosystem's sources, found but not opened yet. */
export interface Found {
  readonly text: ConfigText;
  readonly files: readonly SourceFile[];
  /** Mistakes of unsilo.yaml about sources; told with those of the files. */
  readonly problems: readonly Problem[];
}

/** Reads unsilo.yaml and looks for the files it names. Throws a UsageError without it, a SourceError with its mistakes. */
export async function findEcosystem(dir: string): Promise<Found> {
  const text = await readConfig(dir);
  return { text, ...(await findSources(dir, text)) };
}

/**
 * Loads what was found: afterwards the store has every `std_` relation. Throws a SourceError with all mistakes of the
 * files' column names, and of unreadable files.
 */
export async function loadFound(
  store: Store,
  { text, files, problems }: Found,
  folder: string,
  watch = new LoadWatch(files),
): Promise<Loaded> {
  const opened = await openSources(store, files, text.config.time_zone, problems);
  const each = await loadFiles(store, new Loader(folder), opened, watch);
  const final = await createRelations(store, await mergeExports(store, opened, each));
  await addSendsFromEvents(store, opened, final);
  await assertSharedSystems(store, text);
  return { config: text.config, inputs: final.map(({ input }) => input) };
}

/** Finds and loads an ecosystem's folder. */
export async function loadEcosystem(store: Store, dir: string, options: LoadOptions = {}): Promise<Loaded> {
  const found = await findEcosystem(dir);
  return loadFound(store, found, await openStoreFolder(options.storeDir ?? join(dir, '.unsilo')));
}
