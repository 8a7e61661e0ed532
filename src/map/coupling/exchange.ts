import type { Partition, Tie } from '../../graph/partitions.js';
import { compareText } from '../../text/compare.js';
import type { Atlas } from '../estate.js';
import { activeFlows, type MapFlow, type MapSystem } from '../model.js';

/** A flow between two systems of silos, and how many fields it carries. */
export interface Carried {
  readonly flow: MapFlow;
  readonly weight: number;
}

/** What systems of silos exchange with each other. */
export interface Exchange {
  /** Those that exchange something, by id; ties and groups count places in this list. */
  readonly systems: readonly MapSystem[];
  /** silo_id of each silo that one of them stands in, sorted. */
  readonly silos: readonly string[];
  /** For every system the place of its silo in `silos`. */
  readonly declared: Partition;
  readonly ties: readonly Tie[];
  readonly flows: readonly Carried[];
  /** Systems of silos that exchange nothing with another system of a silo. */
  readonly idle: readonly MapSystem[];
  /** Flows from or to what stands in no silo. */
  readonly outside: number;
  /** Flows of which the inventory names no field; they count as one. */
  readonly unnamed: number;
}

const covers = (path: string, field: string): boolean => field === path || field.startsWith(`${path}.`);

/** A flow carries the fields that arrive; a field with parts counts as its parts, however somebody wrote it down. */
function fieldCounter({ map }: Atlas): (flow: MapFlow) => number {
  const parts = new Map<string, readonly string[]>();
  const partsOf = (path: string): readonly string[] => {
    const known = parts.get(path);
    if (known) return known;
    const leaves = map.fields.map(({ field }) => field).filter((field) => covers(path, field));
    const found = leaves.length === 0 ? [path] : leaves;
    parts.set(path, found);
    return found;
  };
  return ({ fields }) => new Set(fields.flatMap(({ target_field }) => partsOf(target_field))).size;
}

/** One tie for each two systems, whichever way data goes and over however many flows; in the order of places. */
function tiesOf(flows: readonly Carried[], place: ReadonlyMap<string, number>): Tie[] {
  const size = place.size;
  const weights = new Map<number, number>();
  for (const { flow, weight } of flows) {
    const [a, b] = [place.get(flow.from)!, place.get(flow.to)!].sort((x, y) => x - y) as [number, number];
    weights.set(a * size + b, (weights.get(a * size + b) ?? 0) + weight);
  }
  return [...weights]
    .sort(([a], [b]) => a - b)
    .map(([key, weight]) => ({ a: Math.floor(key / size), b: key % size, weight }));
}

/** Reads the exchange off the flows that run today. Third parties and what stands in no silo take no part. */
export function exchangeOf(atlas: Atlas): Exchange {
  const placed = new Map(
    atlas.map.systems.filter(({ silo_id }) => silo_id !== '').map((one) => [one.system_id, one]),
  );
  const active = activeFlows(atlas.map).filter(({ from, to }) => from !== to);
  const between = active.filter(({ from, to }) => placed.has(from) && placed.has(to));
  const count = fieldCounter(atlas);
  const flows = between.map((flow) => ({ flow, weight: Math.max(1, count(flow)) }));
  const busy = new Set(between.flatMap(({ from, to }) => [from, to]));
  const systems = [...placed.values()]
    .filter(({ system_id }) => busy.has(system_id))
    .sort((a, b) => compareText(a.system_id, b.system_id));
  const silos = [...new Set(systems.map(({ silo_id }) => silo_id))].sort(compareText);
  const place = new Map(systems.map(({ system_id }, i) => [system_id, i]));
  return {
    systems,
    silos,
    declared: systems.map(({ silo_id }) => silos.indexOf(silo_id)),
    ties: tiesOf(flows, place),
    flows,
    idle: [...placed.values()].filter(({ system_id }) => !busy.has(system_id)),
    outside: active.length - between.length,
    unnamed: between.filter(({ fields }) => fields.length === 0).length,
  };
}

/** For every system what it exchanges with the systems of each silo. */
export function exchangeBySilo({ systems, silos, declared, ties }: Exchange): number[][] {
  const rows = systems.map(() => silos.map(() => 0));
  for (const { a, b, weight } of ties) {
    rows[a]![declared[b]!]! += weight;
    rows[b]![declared[a]!]! += weight;
  }
  return rows;
}
