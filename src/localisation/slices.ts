import type { Condition, LeafTable } from './types.js';

/** The cells of one choice of attributes: leaves with the same value in each of them. */
export interface Slice {
  /** Places of the attributes, ascending. */
  readonly attributes: readonly number[];
  /** Cell of each leaf; -1 where the cell has too few errors to matter. */
  readonly cellOf: Int32Array;
  /** The first leaf of each cell, from which its values are read. */
  readonly leafOf: Int32Array;
}

/** Choices of up to `layers` of `count` attributes, small ones first, each ascending. */
export function chooseAttributes(count: number, layers: number): number[][] {
  const all: number[][] = [];
  let last: number[][] = [[]];
  for (let layer = 1; layer <= Math.min(layers, count); layer += 1) {
    last = last.flatMap((chosen) => {
      const from = (chosen.at(-1) ?? -1) + 1;
      return Array.from({ length: count - from }, (_, i) => [...chosen, from + i]);
    });
    all.push(...last);
  }
  return all;
}

/** Numbers of values up to which a table of all of them is quicker than a map. */
const dense = 4_000_000;

/** Numbers keys below `size` in order of appearance, in place; gives how many differ. */
function renumber(keys: Float64Array, size: number): number {
  const places = size <= dense ? new Int32Array(size).fill(-1) : undefined;
  const sparse = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i]!;
    let place = places ? places[key]! : (sparse.get(key) ?? -1);
    if (place < 0) {
      place = count++;
      if (places) places[key] = place;
      else sparse.set(key, place);
    }
    keys[i] = place;
  }
  return count;
}

/** Keys by leaf, renumbered whenever they grow beyond what a number holds exactly. */
function cellsBy({ codes, values, now }: LeafTable, attributes: readonly number[]): [Int32Array, number] {
  const keys = new Float64Array(now.errors.length);
  let size = 1;
  for (const attribute of attributes) {
    const more = values[attribute]!.length;
    if (size * more > Number.MAX_SAFE_INTEGER) size = renumber(keys, Number.MAX_SAFE_INTEGER);
    const code = codes[attribute]!;
    for (let i = 0; i < keys.length; i += 1) keys[i] = keys[i]! * more + code[i]!;
    size *= more;
  }
  const count = renumber(keys, size);
  return [Int32Array.from(keys), count];
}

/** Cells of one choice of attributes with enough errors; undefined when there is none. Below such cells none has more. */
export function sliceBy(
  table: LeafTable,
  attributes: readonly number[],
  leastErrors: number,
): Slice | undefined {
  const [cellOf, all] = cellsBy(table, attributes);
  const errors = new Float64Array(all);
  for (let i = 0; i < cellOf.length; i += 1) errors[cellOf[i]!]! += table.now.errors[i]!;
  let count = 0;
  const kept = Int32Array.from(errors, (found) => (found >= leastErrors ? count++ : -1));
  if (count === 0) return undefined;
  const leafOf = new Int32Array(count);
  for (let i = cellOf.length - 1; i >= 0; i -= 1) {
    const cell = kept[cellOf[i]!]!;
    cellOf[i] = cell;
    if (cell >= 0) leafOf[cell] = i;
  }
  return { attributes, cellOf, leafOf };
}

/** What the leaves of a cell have in common. */
export function conditionsOf({ codes }: LeafTable, slice: Slice, cell: number): Condition[] {
  const leaf = slice.leafOf[cell]!;
  return slice.attributes.map((attribute) => ({ attribute, value: codes[attribute]![leaf]! }));
}
