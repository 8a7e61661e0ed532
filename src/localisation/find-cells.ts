import type { Slice } from './slices.js';
import type { Condition } from './types.js';

/** What the leaves of a cell have in common. */
export const conditionsOf = ({ attributes, values }: Slice, cell: number): Condition[] =>
  attributes.map((attribute, place) => ({ attribute, value: values[place]![cell]! }));

const meets = (slice: Slice, cell: number, conditions: readonly Condition[]): boolean =>
  conditions.every(({ attribute, value }) => {
    const place = slice.attributes.indexOf(attribute);
    return place < 0 || slice.values[place]![cell] === value;
  });

/** The cell of a leaf that meets all conditions on the slice's attributes; -1 where there is none. */
export function cellOf(slice: Slice, leaf: number, conditions: readonly Condition[]): number {
  for (let k = slice.starts[leaf]!; k < slice.starts[leaf + 1]!; k += 1) {
    const cell = slice.cells[k]!;
    if (cell < slice.leafOf.length && meets(slice, cell, conditions)) return cell;
  }
  return -1;
}

/** Cells of a slice that meet all conditions, ascending. */
export const cellsWith = (slice: Slice, conditions: readonly Condition[]): number[] =>
  [...slice.leafOf.keys()].filter((cell) => meets(slice, cell, conditions));

/** Cells that hold all of some leaves, ascending. */
export function cellsAround({ starts, cells, leafOf }: Slice, leaves: readonly number[]): number[] {
  const cellsOf = (leaf: number) => cells.subarray(starts[leaf]!, starts[leaf + 1]!);
  if (leaves.length === 0) return [];
  const around = [...cellsOf(leaves[0]!)].filter(
    (cell) => cell < leafOf.length && leaves.every((leaf) => cellsOf(leaf).includes(cell)),
  );
  return around.sort((a, b) => a - b);
}
