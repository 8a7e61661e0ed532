import { compareText } from '../text/compare.js';
import type { Atlas } from './estate.js';

/** One direction between two groups. */
export interface Direction {
  readonly flows: number;
  /** Fields carried, each once, sorted. */
  readonly fields: readonly string[];
  /** Seconds of the quickest flow; null without one whose latency is known. */
  readonly latency_s: number | null;
  /** Fields whose changes must arrive and do not, or not in time, sorted. */
  readonly unmet: readonly string[];
}

/** Two groups that have to do with each other. `a` gives at least as many fields as `b`. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly there: Direction;
  readonly back: Direction;
}

interface Gathered {
  flows: number;
  fields: Set<string>;
  latency: number | null;
  unmet: Set<string>;
}

const sorted = (set: ReadonlySet<string>): string[] => [...set].sort(compareText);
const close = (seen: Gathered | undefined): Direction => ({
  flows: seen?.flows ?? 0,
  fields: sorted(seen?.fields ?? new Set()),
  latency_s: seen?.latency ?? null,
  unmet: sorted(seen?.unmet ?? new Set()),
});

/** What goes, and what should go, between the groups that `groupOf` makes of systems. */
export function linksOf(
  atlas: Pick<Atlas, 'flows' | 'demands'>,
  groupOf: (systemId: string) => string,
): Link[] {
  const gathered = new Map<string, Gathered>();
  const key = (from: string, to: string): string => JSON.stringify([from, to]);
  const gather = (from: string, to: string): Gathered | undefined => {
    const [a, b] = [groupOf(from), groupOf(to)];
    if (a === b) return undefined;
    const known = gathered.get(key(a, b)) ?? { flows: 0, fields: new Set(), latency: null, unmet: new Set() };
    gathered.set(key(a, b), known);
    return known;
  };
  for (const { from, to, fields, latency_s } of atlas.flows) {
    const seen = gather(from, to);
    if (seen === undefined) continue;
    seen.flows += 1;
    for (const { target_field } of fields) seen.fields.add(target_field);
    if (latency_s !== null) seen.latency = Math.min(seen.latency ?? latency_s, latency_s);
  }
  for (const { from, to, field, met } of atlas.demands) if (!met) gather(from, to)?.unmet.add(field);
  return pairUp(gathered, key);
}

function pairUp(gathered: ReadonlyMap<string, Gathered>, key: (from: string, to: string) => string): Link[] {
  const links: Link[] = [];
  const done = new Set<string>();
  for (const pair of [...gathered.keys()].sort(compareText)) {
    const [from, to] = JSON.parse(pair) as [string, string];
    const turned = key(to, from);
    if (done.has(turned)) continue;
    done.add(pair);
    const [there, back] = [close(gathered.get(pair)), close(gathered.get(turned))];
    const forward = there.fields.length >= back.fields.length;
    links.push(forward ? { a: from, b: to, there, back } : { a: to, b: from, there: back, back: there });
  }
  return links;
}

/** How much a link carries, and then how much it should. */
export const weightOf = ({ there, back }: Link): number =>
  there.fields.length + back.fields.length + 0.01 * (there.flows + back.flows);
export const unmetOf = ({ there, back }: Link): number => there.unmet.length + back.unmet.length;
