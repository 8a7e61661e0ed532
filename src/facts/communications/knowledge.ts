import { covers } from '../../graph/index.js';
import { mappingOf } from '../../graph/mappings.js';
import type { EcosystemGraph, Flow, Inventory } from '../../graph/types.js';
import { hopLatency, type Joining, joiningFlows, type Station, type Way } from './routes.js';

/** What a station knows of a field. */
export interface Knowing {
  readonly system: string;
  readonly known: boolean;
  /** Seconds since the master had it; null when not known. */
  readonly age: number | null;
}

/** How far a field gets on a way, and how old it is when the message leaves. */
export interface Course {
  /** By station, as the way has them. */
  readonly stations: readonly (readonly Knowing[])[];
  /** Seconds at delivery; null when not known. */
  readonly ageAtDelivery: number | null;
}

/** Those who decide what a field says: its masters, else where it is changed, else whoever keeps it. */
export function originsOf(graph: EcosystemGraph, field: string): readonly string[] {
  const lists = [graph.masters(field), graph.collectors(field), graph.holders(field)];
  return lists.find((systems) => systems.length > 0) ?? [];
}

const least = (ages: readonly (number | null)[]): number | null => {
  const stated = ages.filter((age) => age !== null);
  return stated.length > 0 ? Math.min(...stated) : null;
};

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

interface Lookup {
  readonly graph: EcosystemGraph;
  readonly joining: Joining;
}

type Own = (field: string, system: string, anyWay: boolean) => Knowing | undefined;

/** The flows from one system to the other that bring the field. */
const bringing = ({ joining }: Lookup, from: string, to: string, field: string): readonly Flow[] =>
  joining.between(from, to).filter((flow) => mappingOf(flow, field) !== undefined);

/** Seconds from the nearest of the origins; null when none is near or the quickest way states a hop without latency. */
function ageAt({ graph }: Lookup, field: string, origins: readonly string[], system: string): number | null {
  const target = graph.place(system);
  const network = graph.network(field);
  const distance = (origin: string): number => {
    const source = graph.place(origin);
    return source === undefined || target === undefined ? Infinity : network.search(source).seconds[target]!;
  };
  let nearest: string | undefined;
  let least = Infinity;
  for (const origin of origins) {
    const seconds = distance(origin);
    if (seconds < least) [nearest, least] = [origin, seconds];
  }
  return nearest === undefined ? null : (graph.way(nearest, system, field)?.latency ?? null);
}

/** What a system knows by itself or straight from who decides it. */
function ownKnowledge(lookup: Lookup, field: string, system: string, anyWay: boolean): Knowing | undefined {
  const { graph, joining } = lookup;
  const origins = originsOf(graph, field);
  if (origins.includes(system)) return { system, known: true, age: 0 };
  const holders = graph.holders(field);
  const isFed = () =>
    anyWay
      ? holders.some((from) => graph.reaches(from, system, field))
      : joining
          .into(system)
          .some((flow) => origins.includes(flow.from) && mappingOf(flow, field) !== undefined);
  if (!holders.includes(system) && !isFed()) return undefined;
  return { system, known: true, age: ageAt(lookup, field, origins, system) };
}

/** What a system gets from the station before: over flows that join both, else over any way that carries the field. */
function handedOn(lookup: Lookup, field: string, to: string, before: readonly Knowing[]): Knowing {
  const ages = before
    .filter(({ known }) => known)
    .flatMap(({ system: from, age }): (number | null)[] => {
      if (from === to) return [age];
      if (lookup.joining.between(from, to).length > 0)
        return bringing(lookup, from, to, field).map(({ latency }) => sum(age, latency));
      const way = lookup.graph.way(from, to, field);
      return way ? [sum(age, way.latency)] : [];
    });
  return { system: to, known: ages.length > 0, age: least(ages) };
}

/** Until the text is made, data may come from anywhere; into the text it comes from the step before or the master. */
function knowingAt(
  lookup: Lookup,
  ask: Own,
  field: string,
  station: Station,
  before: readonly Knowing[],
): Knowing[] {
  return station.map(({ system, kind }) => {
    const own = ask(field, system, kind === 'source' || kind === 'process');
    const handed = handedOn(lookup, field, system, before);
    if (!own) return handed;
    return { system, known: true, age: least([own.age, handed.age]) };
  });
}

/** Seconds from each station to the last; null where a hop is missing or states none. */
function tailsOf({ hops }: Way): (number | null)[] {
  const tails: (number | null)[] = [0];
  for (const hop of hops.map(hopLatency).reverse()) tails.push(sum(hop, tails.at(-1)!));
  return tails.reverse();
}

/** Follows fields along ways of communications. */
export function follower(graph: EcosystemGraph, inventory: Inventory): (way: Way, field: string) => Course {
  const lookup = { graph, joining: joiningFlows(inventory) };
  const known = new Map<string, Knowing | undefined>();
  const own: Own = (field, system, anyWay) => {
    const key = JSON.stringify([field, system, anyWay]);
    if (!known.has(key)) known.set(key, ownKnowledge(lookup, field, system, anyWay));
    return known.get(key);
  };
  const course = (way: Way, field: string): Course => {
    const tails = tailsOf(way);
    let before: readonly Knowing[] = [];
    const atDelivery: (number | null)[] = [];
    const stations = way.stations.map((station, i) => {
      before = knowingAt(lookup, own, field, station, before);
      const isLast = i === way.stations.length - 1 && i > 0;
      if (!isLast)
        for (const knowing of before) if (knowing.known) atDelivery.push(sum(knowing.age, tails[i]!));
      return before;
    });
    return { stations, ageAtDelivery: least(atDelivery) };
  };
  const courses = new Map<Way, Map<string, Course>>();
  return (way, field) => {
    const own = courses.get(way) ?? new Map<string, Course>();
    courses.set(way, own);
    const found = own.get(field) ?? course(way, field);
    own.set(field, found);
    return found;
  };
}

/** The steps that make the text: the last composition, else the last process, else the first step. */
export function composing({ stations }: Way): Station {
  const last = (kind: string) => stations.findLast((station) => station.some((step) => step.kind === kind));
  return last('composition') ?? last('process') ?? stations[0]!;
}

/** Fields about the person that must get into the text itself; others may come inside documents. */
export const isPersonal = (field: string): boolean =>
  ['person', 'product', 'preference.language', 'preference.channel'].some((root) => covers(root, field));
