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
    if (cell >= 0 && meets(slice, cell, conditions)) return cell;
  }
  return -1;
}

/** Cells of a slice that meet all conditions, ascending. */
export const cellsWith = (slice: Slice, conditions: readonly Condition[]): number[] =>
  [...slice.leafOf.keys()].filter((cell) => meets(slice, cell, conditions));

/** Cells that hold all of some leaves, each with the number of its leaves. */
export function cellsAround(slice: Slice, leaves: readonly number[]): { cell: number; size: number }[] {
  const { starts, cells } = slice;
  const held = new Map<number, number>();
  for (const leaf of leaves)
    for (let k = starts[leaf]!; k < starts[leaf + 1]!; k += 1)
      if (cells[k]! >= 0) held.set(cells[k]!, (held.get(cells[k]!) ?? 0) + 1);
  const around = [...held].filter(([, count]) => count === leaves.length).map(([cell]) => cell);
  if (around.length === 0) return [];
  const sizes = new Int32Array(slice.leafOf.length);
  for (let k = 0; k < cells.length; k += 1) if (cells[k]! >= 0) sizes[cells[k]!]! += 1;
  return around.sort((a, b) => a - b).map((cell) => ({ cell, size: sizes[cell]! }));
}
