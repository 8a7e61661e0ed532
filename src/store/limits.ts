import { totalmem } from 'node:os';
import { UsageError } from '../model/errors.js';
import { parseSize } from '../text/sizes.js';

const mebibyte = 2 ** 20;
const most = 4096 * mebibyte;
const mostAround = 1024 * mebibyte;

/** What a run may use when nobody says: half of the machine, or of what the process may have, at most 4 GiB. */
export function usualMemoryLimit(total = totalmem(), allowed = process.constrainedMemory() ?? 0): string {
  const available = allowed > 0 ? Math.min(total, allowed) : total;
  return `${Math.floor(Math.min(most, available / 2) / mebibyte)}MiB`;
}

/**
 * What the engine may use of a limit for the whole run: all but a quarter, at most 1 GiB. The program around it and what the
 * engine does not count came to 0.8 GiB at 10 M + 10 M.
 */
export function engineShare(limit: string): string {
  const bytes = parseSize(limit);
  if (bytes === undefined) return limit;
  return `${Math.floor((bytes - Math.min(mostAround, bytes / 4)) / mebibyte)}MiB`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isFull = (error: unknown): boolean =>
  /No space left on device|ENOSPC|max_temp_directory_size/.test(messageOf(error));

/** The work needs more memory or disk than there is; what it was done on is not to blame. */
export const isExhausted = (error: unknown): boolean =>
  isFull(error) || messageOf(error).startsWith('Out of Memory');

/** What to do about it, for the person at the keyboard; `folder` is where tables are kept and spilled to. */
export function explainExhausted(error: unknown, memoryLimit: string, folder: string): UsageError {
  return isFull(error)
    ? new UsageError({
        message: `there is no space left in ${folder}, where large tables are kept and memory is spilled to`,
        expected: 'room for about twice the size of the sources',
        tips: ['nothing was audited', 'free some space', 'name a folder on another disk with --store DIR'],
      })
    : new UsageError({
        message: 'the work needs more memory than it may have',
        value: memoryLimit,
        expected: 'a higher limit',
        tips: ['nothing was audited', `raise --memory-limit above ${memoryLimit}`],
      });
}
