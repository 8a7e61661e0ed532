import { packEvery } from '../../graph/adjacency.js';
import { latestFrom, type Ride } from '../../graph/arrivals.js';
import { remember } from '../../graph/remember.js';
import type { EcosystemGraph, Flow, Inventory, Network } from '../../graph/types.js';
import { longestWait, parseSchedule, type Runs } from '../../text/schedules.js';

const hour = 3600;
const day = 86_400;
const week = 604_800;

/** What a schedule means for those who wait; many flows run on the same one. */
interface Job {
  /** The longest, in seconds. */
  readonly wait: number;
  /** Seconds of a week at which it starts; undefined where it counts at its longest wait. */
  readonly starts: Float64Array | undefined;
  /** Those of one day, when every day has the same. */
  readonly daily: Float64Array | undefined;
}

/** Jobs that run every hour, or by day of the month, count at their longest wait. */
function jobOf(runs: Runs | undefined): Job | undefined {
  if (runs === undefined) return undefined;
  const wait = 60 * (runs.kind === 'weekly' ? longestWait(runs.minutes) : runs.longestGap);
  if (runs.kind === 'rare' || wait <= hour) return { wait, starts: undefined, daily: undefined };
  const starts = Float64Array.from(runs.minutes, (minute) => minute * 60);
  const isDaily = starts.every((start) => starts.includes((start + day) % week));
  return { wait, starts, daily: isDaily ? starts.filter((start) => start < day) : undefined };
}

/** A flow's ride in the course of a week, in that of a day when each is the same, and its seconds with the longest wait. */
interface Rides {
  readonly weekly: Ride;
  readonly daily: Ride | undefined;
  readonly worst: number;
}

const always = (seconds: number): Rides => {
  const ride = { starts: undefined, seconds };
  return { weekly: ride, daily: ride, worst: seconds };
};

/**
 * How a flow takes a change along. A latency shorter than the longest time between two runs cannot contain the wait for
 * the next one; a longer one is taken to.
 */
function ridesOf({ latency }: Flow, job: Job | undefined): Rides | undefined {
  if (latency === null) return undefined;
  if (job === undefined || latency >= job.wait) return always(latency);
  const { wait, starts, daily } = job;
  if (starts === undefined) return always(wait + latency);
  return {
    weekly: { starts, seconds: latency },
    daily: daily && { starts: daily, seconds: latency },
    worst: wait + latency,
  };
}

/** Worst moments of a week, over flows of known latency. */
export interface Timetable {
  /** Seconds from a place to every other; infinite without a way. */
  latestFrom(network: Network, from: number): Float64Array;
  /** Seconds a flow takes with its longest wait; 0 when unknown. */
  longest(flow: Flow): number;
}

/** Worst arrivals over the schedules of an inventory; zones are as far ahead as they are at `asOf`. */
export function timetableOf({ flows }: Inventory, graph: EcosystemGraph, asOf: string): Timetable {
  const jobs = remember((schedule: string) => jobOf(parseSchedule(schedule, Date.parse(asOf))));
  const rides = flows.map((flow) => ridesOf(flow, flow.schedule === null ? undefined : jobs(flow.schedule)));
  const prepare = ({ carrying }: Network) => {
    const known = carrying.filter((flow) => rides[flow] !== undefined);
    const arcs = known.map((flow) => {
      const { from, to } = flows[flow]!;
      return { from: graph.place(from)!, to: graph.place(to)!, weight: 0, flow };
    });
    const adjacency = packEvery(graph.systems.length, arcs);
    const isDaily = known.every((flow) => rides[flow]!.daily !== undefined);
    const taken = (flow: number) => (isDaily ? rides[flow]!.daily! : rides[flow]!.weekly);
    return { adjacency, period: isDaily ? day : week, rides: Array.from(adjacency.flow, taken) };
  };
  const prepared = new Map<Network, ReturnType<typeof prepare>>();
  const found = new Map<Network, Map<number, Float64Array>>();
  const worst = new Map(flows.map((flow, i) => [flow, rides[i]?.worst ?? 0]));
  const latest = (network: Network, from: number) => {
    const timed = prepared.get(network) ?? prepare(network);
    prepared.set(network, timed);
    const known = found.get(network) ?? new Map<number, Float64Array>();
    found.set(network, known);
    const seconds = known.get(from) ?? latestFrom(timed.adjacency, timed.rides, from, timed.period);
    known.set(from, seconds);
    return seconds;
  };
  return { latestFrom: latest, longest: (flow) => worst.get(flow)! };
}
