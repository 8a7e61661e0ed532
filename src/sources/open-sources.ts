import { type Problem, SourceError } from '../model/errors.js';
import { findTable } from '../model/tables/index.js';
import type { Store } from '../store/store.js';
import { headerProblems } from './mapping/check-header.js';
import { planRows } from './mapping/plan.js';
import { isImport, openImports } from './open-imports.js';

import { openMapped } from './open-mapped.js';
import { zoneProblems } from './open-postfix.js';
import type { ImportFile, PlannedFile, SourceFile } from './types.js';
import { unreadable } from './unreadable.js';

/** Files open at the same time; a folder may have thousands. */
const atOnce = 16;

type Opened = PlannedFile | { readonly problems: readonly Problem[] };

async function openSource(store: Store, file: SourceFile, zone: string | undefined): Promise<Opened> {
  try {
    const table = findTable(file.source.table)!;
    const open = await openMapped(store, file, table);
    const problems = headerProblems(open, table);
    if (problems.length > 0) return { problems };
    const plan = planRows(table, open.source, open.header, { zone, format: file.format });
    const unplaced = zoneProblems({ ...open, plan });
    return unplaced.length > 0 ? { problems: unplaced } : { ...open, plan };
  } catch (error) {
    return { problems: [unreadable(file, error)] };
  }
}

/**
 * Looks into every file and plans its mapping, in the given order; throws a SourceError with the mistakes of all files
 * together.
 */
export async function openSources(
  store: Store,
  files: readonly SourceFile[],
  zone: string | undefined,
  before: readonly Problem[],
): Promise<(PlannedFile | ImportFile)[]> {
  const given = files.filter((file) => !isImport(file));
  const tables: Opened[] = [];
  for (let next = 0; next < given.length; next += atOnce) {
    const some = given.slice(next, next + atOnce);
    tables.push(...(await Promise.all(some.map((file) => openSource(store, file, zone)))));
  }
  const imports = await openImports(files.filter(isImport));
  const wrong = tables.flatMap((one) => ('problems' in one ? one.problems : []));
  const problems = [...before, ...wrong, ...imports.problems];
  if (problems.length > 0) throw new SourceError(problems);
  const byFile = new Map<SourceFile, PlannedFile | ImportFile>(imports.files);
  for (const [i, file] of given.entries()) byFile.set(file, tables[i] as PlannedFile);
  return files.map((file) => byFile.get(file)!);
}
