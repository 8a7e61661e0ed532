import { type Problem, SourceError } from '../model/errors.js';
import { findTable } from '../model/tables/index.js';
import type { Store } from '../store/store.js';
import { openLineage } from './load-lineage.js';
import { headerProblems } from './mapping/check-header.js';
import { planRows } from './mapping/plan.js';
import { openFile, Unreadable } from './open-file.js';
import type { LineageFile, PlannedFile, SourceFile } from './types.js';

function unreadable(file: SourceFile, error: unknown): Problem {
  const known = error instanceof Unreadable ? error : undefined;
  return {
    place: { file: file.file },
    message: `${file.file} cannot be read: ${known?.message ?? (error as Error).message}`,
    expected: known?.expected ?? `a readable ${file.format} file`,
    tips: [...(known?.tips ?? []), 'nothing was audited'],
  };
}

/** Looks into every file and plans its mapping; throws a SourceError with the mistakes of all files together. */
export async function openSources(
  store: Store,
  files: readonly SourceFile[],
  zone: string | undefined,
  before: readonly Problem[],
): Promise<(PlannedFile | LineageFile)[]> {
  const problems = [...before];
  const planned: (PlannedFile | LineageFile)[] = [];
  for (const file of files) {
    try {
      const table = findTable(file.source.table);
      if (table === undefined) {
        planned.push(await openLineage(file));
        continue;
      }
      const open = await openFile(store, file);
      problems.push(...headerProblems(open, table));
      planned.push({ ...open, plan: planRows(table, file.source, open.header, zone) });
    } catch (error) {
      problems.push(unreadable(file, error));
    }
  }
  if (problems.length > 0) throw new SourceError(problems);
  return planned;
}
