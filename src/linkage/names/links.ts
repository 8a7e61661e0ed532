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

/** Comparisons there may be: a number for each name, and never fewer than a laptop does in some seconds. */
const budgetOf = (names: number): number => Math.max(2_000_000, 20 * names);

/** How many pairs of a group there are. */
function sizeOf(group: readonly number[], forms: readonly NameForms[]): number {
  if (group.length <= fewOfOneScript) return (group.length * (group.length - 1)) / 2;
  const arabic = group.filter((name) => forms[name]!.arabic).length;
  return arabic * (group.length - arabic);
}

/** Groups by skeleton that the budget allows, the smallest first, and the names of the others. */
function groupsWithin(forms: readonly NameForms[]): { groups: (readonly number[])[]; crowd: Set<number> } {
  const sized = [...bySkeleton(forms).values()]
    .map((group) => ({ group, pairs: sizeOf(group, forms) }))
    .sort((a, b) => a.pairs - b.pairs);
  let left = budgetOf(forms.length);
  const last = sized.findIndex(({ pairs }) => {
    left -= pairs;
    return left < 0;
  });
  const [kept, dropped] = last < 0 ? [sized, []] : [sized.slice(0, last), sized.slice(last)];
  return {
    groups: kept.map(({ group }) => group),
    crowd: new Set(dropped.flatMap(({ group }) => group)),
  };
}

/** The places of the groups each name is in, ascending. */
function placesOf(groups: readonly (readonly number[])[], names: number): number[][] {
  const places: number[][] = Array.from({ length: names }, () => []);
  for (const [place, group] of groups.entries()) for (const name of group) places[name]!.push(place);
  return places;
}

/** Two names of a group meet in the first group they share, and in no other. */
const meetIn = (place: number, a: readonly number[], b: readonly number[]): boolean =>
  a.find((one) => b.includes(one)) === place;

/** Names that agree, from the cheapest on, of these groups. */
function found(forms: readonly NameForms[], groups: readonly (readonly number[])[]): Found[] {
  const places = placesOf(groups, forms.length);
  const links: Found[] = [];
  for (const [place, group] of groups.entries())
    for (const [a, b] of pairsOf(group, forms)) {
      if (!meetIn(place, places[a]!, places[b]!)) continue;
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

interface NameLinks {
  readonly links: readonly NameLink[];
  /** Names that sound like so many others that they were not compared with all of them. */
  readonly crowded: number;
}

/**
 * Which of these are spellings of one name, in order of `a` and `b`; names that fold to the same are not listed. The work
 * grows with the number of names: groups of too many that sound alike are left out, and counted.
 */
export function linkNames(forms: readonly NameForms[]): NameLinks {
  const { groups, crowd } = groupsWithin(forms);
  const links = withoutOutdone(found(forms, groups), forms)
    .map(({ a, b, level }) => ({ a, b, level }))
    .sort((one, other) => one.a - other.a || one.b - other.b);
  return { links, crowded: crowd.size };
}

export const nameLinks = (forms: readonly NameForms[]): readonly NameLink[] => linkNames(forms).links;
