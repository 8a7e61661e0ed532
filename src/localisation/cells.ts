import type { Slice } from './slices.js';
import type { LeafTable } from './types.js';

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

  constructor(
    private readonly table: LeafTable,
    private readonly expected: Float64Array,
    readonly slices: readonly Slice[],
  ) {
    this.isLeft = new Uint8Array(expected.length).fill(1);
    this.byAttributes = new Map(slices.map((slice) => [slice.attributes.join(), slice]));
    for (const slice of slices) this.sums.set(slice, this.sumUp(slice));
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
        for (let k = starts[leaf]!; k < starts[leaf + 1]!; k += 1) this.add(sums, cells[k]!, leaf, -1);
  }

  private sumUp({ cells, leaves, leafOf }: Slice): Sums {
    const fresh = () => new Float64Array(leafOf.length);
    const sums = { totals: fresh(), errors: fresh(), expected: fresh() };
    for (let k = 0; k < cells.length; k += 1) this.add(sums, cells[k]!, leaves[k]!, 1);
    return sums;
  }

  private add({ totals, errors, expected }: Sums, cell: number, leaf: number, sign: 1 | -1): void {
    if (cell < 0) return;
    totals[cell]! += sign * this.table.now.totals[leaf]!;
    errors[cell]! += sign * this.table.now.errors[leaf]!;
    expected[cell]! += sign * this.expected[leaf]!;
  }

  private count(count: Count, leaf: number, sign: 1 | -1): void {
    count.totals += sign * this.table.now.totals[leaf]!;
    count.errors += sign * this.table.now.errors[leaf]!;
    count.expected += sign * this.expected[leaf]!;
  }
}
