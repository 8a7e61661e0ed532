import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../model/errors.js';
import { processTag } from './leftovers.js';

const code = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Whether somebody other than the owner may read a file; on systems without such modes nobody can tell. */
async function isOpen(file: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;
}

/** A key, and what to warn of. */
export interface Key {
  readonly bytes: Buffer;
  readonly warnings: readonly string[];
}

async function read(file: string, name: string): Promise<Key> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes && bytes.length > 0) {
    const warning = `${name} can be read by others; whoever has it can tell who stands behind a pseudonym: chmod 600 ${file}`;
    return { bytes, warnings: (await isOpen(file)) ? [warning] : [] };
  }
  throw new UsageError({
    message: `${name} ${bytes ? 'is empty' : 'cannot be read'}`,
    expected: 'a file of random bytes, 32 or more',
  });
}

/** The key of --key-file, which must exist and not be empty. */
export const readKey = (file: string): Promise<Key> => read(file, `--key-file ${file}`);

/** Appears whole or not at all, whoever else makes one at the same time. */
async function make(file: string): Promise<void> {
  const temporary = `${file}.${processTag}.${randomBytes(4).toString('hex')}.tmp`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(temporary, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    await link(temporary, file);
  } catch (error) {
    if (code(error) !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The ecosystem's own key in the folder of the store; made once, readable by nobody else. */
export async function readOwnKey(folder: string): Promise<Key> {
  const file = join(folder, 'key');
  if (!(await stat(file).catch(() => undefined))) await make(file);
  return read(file, `the key ${file}`);
}
