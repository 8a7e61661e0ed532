import type { Edit } from '../model/edit.js';
import type { Initiative, PersonSet, Want } from '../model/roadmap.js';
import { compareText } from '../text/compare.js';
import type { Satisfied } from './weigh.js';

/** Persons who are fixed once these systems have joined. */
interface Waiting {
  readonly spokes: ReadonlySet<string>;
  readonly persons: number;
}

type Flow = { readonly id: string; readonly from: string; readonly to: string };

const flowsIn = (edits: readonly Edit[]): Flow[] =>
  edits.flatMap((edit) =>
    'add' in edit && edit.add === 'flows'
      ? [
          {
            id: String(edit.row.flow_id),
            from: String(edit.row.from_system_id),
            to: String(edit.row.to_system_id),
          },
        ]
      : [],
  );

/** The system that a central store takes its name from. */
const hubOf = ({ id }: Initiative): string => id.slice(id.indexOf(':') + 1);

/** Systems that new flows join with the central store. */
export function spokesOf(hub: Initiative): string[] {
  const ends = flowsIn(hub.edits).flatMap(({ from, to }) => [from, to]);
  return [...new Set(ends)].filter((system) => system !== hubOf(hub)).sort(compareText);
}

/** The central store with the flows of these systems alone. */
export function joinedBy(hub: Initiative, systems: ReadonlySet<string>): Initiative {
  const left = flowsIn(hub.edits).filter(({ from, to }) => !systems.has(from) && !systems.has(to));
  const gone = new Set(left.map(({ id }) => id));
  const edits = hub.edits.filter((edit) => !('add' in edit) || !gone.has(String(edit.row.flow_id)));
  return { ...hub, edits, flows: hub.flows.filter((id) => !gone.has(id)) };
}

const waitingOf = (
  spokes: readonly string[],
  sets: readonly PersonSet[],
  wants: readonly Want[],
  satisfied: Satisfied,
): Waiting[] =>
  sets
    .filter(({ stuck, wants: own }) => !stuck && own.every((want) => satisfied.has(want)))
    .map(({ wants: own, persons }) => {
      const ends = own.flatMap((want) => [wants[want]!.from, wants[want]!.to]);
      return { spokes: new Set(ends.filter((system) => spokes.includes(system))), persons };
    });

/**
 * The order in which systems should join a central store that satisfies these wants: again and again the one is put last
 * whose absence costs fewest persons, so that those who need each other stay together (greedy peeling, as for the densest
 * part of a graph).
 */
export function rollOut(
  hub: Initiative,
  sets: readonly PersonSet[],
  wants: readonly Want[],
  satisfied: Satisfied,
): string[] {
  let left = spokesOf(hub);
  let waiting = waitingOf(left, sets, wants, satisfied);
  const last: string[] = [];
  while (left.length > 0) {
    const lost = new Map<string, number>();
    for (const { spokes, persons } of waiting)
      for (const one of spokes) lost.set(one, (lost.get(one) ?? 0) + persons);
    const costs = (system: string): number => lost.get(system) ?? 0;
    const least = left.reduce((best, one) => (costs(one) <= costs(best) ? one : best));
    last.push(least);
    left = left.filter((one) => one !== least);
    waiting = waiting.filter(({ spokes }) => !spokes.has(least));
  }
  return last.reverse();
}
