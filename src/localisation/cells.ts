import type { Slice } from './slices.js';

/** One cell of one slice. */
export interface Cell {
  readonly slice: Slice;
  readonly cell: number;
}

/** Numbers by leaf that add up, a column each. */
export type Columns = readonly Float64Array[];

/** Sums of columns by cell. */
export type SumsBySlice = ReadonlyMap<Slice, Columns>;

function addByCell(sums: Float64Array, { cells, leaves }: Slice, values: Float64Array): void {
  for (let k = 0; k < cells.length; k += 1) sums[cells[k]!]! += values[leaves[k]!]!;
}

/** Sums by cell; what is in none that matters comes last. */
function sumBy(slice: Slice, values: Float64Array): Float64Array {
  const sums = new Float64Array(slice.leafOf.length + 1);
  addByCell(sums, slice, values);
  return sums;
}

/** Takes what leaves have out of the sums of their cells. */
function takeOut(
  sums: Float64Array,
  { starts, cells }: Slice,
  leaves: readonly number[],
  values: Float64Array,
) {
  for (const leaf of leaves)
    for (let k = starts[leaf]!; k < starts[leaf + 1]!; k += 1) sums[cells[k]!]! -= values[leaf]!;
}

/** Sums of columns over all cells of all slices. */
export const sumCells = (columns: Columns, slices: readonly Slice[]): SumsBySlice =>
  new Map(slices.map((slice) => [slice, columns.map((column) => sumBy(slice, column))]));

/** Sums of all cells, kept up to date while leaves are taken out. */
export class Cells {
  readonly slices: readonly Slice[];
  /** Sums by column over the leaves left. */
  readonly left: Float64Array;
  private readonly isLeft: Uint8Array;
  private readonly sums = new Map<Slice, Columns>();
  private readonly byAttributes: ReadonlyMap<string, Slice>;

  /** `known` are the sums of the first columns: they are the same in every search, and shared by them. */
  constructor(
    private readonly columns: Columns,
    known: SumsBySlice,
  ) {
    this.slices = [...known.keys()];
    this.byAttributes = new Map(this.slices.map((slice) => [slice.attributes.join(), slice]));
    this.isLeft = new Uint8Array(columns[0]!.length).fill(1);
    this.left = Float64Array.from(columns, (column) => column.reduce((sum, value) => sum + value, 0));
    for (const [slice, sums] of known) {
      const rest = columns.slice(sums.length).map((column) => sumBy(slice, column));
      this.sums.set(slice, [...sums.map((sum) => sum.slice()), ...rest]);
    }
  }

  /** The slice by these attributes, ascending; undefined when no cell of it has enough errors. */
  slice(attributes: readonly number[]): Slice | undefined {
    return this.byAttributes.get(attributes.join());
  }

  /** Sums by column and cell. */
  of(slice: Slice): Columns {
    return this.sums.get(slice)!;
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
    for (const leaf of leaves) this.isLeft[leaf] = 0;
    for (const [i, column] of this.columns.entries())
      for (const leaf of leaves) this.left[i]! -= column[leaf]!;
    for (const [slice, sums] of this.sums)
      for (const [i, column] of this.columns.entries()) takeOut(sums[i]!, slice, leaves, column);
  }
}
