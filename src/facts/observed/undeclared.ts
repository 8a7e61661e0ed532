import { byCodeUnit } from '../../graph/index.js';
import type { FactContext } from '../context.js';
import type { BrokenFlow } from './broken.js';
import { changesOf, type Observation } from './observe.js';
import { wilson } from './wilson.js';

/** More than half of the changes must be seen to arrive within the agreed time. */
const half = 0.5;
/** Seconds by which measured times may differ and still be alike. */
const alike = 1800;

/** An observation with how long its changes took, where that is known better than by day. */
export interface Timed {
  readonly observation: Observation;
  readonly meanSeconds: number | undefined;
}

export interface UndeclaredFlow {
  readonly from: string;
  readonly to: string;
  readonly observations: readonly Observation[];
  readonly changes: number;
  readonly arrived: number;
}

/** What is known of the estate. */
export interface Known {
  readonly holders: (field: string) => readonly string[];
  /** Seconds on a declared way by which values do arrive; NaN where there is none. */
  readonly seconds: (from: string, to: string, field: string) => number;
  /** Some flow is declared between the two, whatever it carries. */
  readonly isJoined: (one: string, other: string) => boolean;
}

/** What the inventory says, less the ways that pass a flow known to be broken. */
export function knownOf(
  { graph, inventory }: Pick<FactContext, 'graph' | 'inventory'>,
  broken: readonly BrokenFlow[],
): Known {
  const stops = new Set(
    broken.flatMap(({ flow, fields }) => fields.map((field) => `${flow.flowId} ${field}`)),
  );
  const joins = new Set(inventory.flows.map(({ from, to }) => `${from}>${to}`));
  return {
    holders: graph.holders,
    isJoined: (one, other) => joins.has(`${one}>${other}`) || joins.has(`${other}>${one}`),
    seconds: (from, to, field) => {
      if (from === to) return 0;
      const way = graph.way(from, to, field);
      const isOpen = way && !way.flows.some(({ flowId }) => stops.has(`${flowId} ${field}`));
      return isOpen ? (way.latency ?? 0) : Number.NaN;
    },
  };
}

/** An observation with the seconds from its giver to each possible end of a flow, and from each to its receiver. */
interface Placed extends Timed {
  readonly changes: number;
  readonly inTime: number;
  readonly before: Float64Array;
  readonly behind: Float64Array;
}

function place({ seconds }: Known, ends: readonly string[], timed: Timed): Placed {
  const { from, to, field, quarters } = timed.observation;
  return {
    ...timed,
    changes: changesOf(timed.observation),
    inTime: quarters.reduce((sum, { inTime }) => sum + inTime, 0),
    before: Float64Array.from(ends, (end) => seconds(from, end, field)),
    behind: Float64Array.from(ends, (end) => seconds(end, to, field)),
  };
}

interface Candidate extends UndeclaredFlow {
  /** By how much the times left for the flow itself differ, and how long they are, in steps. */
  readonly spread: number;
  readonly left: number;
  readonly isStrange: boolean;
  /** Seconds on declared ways before and behind it, over all observations. */
  readonly around: number;
}

/** What is left for the flow itself when declared ways are taken off; of one pair it says nothing about where it runs. */
function leftFor(seconds: readonly number[], pairs: number): Pick<Candidate, 'spread' | 'left'> {
  if (seconds.length === 0 || pairs < 2) return { spread: 0, left: 0 };
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  const mean = seconds.reduce((total, one) => total + one, 0) / seconds.length;
  const left = least < -alike ? Number.MAX_SAFE_INTEGER : Math.floor(Math.max(mean, 0) / alike);
  return { spread: Math.floor((most - least) / alike), left };
}

type Ends = readonly [from: number, to: number];

/** What a flow between two ends would explain, together with the declared ways. */
function candidate(known: Known, names: readonly string[], [from, to]: Ends, all: readonly Placed[]) {
  const explained = all.filter(({ before, behind }) => before[from]! + behind[to]! >= 0);
  const sum = (of: (one: Placed) => number) => explained.reduce((total, one) => total + of(one), 0);
  const [changes, arrived] = [sum((one) => one.changes), sum((one) => one.inTime)];
  if (wilson(arrived, changes).low <= half) return [];
  const own = explained.flatMap(({ meanSeconds, before, behind }) =>
    meanSeconds === undefined ? [] : [meanSeconds - before[from]! - behind[to]!],
  );
  const observations = explained.map(({ observation }) => observation);
  const pairs = new Set(observations.map((one) => `${one.from} ${one.to}`)).size;
  const ends = { from: names[from]!, to: names[to]!, isStrange: !known.isJoined(names[from]!, names[to]!) };
  const around = sum(({ before, behind }) => before[from]! + behind[to]!);
  return [{ ...ends, observations, changes, arrived, ...leftFor(own, pairs), around }];
}

function candidatesOf(known: Known, names: readonly string[], all: readonly Placed[]): Candidate[] {
  const promising = all.filter(({ changes, inTime }) => inTime * 2 > changes);
  const places = names.map((_, i) => i);
  const givers = places.filter((i) => promising.some(({ before }) => before[i]! >= 0));
  const receivers = places.filter((i) => promising.some(({ behind }) => behind[i]! >= 0));
  return givers.flatMap((from) =>
    receivers.flatMap((to) => (from === to ? [] : candidate(known, names, [from, to], all))),
  );
}

/**
 * The one that explains most wins, then the one that leaves the flow itself a steady time, then a short one; then ends
 * that are joined anyway; then the nearest.
 */
const order = (a: Candidate, b: Candidate): number =>
  2 * b.arrived - b.changes - (2 * a.arrived - a.changes) ||
  a.spread - b.spread ||
  a.left - b.left ||
  Number(a.isStrange) - Number(b.isStrange) ||
  a.around - b.around ||
  byCodeUnit(a.from, b.from) ||
  byCodeUnit(a.to, b.to);

/**
 * Flows nobody declared: between systems without a declared way most changes arrive within the agreed time. One flow may
 * explain many pairs; the fewest are named, by giver and receiver.
 */
export function findUndeclared(known: Known, seen: readonly Timed[]): UndeclaredFlow[] {
  const none = seen.filter(({ observation }) => observation.expected === 'none');
  const fields = [...new Set(none.map(({ observation }) => observation.field))];
  const named = none.flatMap(({ observation }) => [observation.from, observation.to]);
  const names = [...new Set([...named, ...fields.flatMap(known.holders)])].sort(byCodeUnit);
  const found: UndeclaredFlow[] = [];
  let rest = none.map((timed) => place(known, names, timed)).filter(({ changes }) => changes > 0);
  for (;;) {
    const best = candidatesOf(known, names, rest).sort(order)[0];
    if (!best) return found.sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to));
    found.push(best);
    rest = rest.filter(({ observation }) => !best.observations.includes(observation));
  }
}
