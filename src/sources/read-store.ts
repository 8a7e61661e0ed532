import { constants } from 'node:fs';
import { access, chmod, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { notePassing } from '../store/stopping.js';
import { processTag, removeLeftovers } from './leftovers.js';

/** A folder only its owner may read, which keeps itself out of version control. */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Our own folder is closed even when it was open; one that is somebody's, named by --store, stays as it is. */
async function makeFolders(root: string, folder: string): Promise<void> {
  if (basename(root) === '.unsilo' || !(await isThere(root))) await makePrivate(root);
  await makePrivate(folder);
}

/**
 * The folder for loaded sources; made when missing, and cleaned of what killed runs left. Throws a UsageError where
 * nothing may be written.
 */
export async function openStoreFolder(root: string): Promise<string> {
  const folder = join(root, 'store');
  try {
    await makeFolders(root, folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError({
      message: `the folder for loaded sources cannot be written: ${(error as Error).message}`,
      value: folder,
      expected: "a folder that may be written, and is nobody else's",
      tips: ['name another with --store DIR'],
    });
  }
  await removeLeftovers(root);
  return folder;
}

/** Whether a file is there. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Bytes of a file; 0 where it cannot be read, which loading tells. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Lets `make` write a file under a temporary name and puts it in place, so that nobody ever sees half of it. */
export async function makeFile(path: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${processTag}.tmp`;
  const remove = () => Promise.all([rm(temporary, { force: true }), rm(`${temporary}.wal`, { force: true })]);
  await remove();
  const forget = [temporary, `${temporary}.wal`].map(notePassing);
  try {
    await make(temporary);
    // The name is of the content: where another run has it open and it cannot be replaced, it is what was made.
    await rename(temporary, path).catch(async (error: unknown) => {
      if (!(await exists(path))) throw error;
    });
  } finally {
    await remove();
    for (const each of forget) each();
  }
}

/** Notes that a kept file was used; who may only read need not. */
export async function markUsed(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

const day = 86_400_000;

/**
 * Removes what was kept for inputs that have changed since: files last used more than a day before the newest one.
 * What cannot be removed, perhaps because another run has it open, stays.
 */
export async function sweepStore(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.duckdb'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, used: (await stat(path)).mtimeMs };
    }),
  );
  const newest = Math.max(...files.map(({ used }) => used));
  const old = files.filter(({ used }) => used < newest - day);
  await Promise.all(old.map(({ path }) => rm(path, { force: true }).catch(() => undefined)));
}

/** Lets `use` work with a file that is gone afterwards. */
export async function withTemporary<T>(path: string, use: (path: string) => Promise<T>): Promise<T> {
  const forget = notePassing(path);
  try {
    return await use(path);
  } finally {
    await rm(path, { force: true });
    forget();
  }
}
