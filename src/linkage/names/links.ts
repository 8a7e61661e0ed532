import type { NameForms } from './forms.js';
import { bySkeleton } from './groups.js';
import { nameLevel, nameMatch } from './level.js';

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
  if (group.length <= fewOfOneScript) {
    for (const [position, a] of group.entries())
      for (let next = position + 1; next < group.length; next++) yield [a, group[next]!];
    return;
  }
  const latin = group.filter((name) => !forms[name]!.arabic);
  for (const a of group) if (forms[a]!.arabic) for (const b of latin) yield a < b ? [a, b] : [b, a];
}

interface Found extends NameLink {
  readonly cost: number;
}

/** Names that agree, from the cheapest on. */
function found(forms: readonly NameForms[]): Found[] {
  const seen = new Set<number>();
  const links: Found[] = [];
  for (const group of bySkeleton(forms).values())
    for (const [a, b] of pairsOf(group, forms)) {
      const pair = a * forms.length + b;
      if (seen.has(pair)) continue;
      seen.add(pair);
      const { level, cost } = nameMatch(forms[a]!, forms[b]!);
      if (level === 'equivalent' || level === 'voiced') links.push({ a, b, level, cost });
    }
  return links.sort((one, other) => one.cost - other.cost || one.a - other.a || one.b - other.b);
}

/** Costs that differ by less are the same. */
const clearly = 0.005;

const sameThing = (a: NameForms, b: NameForms): boolean => !['none', 'skeleton'].includes(nameLevel(a, b));

/**
 * Without those of a name in Arabic letters with one that says its vowels and has a clearly better partner, which is not
 * the same name: Hadi is هادی, not هدی, where both occur. `links` from the best on.
 */
function withoutOutdone(links: readonly Found[], forms: readonly NameForms[]): Found[] {
  const best = new Map<number, { readonly arabic: number; readonly cost: number }>();
  return links.filter(({ a, b, cost }) => {
    if (forms[a]!.arabic === forms[b]!.arabic) return true;
    const [arabic, voiced] = forms[a]!.arabic ? [a, b] : [b, a];
    const better = best.get(voiced);
    if (better && better.cost < cost - clearly && !sameThing(forms[better.arabic]!, forms[arabic]!))
      return false;
    if (!better) best.set(voiced, { arabic, cost });
    return true;
  });
}

/** Which of these are spellings of one name, in order of `a` and `b`; names that fold to the same are not listed. */
export const nameLinks = (forms: readonly NameForms[]): NameLink[] =>
  withoutOutdone(found(forms), forms)
    .map(({ a, b, level }) => ({ a, b, level }))
    .sort((one, other) => one.a - other.a || one.b - other.b);
