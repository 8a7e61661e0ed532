import { type Adjacency, packArcs } from '../../graph/adjacency.js';
import { arcsOver } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { type Search, search, unreached } from '../../graph/search.js';
import type { Flow, Way } from '../../graph/types.js';
import { wayTo } from '../../graph/ways.js';
import { compareText } from '../../text/compare.js';
import type { FlowChange } from './supports.js';

/** Systems in order of id, and the place of each. */
export interface Nodes {
  readonly names: readonly string[];
  readonly place: ReadonlyMap<string, number>;
}

/** The quickest ways from one system. */
export interface WayTree {
  readonly nodes: Nodes;
  readonly found: Search;
  /** The flow by which it enters the system at a place, and the place it comes from. */
  readonly entering: (node: number) => Flow | undefined;
  readonly parent: (node: number) => number;
  /** Quickest way; undefined when there is none. */
  readonly way: (to: string) => Way | undefined;
}

/** The quickest ways from each system over some flows; undefined from one that is not among them. */
export interface WayTrees {
  readonly nodes: Nodes;
  readonly from: (system: string) => WayTree | undefined;
}

export function nodesOf(systems: Iterable<string>): Nodes {
  const names = [...new Set(systems)].sort(compareText);
  return { names, place: new Map(names.map((name, i) => [name, i])) };
}

/** These systems, and ends of flows that are not among them. */
export function nodesWith(nodes: Nodes, flows: readonly Flow[]): Nodes {
  const { names, place } = nodes;
  if (flows.every(({ from, to }) => place.has(from) && place.has(to))) return nodes;
  return nodesOf([...names, ...flows.flatMap(({ from, to }) => [from, to])]);
}

/** Ways over flows that all carry the field, between nodes that hold their ends; unknown latencies count as none, as in the graph of an inventory. */
export function waysOver(flows: readonly Flow[], nodes: Nodes): WayTrees {
  const { names, place } = nodes;
  const adjacency: Adjacency = packArcs(names.length, arcsOver(place, flows));
  const treeFrom = (source: number): WayTree => {
    const found = search(adjacency, source);
    return {
      nodes,
      found,
      entering: (node) => {
        const arc = found.via[node]!;
        return arc < 0 ? undefined : flows[adjacency.flow[arc]!];
      },
      parent: (node) => adjacency.source[found.via[node]!]!,
      way: (to) => {
        const target = place.get(to);
        return target === undefined ? undefined : wayTo(adjacency, found, target, names, flows);
      },
    };
  };
  return {
    nodes,
    from: remember((from: string) => {
      const source = place.get(from);
      return source === undefined ? undefined : treeFrom(source);
    }),
  };
}

/** Whether a change of flows can alter any quickest way from a system; where it is unsure, the answer is yes. */
export function isMovable(tree: WayTree | undefined, change: FlowChange): boolean {
  if (tree === undefined) return true;
  const { nodes, found, entering } = tree;
  const isTaken = ({ flowId, to }: Flow): boolean => entering(nodes.place.get(to)!)?.flowId === flowId;
  const { seconds, hops } = found;
  const isAsQuick = (flow: Flow): boolean => {
    const [start, end] = [nodes.place.get(flow.from), nodes.place.get(flow.to)];
    const ahead = start === undefined ? Number.POSITIVE_INFINITY : seconds[start]!;
    if (ahead === Number.POSITIVE_INFINITY) return false;
    if (end === undefined) return true;
    const later = ahead + (flow.latency ?? 0) - seconds[end]!;
    return later < 0 || (later === 0 && hops[start!]! < hops[end]!);
  };
  return change.before.some(isTaken) || change.after.some(isAsQuick);
}

/** Whether the quickest ways of a system go over other flows than before, by where they lead. */
export function movedBetween(
  before: WayTree | undefined,
  after: WayTree | undefined,
): (to: string) => boolean {
  if (!before || !after || before.nodes !== after.nodes) return () => true;
  const { place, names } = after.nodes;
  const [then, now] = [before.found, after.found];
  const moved = new Uint8Array(names.length);
  for (const node of then.order) if (now.via[node] === unreached) moved[node] = 1;
  for (const node of now.order.slice(1)) {
    if (moved[after.parent(node)] === 1 || after.entering(node) !== before.entering(node)) moved[node] = 1;
  }
  return (to) => moved[place.get(to)!] !== 0;
}
