import { inOrder, type Links, sortByNode, startsOf } from './adjacency.js';

const unreached = -1;

/** For every node the last node that each way from the source to it must pass; the source itself for the source. */
export type DominatorTree = Int32Array;

function joined(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Nodes reached from the source, each after all of its children in the search; the source is last. */
function postorder(graph: Links, source: number): number[] {
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
export function reverse({ size, source, target }: Links): Links {
  const sorted = sortByNode(inOrder(target.length), target, size);
  return {
    size,
    start: startsOf(target, size),
    source: sorted.map((arc) => target[arc]!),
    target: sorted.map((arc) => source[arc]!),
  };
}

/** The same ways with a node in the middle of every arc: that of arc k is `size + k`. */
export function withArcNodes({ size, start, source, target }: Links): Links {
  const middles = inOrder(target.length).map((arc) => size + arc);
  const ends = inOrder(target.length + 1).map((arc) => target.length + arc);
  return {
    size: size + target.length,
    start: joined(start.subarray(0, size), ends),
    source: joined(source, middles),
    target: joined(middles, target),
  };
}

/**
 * Immediate dominators from one source, by the iteration of Cooper, Harvey and Kennedy: a node's dominator is where the
 * ways through all of its givers meet. -1 for nodes that are not reached. `back` is the graph reversed.
 */
export function dominatorTree(graph: Links, source: number, back = reverse(graph)): DominatorTree {
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
