import type { Slice } from './slices.js';
import type { Counts, LeafTable } from './types.js';

/** One cell of one slice. */
export interface Cell {
  readonly slice: Slice;
  readonly cell: number;
}

interface Sums {
  readonly totals: Float64Array;
  readonly errors: Float64Array;
  readonly expected: Float64Array;
}

/** Values of leaves by cell. */
function sumBy({ cells, leaves, leafOf }: Slice, values: Float64Array): Float64Array {
  const sums = new Float64Array(leafOf.length);
  for (let k = 0; k < cells.length; k += 1) if (cells[k]! >= 0) sums[cells[k]!]! += values[leaves[k]!]!;
  return sums;
}

/** Counts of all cells before any leaf is taken out: they are the same whatever is expected. */
export const countCells = ({ now }: LeafTable, slices: readonly Slice[]): ReadonlyMap<Slice, Counts> =>
  new Map(
    slices.map((slice) => [slice, { totals: sumBy(slice, now.totals), errors: sumBy(slice, now.errors) }]),
  );

/** What is counted in a cell, or in all leaves left. */
export interface Count {
  totals: number;
  errors: number;
  expected: number;
}

/** Counts of all cells, kept up to date while leaves are taken out. */
export class Cells {
  readonly left: Count = { totals: 0, errors: 0, expected: 0 };
  private readonly isLeft: Uint8Array;
  private readonly sums = new Map<Slice, Sums>();
  private readonly byAttributes: ReadonlyMap<string, Slice>;
  readonly slices: readonly Slice[];

  constructor(
    private readonly table: LeafTable,
    private readonly expected: Float64Array,
    counts: ReadonlyMap<Slice, Counts>,
  ) {
    this.slices = [...counts.keys()];
    this.isLeft = new Uint8Array(expected.length).fill(1);
    this.byAttributes = new Map(this.slices.map((slice) => [slice.attributes.join(), slice]));
    for (const [slice, { totals, errors }] of counts)
      this.sums.set(slice, {
        totals: totals.slice(),
        errors: errors.slice(),
        expected: sumBy(slice, expected),
      });
    for (let i = 0; i < expected.length; i += 1) this.count(this.left, i, 1);
  }

  /** The slice by these attributes, ascending; undefined when no cell of it has enough errors. */
  slice(attributes: readonly number[]): Slice | undefined {
    return this.byAttributes.get(attributes.join());
  }

  at({ slice, cell }: Cell): Count {
    const { totals, errors, expected } = this.sums.get(slice)!;
    return { totals: totals[cell]!, errors: errors[cell]!, expected: expected[cell]! };
  }

  /** Leaves of a cell that are not taken out, ascending. */
  leavesOf({ slice, cell }: Cell): number[] {
    const leaves: number[] = [];
    const { cells, leaves: leafAt } = slice;
    for (let k = 0; k < cells.length; k += 1)
      if (cells[k] === cell && this.isLeft[leafAt[k]!] === 1) leaves.push(leafAt[k]!);
    return leaves;
  }

  /** Takes leaves out of every cell. */
  remove(leaves: readonly number[]): void {
    for (const leaf of leaves) {
      this.isLeft[leaf] = 0;
      this.count(this.left, leaf, -1);
    }
    for (const [{ starts, cells }, sums] of this.sums)
      for (const leaf of leaves)
        for (let k = starts[leaf]!; k < starts[leaf + 1]!; k += 1) this.takeOut(sums, cells[k]!, leaf);
  }

  private takeOut({ totals, errors, expected }: Sums, cell: number, leaf: number): void {
    if (cell < 0) return;
    totals[cell]! -= this.table.now.totals[leaf]!;
    errors[cell]! -= this.table.now.errors[leaf]!;
    expected[cell]! -= this.expected[leaf]!;
  }

  private count(count: Count, leaf: number, sign: 1 | -1): void {
    count.totals += sign * this.table.now.totals[leaf]!;
    count.errors += sign * this.table.now.errors[leaf]!;
    count.expected += sign * this.expected[leaf]!;
  }
}
