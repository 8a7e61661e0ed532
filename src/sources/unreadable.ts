import type { Problem } from '../model/errors.js';
import type { Format } from './format.js';

/** Why a file cannot be read, with what was expected instead. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly expected: string,
    readonly tips: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The problem of a file that cannot be read, whatever the reason. */
export function unreadable(
  file: { readonly file: string; readonly format: Format | 'zip' },
  error: unknown,
): Problem {
  const known = error instanceof Unreadable ? error : undefined;
  return {
    place: { file: file.file },
    message: `${file.file} cannot be read: ${known?.message ?? (error as Error).message}`,
    expected: known?.expected ?? `a readable ${file.format} file`,
    tips: [...(known?.tips ?? []), 'nothing was audited'],
  };
}
