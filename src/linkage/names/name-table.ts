import { nameForms } from './forms.js';
import { componentsOf } from './groups.js';
import { nameLinks } from './links.js';

/** One distinct name among others. */
export interface NameRow {
  readonly folded: string;
  /** Key for blocking: names that are spellings of each other, be it over a third, have the same number. */
  readonly block: number;
  /** Numbers of the other names (places in the list given) that are other spellings of this one, ascending. */
  readonly alike: readonly number[];
}

/** What distinct values of a name column have to do with each other; one row for each, in their order. */
export function nameTable(names: readonly string[]): NameRow[] {
  const forms = names.map((name) => nameForms(name));
  const links = nameLinks(forms);
  const across = links.filter(
    ({ a, b, level }) => level === 'equivalent' || forms[a]!.arabic !== forms[b]!.arabic,
  );
  const blocks = componentsOf(names.length, across);
  const alike: number[][] = names.map(() => []);
  for (const { a, b } of links) {
    alike[a]!.push(b);
    alike[b]!.push(a);
  }
  return forms.map(({ folded }, index) => ({
    folded,
    block: blocks[index]!,
    alike: alike[index]!.sort((one, other) => one - other),
  }));
}
