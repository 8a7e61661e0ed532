import type { Adjacency } from '../../graph/adjacency.js';
import { packing } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { arcsTo, type Search, search } from '../../graph/search.js';
import type { Flow, Way } from '../../graph/types.js';
import { compareText } from '../../text/compare.js';
import type { FlowChange } from './supports.js';

/** The quickest ways from each system over some flows. */
export interface WayTrees {
  /** Quickest way; undefined when there is none. */
  readonly way: (from: string, to: string) => Way | undefined;
  /** Whether a change of flows can alter any quickest way from a system; where it is unsure, the answer is yes. */
  readonly isMoved: (from: string, change: FlowChange) => boolean;
}

const latencyOf = (flows: readonly Flow[]): number | null =>
  flows.reduce<number | null>(
    (sum, { latency }) => (sum === null || latency === null ? null : sum + latency),
    0,
  );

interface Trees {
  readonly place: ReadonlyMap<string, number>;
  readonly adjacency: Adjacency;
  readonly flows: readonly Flow[];
}

/** A flow that is gone was on a quickest way. */
const isTaken = ({ place, adjacency, flows }: Trees, { via }: Search, { flowId, to }: Flow): boolean => {
  const target = place.get(to);
  const arc = target === undefined ? -1 : via[target]!;
  return arc >= 0 && flows[adjacency.flow[arc]!]!.flowId === flowId;
};

/** A flow that is new leads somewhere as quickly as anything there was. */
const isAsQuick = ({ place }: Trees, { seconds }: Search, { from, to, latency }: Flow): boolean => {
  const [source, target] = [place.get(from), place.get(to)];
  const ahead = source === undefined ? Number.POSITIVE_INFINITY : seconds[source]!;
  return (
    ahead < Number.POSITIVE_INFINITY && (target === undefined || ahead + (latency ?? 0) <= seconds[target]!)
  );
};

function wayTo({ adjacency, flows }: Trees, found: Search, from: string, target: number): Way | undefined {
  const taken = arcsTo(adjacency, found, target)?.map((arc) => flows[adjacency.flow[arc]!]!);
  return (
    taken && { latency: latencyOf(taken), systems: [from, ...taken.map((flow) => flow.to)], flows: taken }
  );
}

/** Ways over flows that all carry the field; unknown latencies count as none, as in the graph of an inventory. */
export function waysOver(flows: readonly Flow[], ends: readonly string[]): WayTrees {
  const nodes = [...new Set([...ends, ...flows.flatMap(({ from, to }) => [from, to])])].sort(compareText);
  const place = new Map(nodes.map((node, i) => [node, i]));
  const adjacency = packing(nodes, flows)(flows.map((_, i) => i));
  const trees = { place, adjacency, flows };
  const searched = remember((from: number) => search(adjacency, from));
  const known = nodes.map(() => new Map<number, Way | undefined>());
  return {
    way: (from, to) => {
      const [source, target] = [place.get(from), place.get(to)];
      if (source === undefined || target === undefined) return undefined;
      const ways = known[source]!;
      if (!ways.has(target)) ways.set(target, wayTo(trees, searched(source), from, target));
      return ways.get(target);
    },
    isMoved: (from, { before, after }) => {
      const source = place.get(from);
      if (source === undefined) return true;
      const found = searched(source);
      return (
        before.some((flow) => isTaken(trees, found, flow)) ||
        after.some((flow) => isAsQuick(trees, found, flow))
      );
    },
  };
}
