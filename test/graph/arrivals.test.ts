import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Adjacency, packArcs } from '../../src/graph/adjacency.js';
import { latestFrom, type Ride } from '../../src/graph/arrivals.js';
import { graphs, nodesOf } from './arcs.js';

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;
const ride: fc.Arbitrary<Ride> = fc.record({
  starts: fc.option(
    fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { minLength: 1, maxLength: 3 }).map((hours) =>
      Float64Array.from(
        [...hours].sort((a, b) => a - b),
        (at) => at * hour,
      ),
    ),
    { nil: undefined },
  ),
  seconds: fc.nat(40).map((hours) => hours * hour),
});
const timetables = graphs(5, 9).chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    rides: fc.array(ride, { minLength: graph.target.length, maxLength: graph.target.length }),
  }),
);

/** When a change made at `time` is at each node, by relaxing every arc often enough. */
function arrivalsAt(graph: Adjacency, rides: readonly Ride[], source: number, time: number): number[] {
  const at = nodesOf(graph).map((node) => (node === source ? time : Number.POSITIVE_INFINITY));
  for (let round = 0; round < graph.size; round++)
    for (const [arc, { starts, seconds }] of rides.entries()) {
      const ready = at[graph.source[arc]!]!;
      if (ready === Number.POSITIVE_INFINITY) continue;
      const weeks = [0, 1].flatMap((n) =>
        [...(starts ?? [])].map((start) => start + (Math.floor(ready / week) + n) * week),
      );
      const leaves = starts ? Math.min(...weeks.filter((start) => start >= ready)) : ready;
      at[graph.target[arc]!] = Math.min(at[graph.target[arc]!]!, leaves + seconds);
    }
  return at;
}

test('the worst of a week is that of every moment of it', () => {
  fc.assert(
    fc.property(timetables, fc.nat(4), ({ graph, rides }, source) => {
      const latest = latestFrom(graph, rides, source, week);
      // All times are full hours, so the worst moment is just after one.
      const moments = Array.from({ length: 168 }, (_, i) => [i * hour, i * hour + 1]).flat();
      const taken = moments.map((time) => arrivalsAt(graph, rides, source, time).map((at) => at - time));
      for (const node of nodesOf(graph)) {
        const here = taken.map((times) => times[node]!);
        const worst = Math.max(...here);
        const seen = latest[node]!;
        expect(
          worst === Number.POSITIVE_INFINITY ? seen === worst : seen - worst >= 0 && seen - worst <= 1,
        ).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('two nightly jobs whose second starts before the first has ended cost two nights', () => {
  const daily = (at: number) =>
    Float64Array.from([0, 1, 2, 3, 4, 5, 6], (day) => day * 24 * hour + at * hour);
  const graph = packArcs(3, [
    { from: 0, to: 1, weight: 0, flow: 0 },
    { from: 1, to: 2, weight: 0, flow: 1 },
  ]);
  const rides = [
    { starts: daily(2), seconds: 2 * hour },
    { starts: daily(3), seconds: hour },
  ];
  expect(latestFrom(graph, rides, 0, week)[2]! / hour).toBe(50);
});

test('a flow more never makes the worst worse', () => {
  fc.assert(
    fc.property(timetables, fc.nat(4), ({ graph, rides }, source) => {
      const arcs = Array.from(graph.target, (to, arc) => ({
        from: graph.source[arc]!,
        to,
        weight: 0,
        flow: arc,
      }));
      const less = packArcs(5, arcs.slice(0, -1));
      const before = latestFrom(
        less,
        [...less.flow].map((flow) => rides[flow]!),
        source,
        week,
      );
      const after = latestFrom(graph, rides, source, week);
      for (const node of nodesOf(graph)) {
        expect(after[node]! <= before[node]!).toBe(true);
      }
    }),
  );
});

test('jobs that start at the same times every day need only a day to come round', () => {
  const ofWeek = ({ starts, seconds }: Ride): Ride => {
    const times = [...(starts ?? [])].map((start) => start % day);
    const all = [0, 1, 2, 3, 4, 5, 6].flatMap((n) =>
      [...new Set(times)].sort((a, b) => a - b).map((at) => n * day + at),
    );
    return { starts: starts && Float64Array.from(all), seconds };
  };
  fc.assert(
    fc.property(timetables, fc.nat(4), ({ graph, rides }, source) => {
      const weekly = rides.map(ofWeek);
      const daily = weekly.map(({ starts, seconds }) => ({
        starts: starts?.filter((at) => at < day),
        seconds,
      }));
      expect(latestFrom(graph, daily, source, day)).toEqual(latestFrom(graph, weekly, source, week));
    }),
  );
});
