import { distance } from 'fastest-levenshtein';

/** A file of the code that may send messages. */
export interface CodeFile {
  readonly path: string;
  readonly text: string;
}

const word = /[\p{L}_][\p{L}\p{N}_]*/gu;
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const asDigit = (one: string): string => (digits.includes(one) ? String(digits.indexOf(one)) : one);

/** Words of a name: `cardLast4` and `card_last_four` have the same. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Za-z])(\d)/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((one) => one !== '')
    .map(asDigit);
/** `firstName`, `first_name` and `getFirstName` are easily taken for one another. */
const folded = (name: string): string => wordsOf(name).join('');
/** Shorter names are too often like others. */
export const shortest = 6;
/** `handlerPhone` without the word before it: the shorter of two such names has two words at least. */
const isTail = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.length >= 2 && longer.length === shorter.length + 1 && longer.slice(1).join() === shorter.join();

/** Names that code knows; what a getter gives is one. */
export class CodeWords {
  readonly #all = new Set<string>();
  readonly #folded = new Map<string, string>();

  constructor(files: readonly CodeFile[]) {
    for (const { text } of files) for (const [found] of text.matchAll(word)) this.#add(found);
  }

  #add(name: string): void {
    if (this.#all.has(name)) return;
    this.#all.add(name);
    if (!this.#folded.has(folded(name))) this.#folded.set(folded(name), name);
    const [, got] = /^(?:get|is|has)([A-Z]\w*)$/.exec(name) ?? [];
    if (got) this.#add(got[0]!.toLowerCase() + got.slice(1));
  }

  has = (name: string): boolean => this.#all.has(name);

  /** The same letters otherwise written, or, of a name that stands alone, one letter mistyped. */
  like(name: string, isAlone: boolean): string | undefined {
    const same = this.#folded.get(folded(name));
    if (same !== undefined || !isAlone || name.length < shortest) return same;
    const own = wordsOf(name);
    return [...this.#all].find(
      (other) =>
        (Math.abs(other.length - name.length) <= 1 &&
          distance(other, name) === 1 &&
          `${other}s` !== name &&
          other !== `${name}s`) ||
        isTail(own, wordsOf(other)) ||
        isTail(wordsOf(other), own),
    );
  }
}
