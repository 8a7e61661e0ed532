import type { NameForms } from './forms.js';
import { bySkeleton } from './groups.js';
import { nameLevel } from './level.js';

/** Two of the given names (by index, `a` < `b`) that are spelt differently and mean the same. */
export interface NameLink {
  readonly a: number;
  readonly b: number;
  readonly level: 'equivalent' | 'voiced';
}

/** Names of one script that share a key are compared only where they are so few; scripts always meet. */
const fewOfOneScript = 60;

/** Pairs of a group that are worth a comparison, the smaller index first. */
function* pairsOf(group: readonly number[], forms: readonly NameForms[]): Generator<[number, number]> {
  const withinScript = group.length <= fewOfOneScript;
  for (const [position, a] of group.entries())
    for (const b of group.slice(position + 1))
      if (withinScript || forms[a]!.arabic !== forms[b]!.arabic) yield [a, b];
}

/** Which of these are spellings of one name, in order of `a` and `b`; names that fold to the same are not listed. */
export function nameLinks(forms: readonly NameForms[]): NameLink[] {
  const seen = new Set<number>();
  const links: NameLink[] = [];
  for (const group of bySkeleton(forms).values())
    for (const [a, b] of pairsOf(group, forms)) {
      const pair = a * forms.length + b;
      if (seen.has(pair)) continue;
      seen.add(pair);
      const level = nameLevel(forms[a]!, forms[b]!);
      if (level === 'equivalent' || level === 'voiced') links.push({ a, b, level });
    }
  return links.sort((one, other) => one.a - other.a || one.b - other.b);
}
