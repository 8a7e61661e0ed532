import { join } from 'node:path';
import type { Store } from '../store/store.js';
import { readLoaded, recordSelects } from './build-rows.js';
import { findSources } from './find-sources.js';
import { Loader } from './load-file.js';
import { openSources } from './open-sources.js';
import { readConfig } from './read-config.js';
import { openStoreFolder } from './read-store.js';
import { createRelations, type LoadedFile } from './relations.js';
import { calendarMacro } from './sql/calendars.js';
import type { Loaded, PlannedFile, Progress } from './types.js';

export interface LoadOptions {
  /** Folder for what is kept between runs; default `.unsilo` in the ecosystem. */
  readonly storeDir?: string;
  readonly onProgress?: (event: Progress) => void;
}

/** Makes the calendars that some column declares known to the engine. */
async function prepareCalendars(store: Store, files: readonly PlannedFile[]): Promise<void> {
  const used = new Set(files.flatMap(({ plan }) => plan.records.flat().map(({ calendar }) => calendar)));
  for (const calendar of ['jalali', 'hijri'] as const)
    if (used.has(calendar)) await store.run(calendarMacro(calendar));
}

async function loadFile(
  store: Store,
  loader: Loader,
  file: PlannedFile,
  source: number,
): Promise<LoadedFile> {
  const target = await loader.load(file, source);
  const { rows_in, rows_set_aside, numbered } = await readLoaded(store, target);
  const { sha256, bytes } = file.facts;
  const { name, large } = file.plan.table;
  return {
    source,
    target,
    selects: { [name]: recordSelects(file, target, source, numbered) },
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

/**
 * Loads an ecosystem's folder: afterwards the store has every `std_` relation. Throws a UsageError without
 * unsilo.yaml, a SourceError with all mistakes of unsilo.yaml and of the files' column names, and of unreadable files.
 */
export async function loadEcosystem(store: Store, dir: string, options: LoadOptions = {}): Promise<Loaded> {
  const text = await readConfig(dir);
  const { files, problems } = await findSources(dir, text);
  const planned = await openSources(store, files, text.config.time_zone, problems);
  await prepareCalendars(store, planned);
  const loader = new Loader(store, await openStoreFolder(options.storeDir ?? join(dir, '.unsilo')));
  const loaded: LoadedFile[] = [];
  for (const [index, file] of planned.entries()) {
    options.onProgress?.({ stage: 'load', file: file.file, rows: 0 });
    loaded.push(await loadFile(store, loader, file, index + 1));
    options.onProgress?.({ stage: 'load', file: file.file, rows: loaded.at(-1)!.input.rows_in });
  }
  await createRelations(store, loaded);
  return { config: text.config, inputs: loaded.map(({ input }) => input) };
}
