import { packEvery } from '../../graph/adjacency.js';
import { latestFrom, type Ride } from '../../graph/arrivals.js';
import { remember } from '../../graph/remember.js';
import type { EcosystemGraph, Flow, Inventory, Network } from '../../graph/types.js';
import { longestWait, parseSchedule, type Runs } from '../../text/schedules.js';

const hour = 3600;
const day = 86_400;
const week = 604_800;

/**
 * How a flow takes a change along. A latency shorter than the longest time between two runs cannot contain the wait for
 * the next one; a longer one is taken to. Jobs that run every hour, or by day of the month, count at their longest wait.
 */
function rideOf({ latency }: Flow, runs: Runs | undefined): Ride | undefined {
  if (latency === null) return undefined;
  if (runs === undefined) return { starts: undefined, seconds: latency };
  const wait = 60 * (runs.kind === 'weekly' ? longestWait(runs.minutes) : runs.longestGap);
  if (latency >= wait) return { starts: undefined, seconds: latency };
  if (runs.kind === 'rare' || wait <= hour) return { starts: undefined, seconds: wait + latency };
  return { starts: Float64Array.from(runs.minutes, (minute) => minute * 60), seconds: latency };
}

/** Whether a job starts at the same times every day. */
const isDaily = ({ starts = new Float64Array() }: Ride): boolean =>
  starts.every((start) => starts.includes((start + day) % week));

/** A ride as it comes round after a day; undefined when it does not. */
const asDaily = (ride: Ride): Ride | undefined =>
  isDaily(ride) ? { ...ride, starts: ride.starts?.filter((start) => start < day) } : undefined;

/** Worst moments of a week, over flows of known latency. */
export interface Timetable {
  /** Seconds from a place to every other; infinite without a way. */
  latestFrom(network: Network, from: number): Float64Array;
  /** Seconds a flow takes with its longest wait; 0 when unknown. */
  longest(flow: Flow): number;
}

/** Seconds with the longest wait for the next start. */
const atWorst = ({ starts, seconds }: Ride): number =>
  seconds + (starts ? 60 * longestWait(Array.from(starts, (start) => start / 60)) : 0);

/** Worst arrivals over the schedules of an inventory; zones are as far ahead as they are at `asOf`. */
export function timetableOf({ flows }: Inventory, graph: EcosystemGraph, asOf: string): Timetable {
  const runs = remember((schedule: string) => parseSchedule(schedule, Date.parse(asOf)));
  const rides = flows.map((flow) => rideOf(flow, flow.schedule === null ? undefined : runs(flow.schedule)));
  const daily = rides.map((ride) => ride && asDaily(ride));
  const prepare = ({ carrying }: Network) => {
    const known = carrying.filter((flow) => rides[flow] !== undefined);
    const arcs = known.map((flow) => {
      const { from, to } = flows[flow]!;
      return { from: graph.place(from)!, to: graph.place(to)!, weight: 0, flow };
    });
    const adjacency = packEvery(graph.systems.length, arcs);
    const period = known.every((flow) => daily[flow] !== undefined) ? day : week;
    const taken = period === day ? daily : rides;
    return { adjacency, period, rides: Array.from(adjacency.flow, (flow) => taken[flow]!) };
  };
  const prepared = new Map<Network, ReturnType<typeof prepare>>();
  const found = new Map<Network, Map<number, Float64Array>>();
  const worst = new Map(flows.map((flow, i) => [flow, rides[i] ? atWorst(rides[i]) : 0]));
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
