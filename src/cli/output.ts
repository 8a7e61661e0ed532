import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, lstat, mkdir, mkdtemp, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { assertGoing, noteKept, notePassing } from '../store/stopping.js';

const code = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** `unsilo … | head` is no error: what nobody reads any more is dropped, the verdict stays. */
export function tolerateClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (code(error) !== 'EPIPE') throw error;
    });
  }
}

/** Writes to stdout at the reader's pace; false when the reader has gone. */
export async function writeOut(text: string | Uint8Array): Promise<boolean> {
  if (process.stdout.destroyed) return false;
  if (process.stdout.write(text)) return true;
  const drained = once(process.stdout, 'drain').then(() => true);
  const closed = once(process.stdout, 'close').then(() => false);
  return Promise.race([drained, closed]).catch(() => false);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EEXIST: 'a file stands where its folder should be',
  ENOTDIR: 'a file stands where its folder should be',
  EISDIR: 'it is a folder',
};

/** What keeps a file from being written, in words. */
export const cannotWrite = (file: string, error: unknown): UsageError =>
  new UsageError({
    message: `cannot write ${file}: ${reasons[code(error)] ?? (code(error) || String(error))}`,
    expected: 'a file in a writable folder',
  });

/**
 * Makes a folder and those above it, one by one: asked for all at once, Node 20 never comes back where the system says of
 * a folder that is there that it is not, as below /proc.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder), mode);
  await mkdir(folder, { mode }).catch(async (error: NodeJS.ErrnoException) => {
    const made = await stat(folder).catch(() => undefined);
    if (!made?.isDirectory()) throw error;
  });
}

/** The path itself, or the nearest above it that anything stands at. */
async function nearestTo(path: string): Promise<string> {
  const found = await lstat(path).catch(() => undefined);
  return found === undefined && dirname(path) !== path ? nearestTo(dirname(path)) : path;
}

/** Fails unless files can be written into a folder; one that is not there is tried beside where it would stand. */
async function tryFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return access(folder, constants.W_OK);
  await rmdir(await mkdtemp(join(await nearestTo(folder), '.unsilo-')));
}

/** Checks before any work that a file can be written. Makes nothing, so that a run which fails leaves nothing. */
export async function assertWritable(file: string): Promise<void> {
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isDirectory()) throw cannotWrite(file, { code: 'EISDIR' });
  try {
    await tryFolder(dirname(file));
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** A device or pipe takes what it is sent; there is nothing to put in its place. */
const isStream = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => !found.isFile(),
    () => false,
  );

/**
 * Writes under a temporary name in the same folder, made if there is none, and renames, so that a killed run leaves
 * nothing half. A link is replaced, not followed, and nobody's file under the temporary name is written into.
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  assertGoing();
  if (await isStream(file)) return writeFile(file, content);
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const forget = notePassing(temporary);
  try {
    await makeFolder(dirname(file));
    await rm(temporary, { force: true });
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, file);
    noteKept(`${file} is written`);
  } catch (error) {
    await rm(temporary, { force: true });
    throw cannotWrite(file, error);
  } finally {
    forget();
  }
}
