import { covers } from '../../graph/index.js';
import type { EcosystemGraph, Flow, Inventory } from '../../graph/types.js';
import { addTo } from '../../text/group-by.js';
import { type Route, routesOf, type Step } from '../estate/steps.js';

/** Steps of one rank; the message passes all of them at once. */
export type Station = readonly Step[];

/** How content gets from one system to the next. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  /** Seconds; null when not stated; undefined when no flow of content leads there. */
  readonly latency: number | null | undefined;
  readonly flows: readonly Flow[];
  /** Systems between the two that every way passes. */
  readonly passed: readonly string[];
}

/** A communication on a channel up to its delivery. */
export interface Way extends Route {
  readonly stations: readonly Station[];
  /** Hops between stations that follow each other, by station; none where both are one system. */
  readonly hops: readonly (readonly Hop[])[];
}

const outward = new Set(['source', 'process', 'composition', 'delivery']);

function stationsOf({ steps }: Route): Station[] {
  const ranks = new Map<number, Step[]>();
  for (const step of steps) if (outward.has(step.kind)) addTo(ranks, step.ordinal, step);
  return [...ranks].sort(([a], [b]) => a - b).map(([, station]) => station);
}

const speed = ({ latency }: { latency: number | null }): number => latency ?? 0;

/** Active flows, quickest first: those that join two systems, and all that lead into one. */
export interface Joining {
  between(from: string, to: string): readonly Flow[];
  into(to: string): readonly Flow[];
}

export function joiningFlows({ flows }: Inventory): Joining {
  const into = new Map<string, Flow[]>();
  const between = new Map<string, Map<string, Flow[]>>();
  const add = <K>(lists: Map<K, Flow[]>, key: K, flow: Flow) => {
    addTo(lists, key, flow);
  };
  for (const flow of [...flows].sort((a, b) => speed(a) - speed(b))) {
    add(into, flow.to, flow);
    const ends = between.get(flow.from) ?? new Map<string, Flow[]>();
    between.set(flow.from, ends);
    add(ends, flow.to, flow);
  }
  return {
    between: (from, to) => between.get(from)?.get(to) ?? [],
    into: (to) => into.get(to) ?? [],
  };
}

/** Answers how content hops: over a flow that joins both, else over flows that carry content, else over any. */
function hopFinder(graph: EcosystemGraph, inventory: Inventory): (from: string, to: string) => Hop {
  const joining = joiningFlows(inventory);
  const content = graph.fields.filter((field) => covers('document', field) || covers('value', field));
  const fields = content.length > 0 ? content : [undefined];
  const known = new Map<string, Hop>();
  const find = (from: string, to: string): Hop => {
    const [direct] = joining.between(from, to);
    if (direct) return { from, to, latency: direct.latency, flows: [direct], passed: [] };
    const ways = fields.flatMap((field) => {
      const way = graph.way(from, to, field);
      return way ? [{ ...way, field }] : [];
    });
    const best = ways.sort((a, b) => speed(a) - speed(b))[0];
    if (!best) return { from, to, latency: undefined, flows: [], passed: [] };
    const passed = graph.passes(from, to, best.field);
    return { from, to, latency: best.latency, flows: best.flows, passed };
  };
  return (from, to) => {
    const key = JSON.stringify([from, to]);
    const hop = known.get(key) ?? find(from, to);
    known.set(key, hop);
    return hop;
  };
}

/** Hops into each system of a station from whichever of the station before is quickest; a missing hop last. */
function hopsInto(hop: (from: string, to: string) => Hop, before: Station, station: Station): Hop[] {
  const givers = [...new Set(before.map(({ system }) => system))];
  return [...new Set(station.map(({ system }) => system))]
    .filter((system) => !givers.includes(system))
    .map((to) => {
      const hops = givers.map((from) => hop(from, to));
      const rank = ({ latency }: Hop) => (latency === undefined ? Infinity : (latency ?? 0));
      return hops.sort((a, b) => rank(a) - rank(b))[0]!;
    });
}

/** Every communication on every channel that its steps state, up to delivery, in order of id and channel. */
export function waysOf(graph: EcosystemGraph, inventory: Inventory, steps: readonly Step[]): Way[] {
  const hop = hopFinder(graph, inventory);
  return routesOf(steps).flatMap((route) => {
    const stations = stationsOf(route);
    const hops = stations.slice(1).map((station, i) => hopsInto(hop, stations[i]!, station));
    return stations.length > 0 ? [{ ...route, stations, hops }] : [];
  });
}

/** Systems of the stations, in order, each once. */
export const systemsOf = ({ stations }: Way): string[] => [
  ...new Set(stations.flat().map(({ system }) => system)),
];

/** Seconds of the slowest hop between two stations; null when one of them is missing or unstated. */
export const hopLatency = (hops: readonly Hop[]): number | null =>
  hops.reduce<number | null>(
    (most, { latency }) => (most === null || latency == null ? null : Math.max(most, latency)),
    0,
  );
