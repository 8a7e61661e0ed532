import type { FieldWays } from '../../facts/future/flows-with.js';
import type { Wanted } from './read-ground.js';
import { arrivingBy, type Source, type Target } from './wants-by-way.js';

/**
 * Flags of the wants of a field that its ways satisfy, by place: those of the state before, or of the one it was joined
 * with, but for what the ways have changed since.
 */
export type Judge = (ways: FieldWays, before: Uint8Array, beside?: Uint8Array) => Uint8Array;

/** Sets flags of the wants that ask for one way. */
export function flagged(most: number, placeOf: ReadonlyMap<Wanted, number>) {
  return (ways: FieldWays, flags: Uint8Array) => {
    const arriving = arrivingBy(ways, most);
    return (from: string, target: Target): void => {
      for (const want of target.wants) flags[placeOf.get(want)!] = 0;
      for (const want of arriving(from, target)) flags[placeOf.get(want)!] = 1;
    };
  };
}

export function judging(
  sources: readonly Source[],
  placeOf: ReadonlyMap<Wanted, number>,
  flag: ReturnType<typeof flagged>,
): Judge {
  const known = sources.map(({ from, targets }) => ({
    from,
    targets,
    places: targets.flatMap(({ wants }) => wants.map((want) => placeOf.get(want)!)),
  }));
  return (ways, before, beside) => {
    const flags = before.slice();
    const set = flag(ways, flags);
    for (const { from, targets, places } of known) {
      if (beside && ways.asBeside(from)) {
        for (const place of places) flags[place] = beside[place]!;
        continue;
      }
      const isMoved = ways.movedFrom(from);
      if (isMoved) for (const target of targets) if (isMoved(target.to)) set(from, target);
    }
    return flags;
  };
}
