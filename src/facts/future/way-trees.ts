import { type Adjacency, packArcs } from '../../graph/adjacency.js';
import { arcsOver } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { arcsTo, type Search, search, unreached } from '../../graph/search.js';
import type { Flow, Way } from '../../graph/types.js';
import { wayOver } from '../../graph/ways.js';
import { compareText } from '../../text/compare.js';
import type { FlowChange } from './supports.js';

/** Systems in order of id, and the place of each. */
export interface Nodes {
  readonly names: readonly string[];
  readonly place: ReadonlyMap<string, number>;
}

/** The quickest ways from each system over some flows. */
export interface WayTrees {
  readonly nodes: Nodes;
  /** Quickest way; undefined when there is none. */
  readonly way: (from: string, to: string) => Way | undefined;
  /** The search from the system at a place, and the flow by which it enters a system. */
  readonly searched: (from: number) => Search;
  readonly entering: (found: Search, node: number) => Flow | undefined;
}

export function nodesOf(systems: Iterable<string>): Nodes {
  const names = [...new Set(systems)].sort(compareText);
  return { names, place: new Map(names.map((name, i) => [name, i])) };
}

/** These systems, and ends of flows that are not among them. */
function nodesWith(nodes: Nodes, flows: readonly Flow[]): Nodes {
  const { names, place } = nodes;
  if (flows.every(({ from, to }) => place.has(from) && place.has(to))) return nodes;
  return nodesOf([...names, ...flows.flatMap(({ from, to }) => [from, to])]);
}

/** Ways over flows that all carry the field; unknown latencies count as none, as in the graph of an inventory. */
export function waysOver(flows: readonly Flow[], systems: Nodes): WayTrees {
  const nodes = nodesWith(systems, flows);
  const { names, place } = nodes;
  const adjacency: Adjacency = packArcs(names.length, arcsOver(place, flows));
  const searched = remember((from: number) => search(adjacency, from));
  const wayTo = (from: string, source: number, target: number): Way | undefined => {
    const arcs = arcsTo(adjacency, searched(source), target);
    return (
      arcs &&
      wayOver(
        from,
        arcs.map((arc) => flows[adjacency.flow[arc]!]!),
      )
    );
  };
  return {
    nodes,
    way: (from, to) => {
      const [source, target] = [place.get(from), place.get(to)];
      return source === undefined || target === undefined ? undefined : wayTo(from, source, target);
    },
    searched,
    entering: ({ via }, node) => (via[node]! < 0 ? undefined : flows[adjacency.flow[via[node]!]!]),
  };
}

/** Whether a change of flows can alter any quickest way from a system; where it is unsure, the answer is yes. */
export function isMovable(
  { nodes, searched, entering }: WayTrees,
  from: string,
  change: FlowChange,
): boolean {
  const { place } = nodes;
  const source = place.get(from);
  if (source === undefined) return true;
  const found = searched(source);
  const isTaken = ({ flowId, to }: Flow): boolean => entering(found, place.get(to)!)?.flowId === flowId;
  const isAsQuick = (flow: Flow): boolean => {
    const [start, end] = [place.get(flow.from), place.get(flow.to)];
    const ahead = start === undefined ? Number.POSITIVE_INFINITY : found.seconds[start]!;
    return (
      ahead < Number.POSITIVE_INFINITY &&
      (end === undefined || ahead + (flow.latency ?? 0) <= found.seconds[end]!)
    );
  };
  return change.before.some(isTaken) || change.after.some(isAsQuick);
}

/** Whether the quickest ways from a system go over other flows than before, by where they lead. */
export function movedBetween(before: WayTrees, after: WayTrees, from: string): (to: string) => boolean {
  const { place, names } = after.nodes;
  const source = place.get(from);
  if (before.nodes !== after.nodes || source === undefined) return () => true;
  const [then, now] = [before.searched(source), after.searched(source)];
  const moved = new Uint8Array(names.length);
  for (const node of then.order) if (now.via[node] === unreached) moved[node] = 1;
  for (const node of now.order.slice(1)) {
    const flow = after.entering(now, node)!;
    if (moved[place.get(flow.from)!] === 1 || flow !== before.entering(then, node)) moved[node] = 1;
  }
  return (to) => moved[place.get(to)!] !== 0;
}
