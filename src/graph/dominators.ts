import { type Adjacency, packArcs } from './adjacency.js';

const unreached = -1;

/** For every node the last node that each way from the source to it must pass; the source itself for the source. */
export type DominatorTree = Int32Array;

/** Nodes reached from the source, each after all of its children in the search; the source is last. */
function postorder(graph: Adjacency, source: number): number[] {
  const seen = new Uint8Array(graph.size);
  const next = graph.start.slice(0, graph.size);
  const order: number[] = [];
  const trail = [source];
  seen[source] = 1;
  while (trail.length > 0) {
    const u = trail.at(-1)!;
    if (next[u] === graph.start[u + 1]) order.push(trail.pop()!);
    else {
      const v = graph.target[next[u]!++]!;
      if (seen[v] === 1) continue;
      seen[v] = 1;
      trail.push(v);
    }
  }
  return order;
}

/** The same arcs the other way round. */
export const reverse = (graph: Adjacency): Adjacency =>
  packArcs(
    graph.size,
    Array.from(graph.source, (source, arc) => ({
      from: graph.target[arc]!,
      to: source,
      weight: graph.weight[arc]!,
      flow: graph.flow[arc]!,
    })),
  );

/** The same ways with a node in the middle of every arc: that of arc k is `size + k`. */
export function withArcNodes(graph: Adjacency): Adjacency {
  const { size } = graph;
  const halves = Array.from(graph.source, (source, arc) => [
    { from: source, to: size + arc, weight: graph.weight[arc]!, flow: graph.flow[arc]! },
    { from: size + arc, to: graph.target[arc]!, weight: 0, flow: graph.flow[arc]! },
  ]);
  return packArcs(size + graph.target.length, halves.flat());
}

/**
 * Immediate dominators from one source, by the iteration of Cooper, Harvey and Kennedy: a node's dominator is where the
 * ways through all of its givers meet. -1 for nodes that are not reached. `back` is the graph reversed.
 */
export function dominatorTree(graph: Adjacency, source: number, back = reverse(graph)): DominatorTree {
  const order = postorder(graph, source);
  const place = new Int32Array(graph.size).fill(unreached);
  for (const [i, node] of order.entries()) place[node] = i;
  const tree = new Int32Array(graph.size).fill(unreached);
  tree[source] = source;
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y)
      if (place[x]! < place[y]!) x = tree[x]!;
      else y = tree[y]!;
    return x;
  };
  const settle = (node: number): boolean => {
    let found = unreached;
    for (let arc = back.start[node]!; arc < back.start[node + 1]!; arc++) {
      const giver = back.target[arc]!;
      if (tree[giver] !== unreached) found = found === unreached ? giver : meet(found, giver);
    }
    const changed = tree[node] !== found;
    tree[node] = found;
    return changed;
  };
  const rest = order.slice(0, -1).reverse();
  let changed = rest.length > 0;
  while (changed) {
    changed = false;
    for (const node of rest) if (settle(node)) changed = true;
  }
  return tree;
}

/** The nodes that every way from the tree's source to the node passes, both ends left out, in order. */
export function passedBy(tree: DominatorTree, source: number, node: number): number[] {
  const passed: number[] = [];
  if (tree[node] === unreached) return passed;
  for (let at = tree[node]!; at !== source; at = tree[at]!) passed.push(at);
  return passed.reverse();
}
