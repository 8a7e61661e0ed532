import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateErrors } from '../../../src/facts/errors/locate.js';
import type { LeafTable } from '../../../src/localisation/types.js';

type Draw = () => number;

/** Lehmer's generator: the same numbers for the same seed, 0 to 1. */
function drawer(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Row = Readonly<Record<string, string>>;
const attributes = ['template', 'vendor', 'locale', 'channel', 'lob'];

/** A table of rows with one value of each attribute, and nodes they are fed from. */
function tableOf(
  rows: readonly Row[],
  totals: Float64Array,
  errors: Float64Array,
  systems: readonly (readonly string[])[] = rows.map(() => []),
): LeafTable {
  const names = attributes.filter((name) => rows.some((row) => row[name] !== undefined));
  const values = names.map((name) => [...new Set(rows.map((row) => row[name]!))].sort());
  const nodes = [...new Set(systems.flat())].sort();
  const ends = systems.map((_, i) => systems.slice(0, i + 1).flat().length);
  return {
    attributes: [...names, ...(nodes.length > 0 ? ['system'] : [])],
    values: [...values, ...(nodes.length > 0 ? [nodes] : [])],
    codes: names.map((name, a) => Int32Array.from(rows, (row) => values[a]!.indexOf(row[name]!))),
    sets:
      nodes.length > 0
        ? [
            {
              starts: Int32Array.from([0, ...ends]),
              codes: Int32Array.from(systems.flat(), (node) => nodes.indexOf(node)),
            },
          ]
        : [],
    now: { totals, errors },
  };
}

const order = ['system', 'template', 'vendor', 'lob', 'channel', 'locale'];
const locate = (table: LeafTable, errorClass = 'wrong_amount') =>
  locateErrors(table, errorClass, (attribute) => order.indexOf(attribute));

/** Every combination of four attributes, 40 to 160 messages each; `lob` follows from the template. */
function makeRows(draw: Draw): { rows: Row[]; sends: Float64Array } {
  const rows: Row[] = [];
  for (let t = 0; t < 6; t++)
    for (let v = 0; v < 3; v++)
      for (let r = 0; r < 5; r++)
        for (let b = 0; b < 4; b++)
          rows.push({
            lob: `l${t % 3}`,
            template: `t${t}`,
            vendor: `v${v}`,
            locale: `r${r}`,
            channel: `b${b}`,
          });
  return { rows, sends: Float64Array.from(rows, () => 40 + Math.floor(draw() * 120)) };
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

const nameOf = (row: Row): string =>
  Object.entries(row)
    .map(([k, v]) => `${k}=${v}`)
    .sort()
    .join(' & ');
const sortParts = (pattern: string): string => pattern.split(' & ').sort().join(' & ');

const faults: readonly (readonly Row[])[] = [
  [{ template: 't3' }],
  [{ vendor: 'v1' }],
  [{ template: 't2', vendor: 'v0' }],
  [{ locale: 'r4' }, { template: 't0', channel: 'b2' }],
];

describe.each(faults.map((fault) => [fault] as const))('errors where %j', (fault) => {
  test.each([1, 2, 3, 4, 5])('are put down to it (seed %i)', (seed) => {
    const draw = drawer(seed * 7919);
    const { rows, sends } = makeRows(draw);
    const { causes } = locate(tableOf(rows, sends, makeErrors(rows, sends, fault, 0.08, draw)));
    expect(causes.map(({ pattern }) => sortParts(pattern)).sort()).toEqual(fault.map(nameOf).sort());
  });
});

test('evenly spread errors have no cause', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const draw = drawer(seed * 104_729);
    const { rows, sends } = makeRows(draw);
    expect(locate(tableOf(rows, sends, makeErrors(rows, sends, [], 0, draw))).causes).toEqual([]);
  }
});

test('names of the same rows are one cause under the name that comes first', () => {
  const draw = drawer(17);
  const { rows: plain, sends } = makeRows(draw);
  const rows = plain.map((row) => ({ ...row, lob: `l${row.template}` }));
  const errors = makeErrors(rows, sends, [{ template: 't3' }], 0.08, draw);
  const { causes, restVerdict } = locate(tableOf(rows, sends, errors));
  expect(causes.map(({ origin, verdict, sameRowsAs }) => ({ origin, verdict, sameRowsAs }))).toEqual([
    { origin: 'template:t3', verdict: 'localised', sameRowsAs: ['lob=lt3'] },
  ]);
  expect(restVerdict).toBe('listed_only');
});

test('two patterns with the very same errors and nearly the same rows are a tie', () => {
  const rows = [
    { template: 'a', vendor: 'x' },
    { template: 'b', vendor: 'y' },
    { template: 'b', vendor: 'x' },
    { template: 'a', vendor: 'x' },
  ];
  const table = tableOf(rows, new Float64Array([5000, 100, 4, 5000]), new Float64Array([0, 15, 0, 0]));
  const { causes } = locate(table);
  expect(causes).toHaveLength(1);
  expect(causes[0]).toMatchObject({ origin: 'vendor:y', verdict: 'tie', rivals: ['template=b'] });
});

test('one system upstream is named before the many templates it feeds', () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ template: `t${i}` }));
  const fed = rows.map((_, i) => (i < 5 ? ['core', 'hub'] : ['hub']));
  const errors = Float64Array.from(rows, (_, i) => (i < 5 ? 16 + (i % 3) : i % 2));
  const table = tableOf(rows, new Float64Array(12).fill(500), errors, fed);
  expect(locate(table).causes.map(({ pattern }) => pattern)).toEqual(['system=core']);
});

test('two templates out of many that a system feeds are named, not the system', () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ template: `t${i}` }));
  const fed = rows.map((_, i) => (i < 8 ? ['core'] : ['hub']));
  const errors = Float64Array.from(rows, (_, i) => (i < 2 ? 40 : i % 2));
  const table = tableOf(rows, new Float64Array(12).fill(500), errors, fed);
  expect(
    locate(table)
      .causes.map(({ pattern }) => pattern)
      .sort(),
  ).toEqual(['template=t0', 'template=t1']);
});

test('errors that no recorded attribute explains have their cause outside', () => {
  const rows = Array.from({ length: 10 }, (_, i) => ({ template: `t${i}` }));
  const errors = new Float64Array([9, 11, 10, 10, 9, 11, 10, 10, 9, 11]);
  expect(locate(tableOf(rows, new Float64Array(10).fill(1000), errors), 'wrong_name')).toEqual({
    causes: [],
    restVerdict: 'external_cause',
  });
});

test('a pattern of every message is no cause, nor is one error', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
      const whole = tableOf([{ vendor: 'x' }], new Float64Array([100]), new Float64Array([count]));
      expect(locate(whole, 'wrong_recipient').causes).toEqual([]);
    }),
  );
  const two = tableOf(
    [{ vendor: 'x' }, { vendor: 'y' }],
    new Float64Array([100, 100]),
    new Float64Array([1, 0]),
  );
  expect(locate(two, 'wrong_recipient').causes).toEqual([]);
});

test('what is not known is no cause', () => {
  const rows = Array.from({ length: 10 }, (_, i) => ({ vendor: i < 3 ? '' : `v${i}` }));
  const errors = Float64Array.from(rows, (_, i) => (i < 3 ? 30 : 1));
  const table = { ...tableOf(rows, new Float64Array(10).fill(1000), errors), blanks: [0] };
  expect(locate(table).causes).toEqual([]);
});
