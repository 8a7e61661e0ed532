import { dirname } from 'node:path';
import { diff, diffFormats, hasNews, renderDiff } from '../../app/diff.js';
import { assertChoice } from '../checks.js';
import { readGiven } from '../past.js';
import { show } from '../show.js';

export interface DiffOptions {
  readonly format: string;
  readonly failOnNew?: boolean;
}

const read = (file: string) => readGiven('the snapshot', file, dirname(file), []);

/** Prints what became of the findings of one snapshot in another; 1 with --fail-on-new when something is. */
export async function runDiff(before: string, after: string, typed: DiffOptions): Promise<number> {
  const format = assertChoice('format', typed.format, diffFormats);
  const difference = await diff(await read(before), await read(after));
  await show(renderDiff(difference, format, process.stdout.columns ?? 100));
  return typed.failOnNew === true && hasNews(difference) ? 1 : 0;
}
