import type { Encoding, FileFacts, SourceFile } from './types.js';
import { Unreadable } from './unreadable.js';

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  'windows-1252': 'windows-1252',
  'windows-1256': 'windows-1256',
};

/** Whether a text cannot be in the encoding. Single rows that are not are no proof: they are set aside. */
function contradicts(encoding: string, { looksLike, surelyUtf8, hasZeros }: FileFacts): boolean {
  const isWide = names[looksLike] === 'utf-16';
  if (encoding === 'utf-16') return !isWide && !hasZeros;
  return isWide || (encoding !== 'utf-8' && surelyUtf8);
}

/** The encoding a source declares, or else what the bytes look like; refuses a file that is surely in another. */
export function declaredEncoding({ source }: SourceFile, facts: FileFacts): Encoding {
  const { encoding } = source;
  if (encoding === undefined) return facts.looksLike;
  const seen = names[facts.looksLike];
  if (contradicts(encoding, facts))
    throw new Unreadable(
      `it is declared to be in ${encoding} but looks like ${seen}`,
      `text in ${encoding}`,
      [`set encoding: ${seen}, or leave it out`],
    );
  if (encoding !== 'utf-16') return encoding;
  return facts.looksLike === 'utf-16be' ? 'utf-16be' : 'utf-16le';
}

/** What to say of a row whose bytes are no text. */
export function expectedText({ encoding, looksLike, hasZeros }: FileFacts): string {
  const other = looksLike === encoding ? '' : `; the bytes look like ${names[looksLike]}`;
  return `text in the declared encoding${hasZeros ? ', without zero bytes' : ''}${other}`;
}
