import { compareText } from '../../text/compare.js';
import type { SourceFile } from '../types.js';

/** `maillog-20261122` → `2026-11-22`: the day in a file's name; undefined where it has none. */
export function dayOfName(name: string): string | undefined {
  const [, year, month, day] = /(20\d\d)-?([01]\d)-?([0-3]\d)/.exec(name.split('/').at(-1)!) ?? [];
  const text = `${year}-${month}-${day}`;
  return year !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** How old a file of a rotated log is by its name: `maillog.2.gz` was written before `maillog.1`, and that before `maillog`. */
const ageOf = (name: string): number => Number(/\.(\d{1,4})(?:\.gz)?$/.exec(name)?.[1] ?? 0);

/** Files with a day in their name come before those that have none: the log that is still being written. */
const order = (a: string, b: string): number =>
  compareText(dayOfName(a) ?? '9', dayOfName(b) ?? '9') || ageOf(b) - ageOf(a) || compareText(a, b);

/**
 * Several files of one log are one source, in the order in which they were written, since a message that waits in one is
 * delivered in the next. Other files stay as they are.
 */
export function joinRotated(files: readonly SourceFile[]): readonly SourceFile[] {
  const [first] = files;
  if (first === undefined || files.length < 2 || files.some(({ format }) => format !== 'postfix'))
    return files;
  const sorted = [...files].sort((a, b) => order(a.file, b.file));
  const members = sorted.map(({ file, path, inside }) => ({ name: file, path, ...(inside && { inside }) }));
  return [{ ...first, file: first.source.file, gzip: false, members }];
}
