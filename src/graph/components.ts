import { addTo } from '../text/group-by.js';
import type { Adjacency } from './adjacency.js';

/** Strongly connected components: number of each node. Numbers go against the arcs: a component only reaches lower ones. */
export interface Components {
  readonly of: Int32Array;
  readonly count: number;
}

/** Tarjan's algorithm without recursion, so that long chains cannot overflow the stack. */
export function strongComponents(graph: Adjacency): Components {
  const { size, start, target } = graph;
  const of = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = start.slice(0, size);
  const open: number[] = [];
  let count = 0;
  let time = 0;
  for (let root = 0; root < size; root++) {
    const trail = index[root] === -1 ? [root] : [];
    while (trail.length > 0) {
      const u = trail.at(-1)!;
      if (index[u] === -1) {
        index[u] = low[u] = time++;
        open.push(u);
      }
      if (next[u]! < start[u + 1]!) {
        const v = target[next[u]!++]!;
        if (index[v] === -1) trail.push(v);
        else if (of[v] === -1) low[u] = Math.min(low[u]!, index[v]!);
        continue;
      }
      trail.pop();
      const parent = trail.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[u]!);
      if (low[u] === index[u]) close(open, u, of, count++);
    }
  }
  return { of, count };
}

function close(open: number[], root: number, of: Int32Array, component: number): void {
  let member: number;
  do {
    member = open.pop()!;
    of[member] = component;
  } while (member !== root);
}

/** Members grouped by mutual reachability, only the groups no other member reaches; other nodes may be passed through. */
export function sourceGroups(graph: Adjacency, members: readonly number[]): number[][] {
  const { of, count } = strongComponents(graph);
  const groups = new Map<number, number[]>();
  for (const member of members) {
    const component = of[member]!;
    addTo(groups, component, member);
  }
  const fed = fedComponents(graph, of, count, (component) => groups.has(component));
  return [...groups].filter(([component]) => fed[component] === 0).map(([, group]) => group);
}

/** Marks the components some component that `feeds` reaches. */
function fedComponents(
  graph: Adjacency,
  of: Int32Array,
  count: number,
  feeds: (component: number) => boolean,
): Uint8Array {
  const fed = new Uint8Array(count);
  const arcs = Array.from(graph.target, (_, arc) => arc);
  const downstream = arcs.sort((a, b) => of[graph.source[b]!]! - of[graph.source[a]!]! || a - b);
  for (const arc of downstream) {
    const giver = of[graph.source[arc]!]!;
    const taker = of[graph.target[arc]!]!;
    if (giver !== taker && (fed[giver] === 1 || feeds(giver))) fed[taker] = 1;
  }
  return fed;
}
