import type { Cause } from '../../model/enums.js';
import type { Report } from '../../model/report.js';
import { carries, indexFlows, quickest } from './flows.js';
import { type Pair, readEnds, type Told } from './subject.js';
import { indexSystems, type Stop } from './systems.js';

/** How a step of the way fares; everything but `carried` is where the finding breaks it. */
export type HopState = 'carried' | 'broken' | 'slow' | 'altered';
export interface Hop {
  readonly from: Stop;
  readonly to: Stop;
  readonly state: HopState;
  /** Seconds, null when unknown. */
  readonly latency: number | null;
  /** A few words about the step, empty when there is nothing to say. */
  readonly note: string;
}
export type Way = readonly Hop[];
/** What ways are read from. */
type Estate = Pick<Report, 'systems' | 'flows'>;
type Between = ReturnType<typeof indexFlows>;
type ReadHop = (from: string, to: string, field: string) => Hop;

/** What a cause says about the last step, the one that would deliver. */
const lastStep: Partial<Record<Cause, Pick<Hop, 'state' | 'note'>>> = {
  scope_too_narrow: { state: 'broken', note: 'not on offer' },
  conflicting_master: { state: 'altered', note: 'overwritten' },
  no_flow: { state: 'broken', note: 'no flow' },
  one_way: { state: 'broken', note: 'no way back' },
  field_not_mapped: { state: 'broken', note: 'not carried' },
  mapping_wrong: { state: 'altered', note: 'arrives changed' },
  identity_gap: { state: 'broken', note: 'no common key' },
  in_flight: { state: 'carried', note: 'on its way' },
  lost: { state: 'broken', note: 'does not arrive' },
};

/** Causes of which no way carries the field: what breaks it are the steps that leave it out. */
const uncarried: readonly (Cause | null)[] = ['scope_too_narrow', 'field_not_mapped'];

const isOutcome = (pair: Pair | undefined): boolean => pair?.field.startsWith('outcome.') ?? false;

/** A way back of which flows exist and some do not carry the outcome, as the finding names it. */
function readMissingWay({ args }: Told, field: string, between: Between, readHop: ReadHop): Hop[] {
  const systems = Array.isArray(args.missing_way) ? args.missing_way : [];
  const hops = systems.slice(1).map((to, index) => [systems[index]!, to] as const);
  if (hops.length === 0 || hops.some(([from, to]) => between(from, to).length === 0)) return [];
  const isCarried = hops.map(([from, to]) => between(from, to).some((flow) => carries(flow, field)));
  const last = isCarried.lastIndexOf(false);
  return hops.map(([from, to], i): Hop => {
    const hop = readHop(from, to, field);
    return isCarried[i] ? hop : { ...hop, state: 'broken', note: i === last ? 'not carried' : '' };
  });
}

/** The known path; or the missing step between the two; or the path back and the missing return. */
function readSteps(finding: Told, pair: Pair | undefined, between: Between, readHop: ReadHop): Hop[] {
  const { path, cause } = finding;
  const field = pair?.field ?? '';
  const known = path.slice(1).map((to, index) => readHop(path[index] as string, to, field));
  if (pair === undefined || pair.from === pair.to) return known;
  const missing: Hop = { ...readHop(pair.from, pair.to, field), state: 'broken', note: 'no flow' };
  if (known.length === 0 && isOutcome(pair)) {
    const way = readMissingWay(finding, field, between, readHop);
    return way.length > 0 ? way : [missing];
  }
  if (known.length === 0) return cause === null ? [] : [missing];
  return path[0] === pair.to && path.at(-1) === pair.from ? [...known, missing] : known;
}

function markSlowest(hops: readonly Hop[]): Way {
  const slowest = hops.reduce((a, b) => ((b.latency ?? -1) > (a.latency ?? -1) ? b : a));
  return hops.map((hop) => (hop === slowest ? { ...hop, state: 'slow', note: 'slow' } : hop));
}

/** Puts the cause where it strikes: on the steps that do not carry the field, on the slowest, or on the last one. */
function markBreak(hops: readonly Hop[], finding: Told, carried: (hop: Hop) => boolean): Way {
  const last = hops.at(-1);
  if (last === undefined) return hops;
  const said = finding.cause && lastStep[finding.cause];
  if (said && uncarried.includes(finding.cause) && !hops.every(carried))
    return hops.map((hop) => (carried(hop) ? hop : { ...hop, ...said }));
  if (said) return [...hops.slice(0, -1), { ...last, ...said }];
  const late = finding.cause === 'too_slow' || isOutcome(readEnds(finding));
  return late && last.state === 'carried' ? markSlowest(hops) : hops;
}

function createReadHop(report: Estate): ReadHop {
  const system = indexSystems(report);
  const between = indexFlows(report.flows);
  return (from, to, field) => {
    const flows = between(from, to);
    const carrying = flows.filter((flow) => carries(flow, field));
    const latency = quickest(carrying.length > 0 ? carrying : flows);
    return { from: system(from), to: system(to), state: 'carried', latency, note: '' };
  };
}

/** Gives for a finding its way through the systems, with the place where it breaks; empty without a way. */
export function readWays(report: Estate): (finding: Told) => Way {
  const readHop = createReadHop(report);
  const between = indexFlows(report.flows);
  return (finding) => {
    const pair = readEnds(finding);
    const carried = (hop: Hop): boolean =>
      between(hop.from.id, hop.to.id).some((flow) => carries(flow, pair?.field ?? ''));
    return markBreak(readSteps(finding, pair, between, readHop), finding, carried);
  };
}

/** A path as a sound way; a flow adds the time it takes. */
export function readPathWay(report: Estate, path: readonly string[]): Way {
  const readHop = createReadHop(report);
  return path.slice(1).map((to, index) => readHop(path[index] as string, to, ''));
}
