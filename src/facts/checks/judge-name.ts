import { distance } from 'fastest-levenshtein';
import { nameForms, nameLevel } from '../../linkage/names/index.js';
import { mayBeOne, wordsOf } from './persons.js';

/**
 * What a name on a message is to the names on record: the person's own; what no name can be, a placeholder or broken
 * letters; a slip of the person's own; or something else, perhaps somebody else's.
 */
export type NameVerdict = 'own' | 'broken' | 'slip' | 'other';

/** Left over from filling in, or letters of another encoding. */
const placeholder =
  /[{}<>[\]%$|]|^(null|undefined|nan|n\/a|first ?name|last ?name|full ?name|name|test test)$/iu;
const mojibake = /[ÃÂ][\u0080-\u00bf]|â€|\ufffd|\p{L}\?\p{L}/u;

const sorted = (word: string): string => Array.from(word).sort().join('');

const isSwapped = (a: string, b: string): boolean => a !== b && sorted(a) === sorted(b);

/** Letters that differ; two swapped are one slip. */
const slips = (a: string, b: string): number => (isSwapped(a, b) ? 1 : distance(a, b));

/** Words so short differ by a letter and are other names. */
const shortest = 4;
const longWord = 6;

/** Whether a word may be another one mistyped. */
const isNear = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= shortest && slips(a, b) <= (a.length >= longWord ? 2 : 1));

const soundAlike = (a: string, b: string): boolean => nameLevel(nameForms(a), nameForms(b)) !== 'none';

/** What a name of as many words, in their order, is that differs in one of them and hardly: a slip, or another spelling. */
function judgeNear(stated: string, own: string): NameVerdict {
  const [one, other] = [wordsOf(stated), wordsOf(own)];
  if (one.length < 2 || one.length !== other.length) return 'other';
  const off = one.findIndex((word, i) => word !== other[i]);
  if (!one.every((word, i) => (i === off ? isNear(word, other[i]!) : word === other[i]))) return 'other';
  if (isSwapped(one[off]!, other[off]!)) return 'slip';
  return soundAlike(one.join(' '), other.join(' ')) ? 'own' : 'slip';
}

/** Judges the name on a message by the names that records have of the person. */
export function judgeName(stated: string, own: readonly string[]): NameVerdict {
  if (placeholder.test(stated.trim()) || mojibake.test(stated))
    return own.includes(stated) ? 'own' : 'broken';
  if (wordsOf(stated).length === 0 || own.some((name) => mayBeOne(stated, name))) return 'own';
  const near = own.map((name) => judgeNear(stated, name));
  return near.find((verdict) => verdict === 'own') ?? near.find((verdict) => verdict === 'slip') ?? 'other';
}
