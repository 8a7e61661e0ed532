import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCube } from '../../src/facts/errors/cube.js';
import { dispersionOf } from '../../src/facts/errors/dispersion.js';
import { evidenceAgainst, lnChoose, tail } from '../../src/localisation/score.js';

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

const spread = (errors: number[]) => {
  const sends = new Float64Array(errors.length).fill(100);
  const named = ['x', 'y'].map((value, half) => ({
    attribute: 'vendor',
    value,
    leaves: errors.map((_, i) => i).filter((i) => i % 2 === half),
  }));
  return dispersionOf(buildCube(sends, named), Float64Array.from(errors));
};

test.each([
  ['even', Array.from({ length: 12 }, () => 10), 1],
  ['different by vendor', Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 40 : 2)), 1],
  ['wild', Array.from({ length: 12 }, (_, i) => (i % 4 < 2 ? 1 : 60)), 63],
  ['too few', [1, 1, 60, 60], 1],
])('%s errors have the dispersion that their vendor leaves over', (_, errors, dispersion) => {
  expect(Math.round(spread(errors))).toBe(dispersion);
});
