import type { FieldWays } from '../../facts/future/flows-with.js';
import { arriving } from '../../facts/preferences/pairs.js';
import { isKeyMissing } from '../../facts/ways.js';
import type { Way } from '../../graph/types.js';
import { groupBy } from '../../text/group-by.js';
import type { Wanted } from './read-ground.js';

/** Wants of one field that ask for the same way. */
export interface Target {
  readonly to: string;
  readonly wants: readonly Wanted[];
}

/** Those ways, by the system they come from. */
export interface Source {
  readonly from: string;
  readonly targets: readonly Target[];
}

/** Wants of one field by the ways they ask for. */
export const bySource = (wants: readonly Wanted[]): Source[] =>
  [...groupBy(wants, ({ from }) => from)].map(([from, own]) => ({
    from,
    targets: [...groupBy(own, ({ to }) => to)].map(([to, some]) => ({ to, wants: some })),
  }));

/** The way brings what was chosen to where it is missed, before the shortest conflict had begun. */
function brings(way: Way, { field, judged, shortest }: Wanted): boolean {
  if (judged.class === 'violation' && (way.latency ?? 0) > shortest) return false;
  const value = arriving(way, field, judged.choice);
  return value === judged.choice || value !== judged.held;
}

type Arrives = (from: string, target: Target) => readonly Wanted[];

/** Wants that nothing in the inventory keeps from arriving in `most` seconds. Where it is unsure, they do not. */
export const arrivingBy =
  ({ way: wayOf, collectors, keys }: FieldWays, most: number): Arrives =>
  (from, { to, wants }) => {
    const open = collectors.has(to) ? wants.filter(({ cause }) => cause !== 'conflicting_master') : wants;
    if (from === to || open.length === 0) return open;
    const way = wayOf(from, to);
    if (!way || (way.latency ?? 0) > most || isKeyMissing(way, open[0]!.field, keys(to))) return [];
    return open.filter((want) => brings(way, want));
  };
