import { nameForms, nameLevel } from '../../../src/linkage/names/index.js';
import { nameLinks } from '../../../src/linkage/names/links.js';
import { knownBook } from '../../../src/linkage/names/name-book.js';
import { bookWithout, differentPairs, type Half, type Pair, samePairs } from './read-names.js';

/** With the list of known names as it is, or without every entry that holds a word of the names measured. */
export type Book = 'listed' | 'struck out';

interface NameFigures {
  /** Pairs of spellings of one name, and pairs of different names. */
  readonly same: number;
  readonly different: number;
  /** Share of the same that share a key. */
  readonly blocking: number;
  /** Of the final decision, which names are one among all names of the half. */
  readonly recall: number;
  readonly precision: number;
}

/** Measures the names of a half. No rule was changed for a pair of the halves `measured` and `unseen`. */
export function nameFigures(half: Half, book: Book): NameFigures {
  const [same, different] = [samePairs(half), differentPairs(half)];
  const names = [...new Set([...same, ...different].flat())];
  const known = book === 'listed' ? knownBook : bookWithout(half);
  const forms = names.map((name) => nameForms(name, known));
  const linked = new Set(nameLinks(forms).map(({ a, b }) => `${a} ${b}`));
  const placesOf = (pair: Pair) => pair.map((name) => names.indexOf(name)).sort((a, b) => a - b);
  const levelOf = (pair: Pair) => {
    const [a, b] = placesOf(pair);
    return nameLevel(forms[a!]!, forms[b!]!);
  };
  const isOne = (pair: Pair) => levelOf(pair) === 'equal' || linked.has(placesOf(pair).join(' '));
  const right = same.filter(isOne).length;
  return {
    same: same.length,
    different: different.length,
    blocking: same.filter((pair) => levelOf(pair) !== 'none').length / same.length,
    recall: right / same.length,
    precision: right / (right + different.filter(isOne).length),
  };
}
