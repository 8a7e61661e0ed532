import type { Adjacency } from './adjacency.js';
import { sourceGroups } from './components.js';
import { type DominatorTree, dominatorTree, passedBy } from './dominators.js';
import { byCodeUnit, leafFields } from './fields.js';
import { adjacencyOf, flowGraph, nodesOf } from './network.js';
import { arcsTo, type QuickestTree, quickestTree } from './quickest.js';
import { type Reaches, reachability } from './reachability.js';
import { rolesOf } from './roles.js';
import type { EcosystemGraph, Flow, Inventory, Way } from './types.js';

export { ancestry, byCodeUnit, covers } from './fields.js';

/** Keeps each answer of a pure function of one text. */
function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as V;
  };
}

interface Layer {
  readonly adjacency: Adjacency;
  readonly tree: (from: number) => QuickestTree;
  readonly dominators: (from: number) => DominatorTree;
  readonly reaches: () => Reaches;
}

/** Sum of latencies in seconds; null when one of them is unknown. */
const totalLatency = (flows: readonly Flow[]): number | null =>
  flows.reduce<number | null>(
    (sum, { latency }) => (sum === null || latency === null ? null : sum + latency),
    0,
  );

/**
 * The graph of an inventory. Unknown latencies count as none while looking for the quickest way, and make the latency
 * of a way over them unknown. One search per field and giver, kept.
 */
export function buildEcosystemGraph(inventory: Inventory, agreed: (field: string) => number): EcosystemGraph {
  const { flows } = inventory;
  const nodes = nodesOf(inventory);
  const place = new Map(nodes.map((node, i) => [node, i]));
  const graph = flowGraph(nodes, flows);
  const layer = remember((field: string | undefined): Layer => {
    const adjacency = adjacencyOf(graph, flows, field);
    const tree = remember((from: number) => quickestTree(adjacency, from));
    const reaches = remember((_: undefined) => reachability(adjacency));
    const dominators = remember((from: number) => dominatorTree(adjacency, from));
    return { adjacency, tree, dominators, reaches: () => reaches(undefined) };
  });
  const roles = remember((field: string) => rolesOf(inventory, field));
  const way = (from: string, to: string, field?: string): Way | undefined => {
    const [source, target] = [place.get(from), place.get(to)];
    if (source === undefined || target === undefined) return undefined;
    const { adjacency, tree } = layer(field);
    const taken = arcsTo(adjacency, tree(source), target)?.map((arc) => flows[adjacency.flow[arc]!]!);
    return (
      taken && { latency: totalLatency(taken), systems: [from, ...taken.map((f) => f.to)], flows: taken }
    );
  };
  const reaches = (from: string, to: string, field?: string): boolean => {
    const [source, target] = [place.get(from), place.get(to)];
    return source !== undefined && target !== undefined && layer(field).reaches()(source, target);
  };
  const passes = (from: string, to: string, field?: string): string[] => {
    const [source, target] = [place.get(from), place.get(to)];
    if (source === undefined || target === undefined || source === target) return [];
    return passedBy(layer(field).dominators(source), source, target).map((node) => nodes[node]!);
  };
  const sources = (field: string): string[][] =>
    sourceGroups(
      layer(field).adjacency,
      roles(field).collectors.map((system) => place.get(system)!),
    )
      .map((group) => group.map((node) => nodes[node]!).sort(byCodeUnit))
      .sort((a, b) => byCodeUnit(a[0]!, b[0]!));
  return {
    systems: nodes,
    fields: leafFields(inventory.mentionedFields),
    way,
    reaches,
    passes,
    sources,
    collectors: (field) => roles(field).collectors,
    holders: (field) => roles(field).holders,
    masters: (field) => roles(field).masters,
    agreed,
  };
}
