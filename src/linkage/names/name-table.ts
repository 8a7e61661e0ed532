import { nameForms } from './forms.js';
import { blocksOf } from './groups.js';
import { nameLinks } from './links.js';

/** One distinct name among others. */
export interface NameRow {
  readonly folded: string;
  /** Key for blocking: names of one sound, in whatever script and order of words, have the same number. */
  readonly block: number;
  /** Numbers of the other names (places in the list given) that are other spellings of this one, ascending. */
  readonly alike: readonly number[];
}

const otherThanLatin = /[^\p{Script=Latin}\P{L}]/u;

/** Whether comparing letters is not enough: some names are written in another script than Latin. */
export const needSounds = (names: readonly string[]): boolean =>
  names.some((name) => otherThanLatin.test(name));

/** What distinct values of a name column have to do with each other; one row for each, in their order. */
export function nameTable(names: readonly string[]): NameRow[] {
  const forms = names.map(nameForms);
  const blocks = blocksOf(forms);
  const alike: number[][] = names.map(() => []);
  for (const { a, b } of nameLinks(forms)) {
    alike[a]!.push(b);
    alike[b]!.push(a);
  }
  return forms.map(({ folded }, index) => ({
    folded,
    block: blocks[index]!,
    alike: alike[index]!.sort((one, other) => one - other),
  }));
}
