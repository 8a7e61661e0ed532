import { type Adjacency, type Arc, packArcs } from './adjacency.js';
import { mappingOf } from './mappings.js';
import { remember } from './remember.js';
import { type Search, search } from './search.js';
import type { Flow } from './types.js';

/** Costs of a flow that carries a field, and of one that does not: no way is longer than there are systems. */
const [carried, uncarried] = [1, 1_000_000];

/** All flows, searched for the ways on which the fewest leave a field out. */
export interface Nearest {
  readonly adjacency: Adjacency;
  search(from: number): Search;
}

/** By field; flows are named by their places in the list. */
export const nearestOver = (
  place: ReadonlyMap<string, number>,
  flows: readonly Flow[],
): ((field: string) => Nearest) =>
  remember((field) => {
    const arcs = flows.map((flow, i): Arc => {
      const weight = mappingOf(flow, field) === undefined ? uncarried : carried;
      return { from: place.get(flow.from)!, to: place.get(flow.to)!, weight, flow: i };
    });
    const adjacency = packArcs(
      place.size,
      arcs.sort((a, b) => a.weight - b.weight || a.flow - b.flow),
    );
    return { adjacency, search: remember((from: number) => search(adjacency, from)) };
  });
