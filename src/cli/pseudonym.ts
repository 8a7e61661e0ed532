import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../model/errors.js';

const read = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);

/** The key of --key-file, which must exist and not be empty. */
async function readKey(file: string): Promise<Buffer> {
  const key = await read(file);
  if (key && key.length > 0) return key;
  throw new UsageError({
    message: `--key-file ${file} ${key ? 'is empty' : 'cannot be read'}`,
    expected: 'a file of random bytes, 32 or more',
  });
}

/** The ecosystem's own key; made once, readable by nobody else. */
async function ownKey(file: string): Promise<Buffer> {
  const known = await read(file);
  if (known) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readKey(file);
}

/** Names persons so that the same person has the same name as long as the key stays, and nobody else can tell who. */
export async function createPseudonyms(
  keyFile: string | undefined,
  own: string,
): Promise<(person: string) => string> {
  const key = keyFile === undefined ? await ownKey(own) : await readKey(keyFile);
  return (person) => `p-${createHmac('sha256', key).update(person).digest('hex').slice(0, 16)}`;
}
