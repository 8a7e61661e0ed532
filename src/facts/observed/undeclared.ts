import { byCodeUnit } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
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

interface Candidate extends UndeclaredFlow {
  /** Seconds by which the times left for the flow itself differ, in steps. */
  readonly spread: number;
  /** Seconds on declared ways before and behind it, over all observations. */
  readonly around: number;
}

const inTimeOf = ({ quarters }: Observation): number => quarters.reduce((sum, { inTime }) => sum + inTime, 0);

/** Seconds of the quickest declared way; NaN where there is none. */
function secondsOf(graph: EcosystemGraph, from: string, to: string, field: string): number {
  if (from === to) return 0;
  const way = graph.way(from, to, field);
  return way ? (way.latency ?? 0) : Number.NaN;
}

/** An observation with the seconds from its giver to each possible end of a flow, and from each to its receiver. */
interface Placed extends Timed {
  readonly changes: number;
  readonly inTime: number;
  readonly before: Float64Array;
  readonly behind: Float64Array;
}

function place(graph: EcosystemGraph, ends: readonly string[], timed: Timed): Placed {
  const { from, to, field } = timed.observation;
  return {
    ...timed,
    changes: changesOf(timed.observation),
    inTime: inTimeOf(timed.observation),
    before: Float64Array.from(ends, (end) => secondsOf(graph, from, end, field)),
    behind: Float64Array.from(ends, (end) => secondsOf(graph, end, to, field)),
  };
}

/** What a flow between two ends would explain, together with the declared ways. */
function candidate(ends: readonly string[], from: number, to: number, all: readonly Placed[]) {
  const explained = all.filter(({ before, behind }) => before[from]! + behind[to]! >= 0);
  const sum = (of: (one: Placed) => number) => explained.reduce((total, one) => total + of(one), 0);
  const [changes, arrived] = [sum((one) => one.changes), sum((one) => one.inTime)];
  if (wilson(arrived, changes).low <= half) return [];
  const own = explained.flatMap(({ meanSeconds, before, behind }) =>
    meanSeconds === undefined ? [] : [meanSeconds - before[from]! - behind[to]!],
  );
  const spread = own.length < 2 ? 0 : Math.floor((Math.max(...own) - Math.min(...own)) / alike);
  const around = sum(({ before, behind }) => before[from]! + behind[to]!);
  const observations = explained.map(({ observation }) => observation);
  return [{ from: ends[from]!, to: ends[to]!, observations, changes, arrived, spread, around }];
}

function candidatesOf(ends: readonly string[], all: readonly Placed[]): Candidate[] {
  const promising = all.filter(({ changes, inTime }) => inTime * 2 > changes);
  const places = ends.map((_, i) => i);
  const givers = places.filter((i) => promising.some(({ before }) => before[i]! >= 0));
  const receivers = places.filter((i) => promising.some(({ behind }) => behind[i]! >= 0));
  return givers.flatMap((from) =>
    receivers.flatMap((to) => (from === to ? [] : candidate(ends, from, to, all))),
  );
}

/** The one that explains most wins, then the one that leaves the flow itself a steady time, then the nearest. */
const order = (a: Candidate, b: Candidate): number =>
  2 * b.arrived - b.changes - (2 * a.arrived - a.changes) ||
  a.spread - b.spread ||
  a.around - b.around ||
  byCodeUnit(a.from, b.from) ||
  byCodeUnit(a.to, b.to);

/**
 * Flows nobody declared: between systems without a declared way most changes arrive within the agreed time. One flow may
 * explain many pairs; the fewest are named, by giver and receiver.
 */
export function findUndeclared(graph: EcosystemGraph, seen: readonly Timed[]): UndeclaredFlow[] {
  const none = seen.filter(({ observation }) => observation.expected === 'none');
  const fields = [...new Set(none.map(({ observation }) => observation.field))];
  const named = none.flatMap(({ observation }) => [observation.from, observation.to]);
  const ends = [...new Set([...named, ...fields.flatMap((field) => graph.holders(field))])].sort(byCodeUnit);
  const found: UndeclaredFlow[] = [];
  let rest = none.map((timed) => place(graph, ends, timed)).filter(({ changes }) => changes > 0);
  for (;;) {
    const best = candidatesOf(ends, rest).sort(order)[0];
    if (!best) return found.sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to));
    found.push(best);
    rest = rest.filter(({ observation }) => !best.observations.includes(observation));
  }
}
