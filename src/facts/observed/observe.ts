import type { EcosystemGraph, Flow, Way } from '../../graph/types.js';
import { arriving, opposites } from '../preferences/pairs.js';
import { isKeyMissing } from '../ways.js';
import { states } from './heard.js';
import type { Keeper, Seen } from './read.js';

/** Changes made in one quarter, and what has become of them in the other system. */
export interface Quarter {
  /** 0 the three quarters before as-of, 1 those before … */
  readonly quarter: number;
  changes: number;
  arrived: number;
  /** Of those that arrived, the ones within the agreed or declared time. */
  inTime: number;
  /** Of those that did not arrive, the ones whose opposite did. */
  turned: number;
  /** First change that did not arrive, in milliseconds. */
  firstMissed: number;
  /** Persons and scopes to show. */
  readonly missed: number[];
  readonly seen: number[];
}

/** Changes of a field made in one system, as another system shows them. */
export interface Observation {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** `declared`: values should arrive by `way`; `none`: there is no way; `unclear`: the inventory lets one expect neither. */
  readonly expected: 'declared' | 'none' | 'unclear';
  readonly way: Way | undefined;
  /** Flows of the way between systems that every way passes: only by them can the changes have come. */
  readonly needed: readonly Flow[];
  readonly quarters: readonly Quarter[];
  readonly already: number;
  readonly overwritten: number;
}

/** What the inventory says of a way for a field. */
export interface Expectation {
  readonly expected: Observation['expected'];
  readonly way: Way | undefined;
  readonly needed: readonly Flow[];
  /** The value that arrives is the opposite of the one that went out, as declared. */
  readonly inverted: boolean;
}

/** The field a keeper's records are about. */
export const fieldOf = ({ kind, axis }: Pick<Keeper, 'kind' | 'axis'>): string =>
  kind === 'delivery'
    ? 'preference.delivery'
    : axis === '*'
      ? 'preference.consent'
      : `preference.consent.${axis}`;

/** A choice for all channels goes over each of them; where they go different ways nothing is expected. */
function wayFor(graph: EcosystemGraph, from: string, to: string, field: string): Way | 'none' | 'unclear' {
  const way = graph.way(from, to, field);
  if (way) return way;
  const below = graph.fields.filter((leaf) => leaf.startsWith(`${field}.`));
  return below.some((leaf) => graph.reaches(from, to, leaf)) ? 'unclear' : 'none';
}

/** What may be expected of changes of the field; where the receiver lacks the key, the inventory itself expects nothing. */
export function expectationOf(
  graph: EcosystemGraph,
  keys: readonly string[],
  pair: Pick<Observation, 'from' | 'to' | 'field'>,
): Expectation {
  const found = wayFor(graph, pair.from, pair.to, pair.field);
  if (typeof found === 'string') return { expected: found, way: undefined, needed: [], inverted: false };
  const stops = new Set([pair.from, ...graph.passes(pair.from, pair.to, pair.field), pair.to]);
  const needed = found.flows.filter((flow) => stops.has(flow.from) && stops.has(flow.to));
  const values = pair.field === 'preference.delivery' ? ['paper', 'electronic'] : ['opt_in', 'opt_out'];
  const arrive = values.map((value) => arriving(found, pair.field, value));
  const same = arrive.every((value, i) => value === values[i]);
  const inverted = arrive.every((value, i) => value === opposites[values[i]!]);
  const clear = (same || inverted) && !isKeyMissing(found, pair.field, keys);
  return { expected: clear ? 'declared' : 'unclear', way: found, needed, inverted };
}

/** The same thing seen, where the opposite is what should arrive. */
const mirrored = new Map<number, number>([
  [states.inTime, states.turned],
  [states.late, states.turned],
  [states.turned, states.inTime],
  [states.already, states.opposite],
  [states.opposite, states.already],
  [states.undated, states.undatedOpposite],
  [states.undatedOpposite, states.undated],
  [states.overwritten, states.unclear],
]);

const arrivedStates: readonly number[] = [states.inTime, states.late, states.undated];
const missedStates: readonly number[] = [
  states.turned,
  states.opposite,
  states.undatedOpposite,
  states.missing,
];

function add(quarters: Map<number, Quarter>, state: number, row: Seen): void {
  const arrived = arrivedStates.includes(state);
  if (!arrived && !missedStates.includes(state)) return;
  const { quarter, persons, example, first_ms } = row;
  const one: Quarter = quarters.get(quarter) ?? {
    quarter,
    changes: 0,
    arrived: 0,
    inTime: 0,
    turned: 0,
    firstMissed: Number.POSITIVE_INFINITY,
    missed: [],
    seen: [],
  };
  quarters.set(quarter, one);
  one.changes += persons;
  (arrived ? one.seen : one.missed).push(example);
  if (arrived) one.arrived += persons;
  else one.firstMissed = Math.min(one.firstMissed, first_ms);
  if (state === states.inTime) one.inTime += persons;
  if (state === states.turned) one.turned += persons;
}

/** What was seen of one field between two systems, held against what is expected. */
export function observe(
  pair: Pick<Observation, 'from' | 'to' | 'field'>,
  { expected, way, needed, inverted }: Expectation,
  rows: readonly Seen[],
): Observation {
  const quarters = new Map<number, Quarter>();
  let [already, overwritten] = [0, 0];
  for (const row of rows) {
    const state = inverted ? (mirrored.get(row.state) ?? row.state) : row.state;
    add(quarters, state, row);
    if (state === states.already) already += row.persons;
    if (state === states.overwritten) overwritten += row.persons;
  }
  const sorted = [...quarters.values()].sort((a, b) => a.quarter - b.quarter);
  return { ...pair, expected, way, needed, quarters: sorted, already, overwritten };
}

export const changesOf = (one: Pick<Observation, 'quarters'>): number =>
  one.quarters.reduce((sum, { changes }) => sum + changes, 0);
export const arrivedOf = (one: Pick<Observation, 'quarters'>): number =>
  one.quarters.reduce((sum, { arrived }) => sum + arrived, 0);
export const turnedOf = (one: Pick<Observation, 'quarters'>): number =>
  one.quarters.reduce((sum, { turned }) => sum + turned, 0);
