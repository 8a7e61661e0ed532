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

/** Files open at the same time; a folder may have thousands. */
const atOnce = 16;

type Opened = PlannedFile | LineageFile | { readonly problems: readonly Problem[] };

async function openSource(store: Store, file: SourceFile, zone: string | undefined): Promise<Opened> {
  try {
    const table = findTable(file.source.table);
    if (table === undefined) return await openLineage(file);
    const open = await openFile(store, file, table);
    const problems = headerProblems(open, table);
    return problems.length > 0
      ? { problems }
      : { ...open, plan: planRows(table, file.source, open.header, { zone, format: file.format }) };
  } catch (error) {
    return { problems: [unreadable(file, error)] };
  }
}

/** Looks into every file and plans its mapping; throws a SourceError with the mistakes of all files together. */
export async function openSources(
  store: Store,
  files: readonly SourceFile[],
  zone: string | undefined,
  before: readonly Problem[],
): Promise<(PlannedFile | LineageFile)[]> {
  const opened: Opened[] = [];
  for (let next = 0; next < files.length; next += atOnce) {
    const some = files.slice(next, next + atOnce);
    opened.push(...(await Promise.all(some.map((file) => openSource(store, file, zone)))));
  }
  const problems = [...before, ...opened.flatMap((one) => ('problems' in one ? one.problems : []))];
  if (problems.length > 0) throw new SourceError(problems);
  return opened as (PlannedFile | LineageFile)[];
}
