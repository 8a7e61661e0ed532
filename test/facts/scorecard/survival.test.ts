import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianRanks, quantile } from '../../../src/facts/journeys/times.js';
import { type Lasting, survivalMedian } from '../../../src/facts/scorecard/survival.js';

const ended = (...times: readonly number[]): Lasting[] => {
  const counts = new Map<number, number>();
  for (const time of [...times].sort((a, b) => a - b)) counts.set(time, (counts.get(time) ?? 0) + 1);
  return [...counts].map(([ms, n]) => ({ ms, ended: n, open: 0 }));
};

test('without open cases the median is that of the sample', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (times) => {
      const sorted = [...times].sort((a, b) => a - b);
      expect(survivalMedian(ended(...times))!.value).toBeCloseTo(quantile(sorted, 0.5)! / 1000, 9);
    }),
  );
});

// Kaplan and Meier 1958 by hand: 6 at risk, S = 5/6, then 4 at risk 5/6·3/4 = 0.625, then 2 at risk 0.3125.
test('what is still open counts with the time it has lasted', () => {
  const lasting = [
    { ms: 1000, ended: 1, open: 0 },
    { ms: 2000, ended: 0, open: 1 },
    { ms: 3000, ended: 1, open: 1 },
    { ms: 4000, ended: 1, open: 1 },
  ];
  expect(survivalMedian(lasting)!.value).toBe(4);
});

test('there is no median where most are still open', () => {
  expect(
    survivalMedian([
      { ms: 1, ended: 1, open: 0 },
      { ms: 2, ended: 0, open: 9 },
    ]),
  ).toBeUndefined();
});

test('the interval holds the median, and needs six that ended', () => {
  const { value, low, high } = survivalMedian(ended(...Array.from({ length: 50 }, (_, i) => i * 1000)))!;
  expect(low!).toBeLessThan(value);
  expect(high!).toBeGreaterThan(value);
  expect(survivalMedian(ended(1, 2, 3))).toMatchObject({ low: null, high: null });
});

test.each([
  [5, undefined],
  [6, [0, 5]],
  [10, [1, 8]],
  [100, [39, 60]],
  [10_000, [4901, 5098]],
])('of %i cases the median lies between ranks %j', (cases, ranks) => {
  expect(medianRanks(cases)).toEqual(ranks);
});
