import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells } from '../../src/localisation/cells.js';
import { chooseAttributes, conditionsOf, sliceBy } from '../../src/localisation/slices.js';
import type { LeafTable } from '../../src/localisation/types.js';

const tables = fc
  .array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(1), fc.nat(5)), { minLength: 1, maxLength: 40 })
  .map(
    (rows): LeafTable => ({
      attributes: ['a', 'b', 'c'],
      values: [3, 4, 2].map((size) => Array.from({ length: size }, String)),
      codes: [0, 1, 2].map((a) => Int32Array.from(rows, (row) => row[a]!)),
      now: {
        totals: Float64Array.from(rows, (row) => row[3] + 2),
        errors: Float64Array.from(rows, (row) => row[3]),
      },
    }),
  );

it('choices of attributes are all subsets up to a size, once each', () => {
  const all = chooseAttributes(5, 3);
  expect(all).toHaveLength(5 + 10 + 10);
  expect(new Set(all.map(String)).size).toBe(all.length);
  expect(chooseAttributes(2, 3)).toEqual([[0], [1], [0, 1]]);
});

describe('cells', () => {
  it('count what a look at every row counts, also after rows are taken out', () => {
    fc.assert(
      fc.property(tables, fc.nat(39), (table, gone) => {
        const expected = table.now.totals.map((n) => n / 10);
        const slices = chooseAttributes(3, 3).flatMap((attributes) => sliceBy(table, attributes, 1) ?? []);
        const cells = new Cells(table, expected, slices);
        const out = gone % table.now.errors.length;
        cells.remove([out]);
        for (const slice of slices)
          for (const cell of slice.leafOf.keys()) {
            const conditions = conditionsOf(table, slice, cell);
            const rows = [...table.now.errors.keys()].filter(
              (i) =>
                i !== out && conditions.every(({ attribute, value }) => table.codes[attribute]![i] === value),
            );
            const sum = (values: Float64Array) => rows.reduce((total, i) => total + values[i]!, 0);
            expect(cells.leavesOf({ slice, cell })).toEqual(rows);
            expect(cells.at({ slice, cell }).errors).toBe(sum(table.now.errors));
            expect(cells.at({ slice, cell }).totals).toBe(sum(table.now.totals));
            expect(cells.at({ slice, cell }).expected).toBeCloseTo(sum(expected), 9);
          }
      }),
    );
  });

  it('without enough errors are left out, and no other', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 8 }), (table, least) => {
        for (const attributes of chooseAttributes(3, 3)) {
          const sums = new Map<string, number>();
          for (const [i, errors] of table.now.errors.entries()) {
            const key = attributes.map((a) => table.codes[a]![i]).join();
            sums.set(key, (sums.get(key) ?? 0) + errors);
          }
          const kept = [...sums.values()].filter((errors) => errors >= least).length;
          expect(sliceBy(table, attributes, least)?.leafOf.length ?? 0).toBe(kept);
        }
      }),
    );
  });
});
