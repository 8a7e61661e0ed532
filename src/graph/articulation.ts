import { type Adjacency, type Arc, packArcs } from './adjacency.js';
import { type Components, strongComponents } from './components.js';
import { dominatorTree, reverse } from './dominators.js';

/** The arcs among some nodes, which are numbered by their place in the list. */
export function amongNodes(graph: Adjacency, nodes: readonly number[]): Adjacency {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const arcs: Arc[] = [];
  for (const [i, node] of nodes.entries())
    for (let arc = graph.start[node]!; arc < graph.start[node + 1]!; arc++) {
      const to = place.get(graph.target[arc]!);
      if (to !== undefined) arcs.push({ from: i, to, weight: graph.weight[arc]!, flow: graph.flow[arc]! });
    }
  return packArcs(nodes.length, arcs);
}

/** Members of every component, by its number. */
export function membersOf({ of, count }: Components): number[][] {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [node, component] of of.entries()) members[component]!.push(node);
  return members;
}

/** Nodes that stand between the root and others. */
const between = (tree: Int32Array, source: number): number[] =>
  [...new Set(tree)].filter((node) => node !== source && node >= 0);

/** Of a strongly connected graph: the nodes without which it no longer is. */
function pointsOf(graph: Adjacency): number[] {
  if (graph.size < 3) return [];
  const back = reverse(graph);
  const inner = [...between(dominatorTree(graph, 0, back), 0), ...between(dominatorTree(back, 0, graph), 0)];
  const others = Array.from({ length: graph.size - 1 }, (_, i) => i + 1);
  const isRoot = strongComponents(amongNodes(graph, others)).count > 1;
  return [...new Set([...(isRoot ? [0] : []), ...inner])];
}

/**
 * Strong articulation points: nodes whose loss parts others that reached each other in both directions. Within a
 * component they are the inner nodes of its dominator trees in both directions (Italiano, Laura and Santaroni 2012).
 */
export function strongArticulationPoints(graph: Adjacency): number[] {
  const groups = membersOf(strongComponents(graph)).filter((group) => group.length > 2);
  return groups
    .flatMap((group) => pointsOf(amongNodes(graph, group)).map((node) => group[node]!))
    .sort((a, b) => a - b);
}
