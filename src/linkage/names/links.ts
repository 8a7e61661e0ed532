import { type NameForms, nameForms } from './forms.js';
import { nameLevel } from './level.js';

/** Two of the given names (by index, `a` < `b`) that are spelt differently and mean the same. */
export interface NameLink {
  readonly a: number;
  readonly b: number;
  readonly level: 'equivalent' | 'voiced';
}

/** Names of one script that share a key are compared only where they are so few; scripts always meet. */
const fewOfOneScript = 300;

function groupsBySkeleton(forms: readonly NameForms[]): number[][] {
  const groups = new Map<string, number[]>();
  forms.forEach((form, index) => {
    for (const key of form.skeletons) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Pairs of a group that are worth a comparison, the smaller index first. */
function* pairsOf(group: readonly number[], forms: readonly NameForms[]): Generator<[number, number]> {
  const withinScript = group.length <= fewOfOneScript;
  for (const [position, a] of group.entries())
    for (const b of group.slice(position + 1))
      if (withinScript || forms[a]!.arabic !== forms[b]!.arabic) yield [a, b];
}

/**
 * Which of these distinct names are spellings of one name, in order of `a` and `b`. Feed it the distinct values of a
 * column and join the result to pairs of records; equal folded forms are not listed.
 */
export function nameLinks(names: readonly string[]): NameLink[] {
  const forms = names.map(nameForms);
  const seen = new Set<number>();
  const links: NameLink[] = [];
  for (const group of groupsBySkeleton(forms))
    for (const [a, b] of pairsOf(group, forms)) {
      const pair = a * names.length + b;
      if (seen.has(pair)) continue;
      seen.add(pair);
      const level = nameLevel(forms[a]!, forms[b]!);
      if (level === 'equivalent' || level === 'voiced') links.push({ a, b, level });
    }
  return links.sort((one, other) => one.a - other.a || one.b - other.b);
}
