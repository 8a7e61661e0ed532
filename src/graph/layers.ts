import { addTo } from '../text/group-by.js';
import { dominatorTree, reverse, withArcNodes } from './dominators.js';
import { ancestry } from './fields.js';
import { type Packing, packing } from './network.js';
import { type Reaches, reachability } from './reachability.js';
import { remember } from './remember.js';
import { search } from './search.js';
import type { Flow, Network } from './types.js';

/** Places of the flows that map a path onto the same path, by path. */
function flowsByPath(flows: readonly Flow[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { fields }] of flows.entries())
    for (const { sourceField, targetField } of fields) {
      if (sourceField !== targetField) continue;
      addTo(places, sourceField, i);
    }
  return places;
}

/** A flow carries a field when it maps a path that covers it onto the same path. Places of flows, in order. */
function carryingOver(flows: readonly Flow[]): (field: string | undefined) => readonly number[] {
  const places = flowsByPath(flows);
  return (field) => {
    if (field === undefined) return [...flows.keys()];
    const found = new Set(ancestry(field).flatMap((path) => places.get(path) ?? []));
    return [...Int32Array.from(found).sort()];
  };
}

function networkOf(pack: Packing, carrying: readonly number[]): Network {
  const adjacency = pack(carrying);
  let reaches: Reaches | undefined;
  const halves = remember((_: undefined) => {
    const forward = withArcNodes(adjacency);
    return { forward, back: reverse(forward) };
  });
  return {
    adjacency,
    carrying,
    search: remember((from: number) => search(adjacency, from)),
    dominators: remember((from: number) => {
      const { forward, back } = halves(undefined);
      return dominatorTree(forward, from, back);
    }),
    reaches(from, to) {
      reaches ??= reachability(adjacency);
      return reaches(from, to);
    },
  };
}

/** The network of a field, or of all flows without one. Fields that go on the same flows share their network. */
export function networksOver(
  nodes: readonly string[],
  flows: readonly Flow[],
): (field: string | undefined) => Network {
  const known = new Map<string, Network>();
  const carryingOf = carryingOver(flows);
  const pack = packing(nodes, flows);
  return remember((field: string | undefined) => {
    const carrying = carryingOf(field);
    const key = carrying.join();
    const network = known.get(key) ?? networkOf(pack, carrying);
    known.set(key, network);
    return network;
  });
}
