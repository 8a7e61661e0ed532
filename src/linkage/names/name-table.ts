import { nameForms } from './forms.js';
import { componentsOf } from './groups.js';
import { linkNames } from './links.js';

/** One distinct name among others. */
export interface NameRow {
  readonly folded: string;
  /** Key for blocking: names that are spellings of each other, be it over a third, have the same number. */
  readonly block: number;
  /** Numbers of the other names (places in the list given) that are other spellings of this one, ascending. */
  readonly alike: readonly number[];
}

/** One row for each distinct name, in their order, and how many sound like too many others to be compared with all. */
interface NameTable {
  readonly rows: readonly NameRow[];
  readonly crowded: number;
}

/** What distinct values of a name column have to do with each other. */
export function nameTable(names: readonly string[]): NameTable {
  const forms = names.map((name) => nameForms(name));
  const { links, crowded } = linkNames(forms);
  const across = links.filter(
    ({ a, b, level }) => level === 'equivalent' || forms[a]!.arabic !== forms[b]!.arabic,
  );
  const blocks = componentsOf(names.length, across);
  const alike: number[][] = names.map(() => []);
  for (const { a, b } of links) {
    alike[a]!.push(b);
    alike[b]!.push(a);
  }
  const rows = forms.map(({ folded }, index) => ({
    folded,
    block: blocks[index]!,
    alike: alike[index]!.sort((one, other) => one - other),
  }));
  return { rows, crowded };
}
