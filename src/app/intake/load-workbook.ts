import { basename, dirname, join } from 'node:path';
import { configSchema } from '../../model/config.js';
import type { Input } from '../../model/manifest.js';
import { loadFound } from '../../sources/index.js';
import { openIntake } from '../../sources/intake/find-sheets.js';
import type { Store } from '../../store/store.js';

/** What a workbook alone gives. */
export interface LoadedWorkbook {
  readonly inputs: readonly Input[];
  /** Sheets that are of no table. */
  readonly others: readonly string[];
}

/** Loads the tables of one workbook, as an ecosystem of that file would. Throws a SourceError with its mistakes. */
export async function loadWorkbook(store: Store, path: string): Promise<LoadedWorkbook> {
  const [dir, file] = [dirname(path), basename(path)];
  const config = configSchema.parse({ name: file, sources: [{ table: 'intake', file }] });
  const source = config.sources[0]!;
  const found = await openIntake({
    file,
    path: join(dir, file),
    format: 'xlsx',
    gzip: false,
    source,
    entry: 0,
  });
  const text = {
    config,
    problem: (_: unknown, details: object) => ({ place: { file }, ...details }) as never,
  };
  const { inputs } = await loadFound(store, { text, ...found }, dir);
  return { inputs, others: found.others };
}
