import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispersionOf } from '../../src/localisation/dispersion.js';
import { evidenceAgainst, evidenceAtMost, lnChoose, tail } from '../../src/localisation/score.js';

/** Chance of k or more of n by adding up every outcome. */
function tailByEnumeration(k: number, n: number, p: number): number {
  const choose = (i: number) =>
    Array.from({ length: i }, (_, j) => (n - j) / (j + 1)).reduce((a, b) => a * b, 1);
  return Array.from({ length: n - k + 1 }, (_, i) => k + i)
    .map((i) => choose(i) * p ** i * (1 - p) ** (n - i))
    .reduce((a, b) => a + b, 0);
}

test('the tail is the sum of all binomial chances from there on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(40),
      fc.integer({ min: 1, max: 99 }),
      (n, k, percent) => {
        const errors = Math.min(k, n);
        const exact = errors === 0 ? 1 : tailByEnumeration(errors, n, percent / 100);
        expect(Math.exp(-tail(errors, n, percent / 100))).toBeCloseTo(exact, 8);
      },
    ),
  );
});

test.each([
  [5, 2, 10],
  [10, 10, 1],
  [52, 5, 2_598_960],
])('%i choose %i is %i', (n, k, ways) => {
  expect(Math.exp(lnChoose(n, k)) / ways).toBeCloseTo(1, 9);
});

test('evidence grows with errors and shrinks with the rate to be expected', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 50 }), (errors, permille) => {
      const weight = (e: number, rate: number) => evidenceAgainst(e, 100, rate, 1);
      expect(weight(Math.min(errors + 1, 19), permille / 1000)).toBeGreaterThanOrEqual(
        weight(errors, permille / 1000),
      );
      expect(weight(errors, permille / 1000)).toBeGreaterThanOrEqual(weight(errors, (permille + 10) / 1000));
    }),
  );
});

test('no excess is no evidence, and more errors than messages count as all of them', () => {
  expect(evidenceAgainst(5, 100, 0.05, 1)).toBe(0);
  expect(evidenceAgainst(12, 10, 0.1, 1)).toBeCloseTo(10 * Math.log(10), 9);
});

const spread = (errors: number[]): number => {
  const totals = new Float64Array(errors.length).fill(100);
  const expected = totals.map(() => 10);
  return dispersionOf({ totals, errors: Float64Array.from(errors) }, expected, new Uint8Array(errors.length));
};

test.each([
  ['even', Array.from({ length: 12 }, () => 10), 1],
  ['wild in all of them', Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 4 : 16)), 8],
  ['far out in half of them', Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 10 : 60)), 1],
  ['too few', [1, 1, 60, 60], 1],
])('%s errors scatter so much more than chance allows', (_, errors, dispersion) => {
  expect(Math.round(spread(errors))).toBe(dispersion);
});

test('no evidence exceeds its quick bound', () => {
  const whole = { min: 1, max: 2000 };
  fc.assert(
    fc.property(fc.integer(whole), fc.integer(whole), fc.integer({ min: 1, max: 9999 }), (n, k, share) => {
      const [errors, rate] = [Math.min(k, n), share / 10_000];
      const most = evidenceAtMost(errors, n, n * rate, 2);
      expect(evidenceAgainst(errors, n, rate, 2)).toBeLessThanOrEqual(most);
    }),
    { numRuns: 2000 },
  );
});
