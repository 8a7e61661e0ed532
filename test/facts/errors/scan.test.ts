import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateErrors } from '../../../src/facts/errors/causes.js';
import { buildCube, type NamedLeaves, nameOf } from '../../../src/facts/errors/cube.js';
import { scanErrors } from '../../../src/facts/errors/scan.js';

type Draw = () => number;

/** Lehmer's generator: the same numbers for the same seed, 0 to 1. */
function drawer(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const sizes = { template: 6, vendor: 3, region: 5, batch: 4 };
type Row = Record<string, string>;

/** Every combination of four attributes, 40 to 160 messages each; `lob` follows from the template. */
function makeRows(draw: Draw): { rows: Row[]; sends: Float64Array } {
  const rows: Row[] = [];
  for (let t = 0; t < sizes.template; t++)
    for (let v = 0; v < sizes.vendor; v++)
      for (let r = 0; r < sizes.region; r++)
        for (let b = 0; b < sizes.batch; b++)
          rows.push({ lob: `l${t}`, template: `t${t}`, vendor: `v${v}`, region: `r${r}`, batch: `b${b}` });
  return { rows, sends: Float64Array.from(rows, () => 40 + Math.floor(draw() * 120)) };
}

function namedLeaves(rows: readonly Row[]): NamedLeaves[] {
  const found = new Map<string, { attribute: string; value: string; leaves: number[] }>();
  for (const attribute of ['template', 'vendor', 'region', 'batch', 'lob'])
    for (const [i, row] of rows.entries()) {
      const value = row[attribute]!;
      const entry = found.get(`${attribute}=${value}`) ?? { attribute, value, leaves: [] };
      entry.leaves.push(i);
      found.set(`${attribute}=${value}`, entry);
    }
  return [...found.values()];
}

/** Errors at a common rate, and at a higher one where the fault is. */
function makeErrors(
  rows: readonly Row[],
  sends: Float64Array,
  faults: readonly Row[],
  rate: number,
  draw: Draw,
) {
  const hit = (row: Row) => faults.some((fault) => Object.entries(fault).every(([k, v]) => row[k] === v));
  return Float64Array.from(rows, (row, i) => {
    let errors = 0;
    for (let n = 0; n < sends[i]!; n++) if (draw() < (hit(row) ? rate : 0.004)) errors++;
    return errors;
  });
}

const faults: readonly (readonly Row[])[] = [
  [{ template: 't3' }],
  [{ vendor: 'v1' }],
  [{ template: 't2', vendor: 'v0' }],
  [{ region: 'r4' }, { template: 't0', batch: 'b2' }],
];

describe.each(faults.map((fault) => [fault] as const))('errors where %j', (fault) => {
  test.each([1, 2, 3, 4, 5])('are put down to it (seed %i)', (seed) => {
    const draw = drawer(seed * 7919);
    const { rows, sends } = makeRows(draw);
    const errors = makeErrors(rows, sends, fault, 0.08, draw);
    const patterns = scanErrors(buildCube(sends, namedLeaves(rows)), errors, 2);
    const names = patterns.map((pattern) => pattern.features.map(nameOf).sort().join('&'));
    const expected = fault.map((row) =>
      Object.entries(row)
        .map(([k, v]) => `${k}=${v}`)
        .sort()
        .join('&'),
    );
    expect(names.sort()).toEqual(expected.sort());
  });
});

test('evenly spread errors have no cause', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const draw = drawer(seed * 104_729);
    const { rows, sends } = makeRows(draw);
    const errors = makeErrors(rows, sends, [], 0, draw);
    expect(scanErrors(buildCube(sends, namedLeaves(rows)), errors, 2)).toEqual([]);
  }
});

test('names of the same rows are one cause under the first name', () => {
  const draw = drawer(17);
  const { rows, sends } = makeRows(draw);
  const errors = makeErrors(rows, sends, [{ template: 't3' }], 0.08, draw);
  const { causes, restVerdict } = locateErrors(buildCube(sends, namedLeaves(rows)), errors, 'wrong_amount');
  expect(causes.map(({ origin, verdict, sameRowsAs }) => ({ origin, verdict, sameRowsAs }))).toEqual([
    { origin: 'template:t3', verdict: 'localised', sameRowsAs: ['lob=l3'] },
  ]);
  expect(restVerdict).toBe('listed_only');
});

const leavesOf = (attribute: string, value: string, leaves: number[]): NamedLeaves => ({
  attribute,
  value,
  leaves,
});

test('two patterns with the very same errors and nearly the same rows are a tie', () => {
  const sends = new Float64Array([5000, 100, 4, 5000]);
  const errors = new Float64Array([0, 15, 0, 0]);
  const cube = buildCube(sends, [
    leavesOf('template', 'a', [0, 3]),
    leavesOf('template', 'b', [1, 2]),
    leavesOf('vendor', 'x', [0, 2, 3]),
    leavesOf('vendor', 'y', [1]),
  ]);
  const { causes } = locateErrors(cube, errors, 'wrong_amount');
  expect(causes).toHaveLength(1);
  expect(causes[0]).toMatchObject({ origin: 'vendor:y', verdict: 'tie', sameRowsAs: ['template=b'] });
});

test('one system upstream is named before the many templates it feeds', () => {
  const sends = Float64Array.from({ length: 8 }, () => 500);
  const errors = new Float64Array([20, 20, 20, 20, 1, 0, 1, 0]);
  const templates = Array.from({ length: 8 }, (_, i) => leavesOf('template', `t${i}`, [i]));
  const cube = buildCube(sends, [leavesOf('system', 'core', [0, 1, 2, 3]), ...templates]);
  expect(scanErrors(cube, errors, 2).map((pattern) => pattern.features.map(nameOf))).toEqual([
    ['system=core'],
  ]);
});

test('errors that no recorded attribute explains have their cause outside', () => {
  const sends = Float64Array.from({ length: 10 }, () => 1000);
  const errors = new Float64Array([9, 11, 10, 10, 9, 11, 10, 10, 9, 11]);
  const cube = buildCube(
    sends,
    Array.from({ length: 10 }, (_, i) => leavesOf('template', `t${i}`, [i])),
  );
  expect(locateErrors(cube, errors, 'wrong_name')).toEqual({ causes: [], restVerdict: 'external_cause' });
});

test('a pattern of every message is no cause, nor is one error', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
      const whole = buildCube(new Float64Array([100]), [leavesOf('vendor', 'x', [0])]);
      expect(scanErrors(whole, new Float64Array([count]), 1)).toEqual([]);
    }),
  );
  const cube = buildCube(new Float64Array([100, 100]), [
    leavesOf('vendor', 'x', [0]),
    leavesOf('vendor', 'y', [1]),
  ]);
  expect(scanErrors(cube, new Float64Array([1, 0]), 1)).toEqual([]);
});
