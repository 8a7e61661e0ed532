import { strongArticulationPoints } from '../../graph/articulation.js';
import { addLoads, type Loads, noLoads } from '../../graph/betweenness.js';
import { passedBy } from '../../graph/dominators.js';
import type { EcosystemGraph, Flow, Network } from '../../graph/types.js';
import type { Demand } from '../demands/list.js';

/** What the demands of one field put on systems and arcs of its network. */
export interface FieldLoads {
  readonly field: string;
  readonly network: Network;
  readonly through: Loads;
  /** By place of a system: persons a month whose changes go through it. */
  readonly persons: Float64Array;
  /** Pairs of which every way passes it, by place of a system and by arc. */
  readonly cutNodes: Int32Array;
  readonly cutArcs: Int32Array;
  readonly articulation: ReadonlySet<number>;
  /** Pairs with a way. */
  readonly pairs: number;
}

/** Persons a month who state a field at points of a system. */
export type PersonsPerMonth = (system: string, field: string) => number | undefined;

const pairKey = (from: number, to: number): number => from * 0x100000 + to;

/** Arcs that stand for several flows between the same systems: none of these alone is missed. */
function doubledArcs(
  { adjacency, carrying }: Network,
  flows: readonly Flow[],
  graph: EcosystemGraph,
): Set<number> {
  const counts = new Map<number, number>();
  for (const i of carrying) {
    const key = pairKey(graph.place(flows[i]!.from)!, graph.place(flows[i]!.to)!);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const several = (arc: number) => counts.get(pairKey(adjacency.source[arc]!, adjacency.target[arc]!))! > 1;
  return new Set([...adjacency.source.keys()].filter(several));
}

function emptyLoads(field: string, network: Network): FieldLoads {
  const { adjacency } = network;
  return {
    field,
    network,
    through: noLoads(adjacency),
    persons: new Float64Array(adjacency.size),
    cutNodes: new Int32Array(adjacency.size),
    cutArcs: new Int32Array(adjacency.target.length),
    articulation: new Set(strongArticulationPoints(adjacency)),
    pairs: 0,
  };
}

/** Adds the demands of one giver that have a way. */
function addGiver(loads: FieldLoads, from: number, wanted: readonly number[], persons: number): void {
  const { network, cutNodes, cutArcs } = loads;
  const { adjacency } = network;
  const isWanted = new Uint8Array(adjacency.size);
  for (const node of wanted) isWanted[node] = 1;
  const own = noLoads(adjacency);
  addLoads(adjacency, network.search(from), (node) => isWanted[node]!, own);
  for (let node = 0; node < own.nodes.length; node++) {
    const load = own.nodes[node]!;
    loads.through.nodes[node]! += load;
    loads.persons[node]! += load > 0 ? load * persons : 0;
  }
  for (let arc = 0; arc < own.arcs.length; arc++) loads.through.arcs[arc]! += own.arcs[arc]!;
  const tree = network.dominators(from);
  for (const to of wanted)
    for (const passed of passedBy(tree, from, to))
      if (passed < adjacency.size) cutNodes[passed]! += 1;
      else cutArcs[passed - adjacency.size]! += 1;
}

/** Loads of one field; `givers` are its demands by giver. */
export function loadsOf(
  graph: EcosystemGraph,
  flows: readonly Flow[],
  givers: readonly (readonly Demand[])[],
  personsPerMonth: PersonsPerMonth,
): FieldLoads {
  const { field } = givers[0]![0]!;
  const network = graph.network(field);
  const loads = emptyLoads(field, network);
  let pairs = 0;
  for (const group of givers) {
    const wanted = group.flatMap(({ way, to }) => (way ? [graph.place(to)!] : []));
    if (wanted.length === 0) continue;
    pairs += wanted.length;
    addGiver(loads, graph.place(group[0]!.from)!, wanted, personsPerMonth(group[0]!.from, field) ?? 0);
  }
  for (const arc of doubledArcs(network, flows, graph)) loads.cutArcs[arc] = 0;
  return { ...loads, pairs };
}
