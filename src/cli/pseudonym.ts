import { createHmac } from 'node:crypto';
import { readKey, readOwnKey } from '../app/keys.js';

/** Names persons under a key. */
export const namePersons =
  (key: Uint8Array): ((person: string) => string) =>
  (person) =>
    `p-${createHmac('sha256', key).update(person).digest('hex').slice(0, 16)}`;

/** Names persons so that the same person has the same name as long as the key stays, and nobody else can tell who. */
export async function createPseudonyms(
  keyFile: string | undefined,
  storeDir: string,
  warn: (warning: string) => void,
): Promise<(person: string) => string> {
  const { bytes, warnings } = keyFile === undefined ? await readOwnKey(storeDir) : await readKey(keyFile);
  warnings.forEach(warn);
  return namePersons(bytes);
}
