import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells, sumCells } from '../../src/localisation/cells.js';
import { cellOf, conditionsOf } from '../../src/localisation/find-cells.js';
import { chooseAttributes, sliceAll } from '../../src/localisation/slices.js';
import type { LeafTable } from '../../src/localisation/types.js';

/** One leaf: values of three attributes, errors, and what it is reached from: any of four nodes. */
type Leaf = readonly [a: number, b: number, c: number, errors: number, nodes: readonly number[]];

const leaves = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(1), fc.nat(5), fc.subarray([0, 1, 2, 3]));
const rowsOf = fc.array(leaves, { minLength: 1, maxLength: 40 });

const tableOf = (rows: readonly Leaf[]): LeafTable => ({
  attributes: ['a', 'b', 'c', 'node'],
  values: [3, 4, 2, 4].map((size) => Array.from({ length: size }, String)),
  codes: [0, 1, 2].map((a) => Int32Array.from(rows, (row) => row[a] as number)),
  sets: [
    {
      starts: Int32Array.from(
        [0, ...rows.keys()].map((_, i) => rows.slice(0, i).flatMap((row) => row[4]).length),
      ),
      codes: Int32Array.from(rows.flatMap((row) => row[4])),
    },
  ],
  now: {
    totals: Float64Array.from(rows, (row) => row[3] + 2),
    errors: Float64Array.from(rows, (row) => row[3]),
  },
});

/** What a leaf has, as `attribute.value`. */
const marks = ([a, b, c, , nodes]: Leaf): string[] => [
  `0.${a}`,
  `1.${b}`,
  `2.${c}`,
  ...nodes.map((node) => `3.${node}`),
];

const subsets = ([first, ...rest]: readonly string[]): string[][] =>
  first === undefined ? [[]] : subsets(rest).flatMap((some) => [some, [first, ...some]]);

/** Every pattern of up to three attributes, of nodes with one at most, with the leaves that meet it. */
function patternsOf(rows: readonly Leaf[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [i, row] of rows.entries())
    for (const some of subsets(marks(row))) {
      const nodes = some.filter((mark) => mark.startsWith('3')).length;
      if (some.length === 0 || some.length > 3 || nodes > 1 || (nodes === 1 && some.length > 2)) continue;
      found.set(some.join(), [...(found.get(some.join()) ?? []), i]);
    }
  return found;
}

it('choices of attributes are all subsets up to a size, once each', () => {
  const all = chooseAttributes(5, 3);
  expect(all).toHaveLength(5 + 10 + 10);
  expect(new Set(all.map(String)).size).toBe(all.length);
  expect(chooseAttributes(2, 3)).toEqual([[0], [1], [0, 1]]);
});

describe('cells', () => {
  it('count what a look at every row counts, also after rows are taken out', () => {
    fc.assert(
      fc.property(rowsOf, fc.nat(39), (rows, gone) => {
        const table = tableOf(rows);
        const columns = [table.now.totals, table.now.errors, table.now.totals.map((n) => n / 10)];
        const cells = new Cells(columns, sumCells(columns.slice(0, 2), sliceAll(table, 3, 1)));
        const out = gone % rows.length;
        cells.remove([out]);
        const patterns = patternsOf(rows);
        for (const slice of cells.slices)
          for (const cell of slice.leafOf.keys()) {
            const name = conditionsOf(slice, cell).map(({ attribute, value }) => `${attribute}.${value}`);
            const left = patterns.get(name.join())!.filter((i) => i !== out);
            const sum = (values: Float64Array) => left.reduce((total, i) => total + values[i]!, 0);
            expect(cells.leavesOf({ slice, cell })).toEqual(left);
            for (const [i, column] of columns.entries())
              expect(cells.of(slice)[i]![cell]).toBeCloseTo(sum(column), 9);
          }
      }),
    );
  });

  it('are all patterns with enough errors, and no other', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 1, max: 8 }), (rows, least) => {
        const table = tableOf(rows);
        const errorsOf = (list: readonly number[]) => list.reduce((sum, i) => sum + rows[i]![3], 0);
        const wanted = [...patternsOf(rows)].filter(([, list]) => errorsOf(list) >= least);
        const found = sliceAll(table, 3, least).flatMap((slice) =>
          [...slice.leafOf.keys()].map((cell) => {
            const conditions = conditionsOf(slice, cell);
            expect(cellOf(slice, slice.leafOf[cell]!, conditions)).toBe(cell);
            return conditions.map(({ attribute, value }) => `${attribute}.${value}`).join();
          }),
        );
        expect(found.sort()).toEqual(wanted.map(([name]) => name).sort());
      }),
    );
  });
});

describe('searches in the same leaves', () => {
  it('share the numbers of cells and nothing that is counted', () => {
    fc.assert(
      fc.property(rowsOf, fc.array(fc.nat(4), { minLength: 40, maxLength: 40 }), (rows, other) => {
        const first = tableOf(rows);
        const errors = Float64Array.from(rows, (_, i) => other[i]!);
        const second = { ...first, now: { ...first.now, errors } };
        const alone = { ...second, codes: [...second.codes] };
        const before = sliceAll(first, 3, 2);
        expect(sliceAll(second, 3, 2)).toEqual(sliceAll(alone, 3, 2));
        expect(sliceAll(first, 3, 2)).toEqual(before);
      }),
    );
  });
});
