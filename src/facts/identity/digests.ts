import type { Config } from '../../model/config.js';
import { md5Hex, sha1Hex, sha256Hex } from '../../store/dialect.js';
import { quoteText } from '../../store/store.js';

/** How an address in clear is hashed, and the condition under which that is worth the work. */
export interface Digest {
  readonly of: (value: string) => string;
  /** `WHERE` condition, empty where it always is. */
  readonly when: string;
}

const hashed = `key_type IN ('email_sha256', 'phone_sha256')`;
const some = (digits: number): string => `
  (EXISTS (SELECT 1 FROM work_subjects WHERE ${hashed} AND length(subject_key) = ${digits})
   OR EXISTS (SELECT 1 FROM work_values WHERE ${hashed} AND length(value_norm) = ${digits}))`;

const functions: readonly Digest[] = [
  { of: sha256Hex, when: '' },
  { of: md5Hex, when: some(32) },
  { of: sha1Hex, when: some(40) },
];

/**
 * How systems hash addresses: SHA-256, and MD5 or SHA-1 where hashes are as short as theirs; with the declared salt
 * before the address, and without, since not every system that hashes uses it.
 */
export function digests(config: Config): Digest[] {
  const salt = config.identity?.hash_salt;
  if (salt === undefined) return [...functions];
  const salted = functions.map(
    ({ of, when }): Digest => ({ of: (value) => of(`${quoteText(salt)} || ${value}`), when }),
  );
  return [...functions, ...salted];
}
