import type { Cause } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { carries, indexFlows, quickest } from './flows.js';
import { type Pair, readPair } from './subject.js';
import { indexSystems, type Stop } from './systems.js';

/** How a step of the way fares; everything but `carried` is where the finding breaks it. */
export type HopState = 'carried' | 'broken' | 'slow' | 'altered';
export interface Hop {
  readonly from: Stop;
  readonly to: Stop;
  readonly state: HopState;
  /** Seconds, null when unknown. */
  readonly latency: number | null;
  /** A few words about the break, empty when the step is sound. */
  readonly note: string;
}
export type Way = readonly Hop[];

/** What a cause says about the last step, the one that would deliver. */
const lastStep: Partial<Record<Cause, Pick<Hop, 'state' | 'note'>>> = {
  scope_too_narrow: { state: 'broken', note: 'not on offer' },
  conflicting_master: { state: 'altered', note: 'overwritten' },
  no_flow: { state: 'broken', note: 'no flow' },
  one_way: { state: 'broken', note: 'no way back' },
  mapping_wrong: { state: 'altered', note: 'arrives changed' },
  identity_gap: { state: 'broken', note: 'no common key' },
  lost: { state: 'broken', note: 'does not arrive' },
};

/** Systems to draw: the path known, or giver and receiver; a way that only leads back gets its missing return. */
function stopsOf(finding: Finding, pair: Pair | undefined): readonly string[] {
  const { path } = finding;
  if (pair === undefined) return path;
  if (path.length < 2) return pair.from === pair.to ? [pair.from] : [pair.from, pair.to];
  return path[0] === pair.to && path.at(-1) === pair.from ? [...path, pair.to] : path;
}

function withCause(hops: Hop[], finding: Finding, field: string): Way {
  const last = hops.at(-1);
  if (last === undefined || hops.some((hop) => hop.state === 'broken')) return hops;
  const said = finding.cause ? lastStep[finding.cause] : undefined;
  if (said) return [...hops.slice(0, -1), { ...last, ...said }];
  const late = finding.cause === 'too_slow' || (finding.cause === null && field.startsWith('outcome.'));
  if (!late) return hops;
  const slowest = hops.reduce((a, b) => ((b.latency ?? -1) > (a.latency ?? -1) ? b : a));
  return hops.map((hop) => (hop === slowest ? { ...hop, state: 'slow', note: 'slow' } : hop));
}

/** Gives for a finding its way through the systems, with the place where it breaks; empty without a way. */
export function readWays(report: Report): (finding: Finding) => Way {
  const system = indexSystems(report);
  const between = indexFlows(report.flows);
  const hop = (from: string, to: string, field: string): Hop => {
    const flows = between(from, to);
    const carrying = flows.filter((flow) => carries(flow, field));
    const ends = { from: system(from), to: system(to) };
    if (flows.length === 0) return { ...ends, state: 'broken', latency: null, note: 'no flow' };
    if (carrying.length === 0) return { ...ends, state: 'broken', latency: null, note: 'not carried' };
    return { ...ends, state: 'carried', latency: quickest(carrying), note: '' };
  };
  return (finding) => {
    const pair = readPair(finding.subject);
    const stops = stopsOf(finding, pair);
    const field = pair?.field ?? '';
    const hops = stops.slice(1).map((to, index) => hop(stops[index] as string, to, field));
    return withCause(hops, finding, field);
  };
}
