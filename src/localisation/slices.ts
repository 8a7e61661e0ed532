import { type CodedEntries, type Entries, entriesOf, isSearched } from './entries.js';
import type { LeafTable } from './types.js';

/** The cells of one choice of attributes: leaves with the same value in each of them. */
export interface Slice extends Entries {
  /** Places of the attributes, ascending. */
  readonly attributes: readonly number[];
  /** Cell of each entry; -1 where it has too few errors to matter. */
  readonly cells: Int32Array;
  /** The first leaf of each cell. */
  readonly leafOf: Int32Array;
  /** By place among `attributes` and cell: the value that its leaves have in common. */
  readonly values: readonly Int32Array[];
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

/** Keys by entry, renumbered whenever they grow beyond what a number holds exactly. */
function cellsBy(
  table: LeafTable,
  attributes: readonly number[],
  entries: CodedEntries,
): [Int32Array, number] {
  const keys = new Float64Array(entries.leaves.length);
  let size = 1;
  for (const attribute of attributes) {
    const more = table.values[attribute]!.length;
    if (size * more > Number.MAX_SAFE_INTEGER) size = renumber(keys, Number.MAX_SAFE_INTEGER);
    const code = entries.codesOf(attribute);
    for (let i = 0; i < keys.length; i += 1) keys[i] = keys[i]! * more + code[i]!;
    size *= more;
  }
  const count = renumber(keys, size);
  return [Int32Array.from(keys), count];
}

/** Cells with a value that stands for nothing have no errors that count. */
function leaveOutBlanks(found: Float64Array, cells: Int32Array, code: Int32Array, blank: number | undefined) {
  for (let i = 0; i < cells.length; i += 1) if (code[i] === blank) found[cells[i]!] = 0;
}

/** Errors by cell. */
function errorsBy(
  table: LeafTable,
  attributes: readonly number[],
  cells: Int32Array,
  all: number,
  entries: CodedEntries,
) {
  const found = new Float64Array(all);
  const { leaves, codesOf } = entries;
  for (let i = 0; i < cells.length; i += 1) found[cells[i]!]! += table.now.errors[leaves[i]!]!;
  for (const attribute of attributes)
    if (table.blanks?.[attribute] !== undefined)
      leaveOutBlanks(found, cells, codesOf(attribute), table.blanks[attribute]);
  return found;
}

/** Numbers the cells with enough errors anew, in place; the others become -1. Gives an entry of each, the first. */
function keepHeavy(cells: Int32Array, found: Float64Array, least: number): Int32Array {
  let count = 0;
  const kept = Int32Array.from(found, (sum) => (sum >= least ? count++ : -1));
  const entryOf = new Int32Array(count);
  for (let i = cells.length - 1; i >= 0; i -= 1) {
    const cell = kept[cells[i]!]!;
    cells[i] = cell;
    if (cell >= 0) entryOf[cell] = i;
  }
  return entryOf;
}

/** Cells of one choice of attributes with enough errors; undefined when there is none. Below such cells none has more. */
function sliceBy(
  table: LeafTable,
  attributes: readonly number[],
  entries: CodedEntries,
  leastErrors: number,
): Slice | undefined {
  const [cells, all] = cellsBy(table, attributes, entries);
  const entryOf = keepHeavy(cells, errorsBy(table, attributes, cells, all, entries), leastErrors);
  if (entryOf.length === 0) return undefined;
  const { starts, leaves, codesOf } = entries;
  const values = attributes.map((attribute) => {
    const code = codesOf(attribute);
    return entryOf.map((entry) => code[entry]!);
  });
  return { attributes, starts, leaves, cells, leafOf: entryOf.map((entry) => leaves[entry]!), values };
}

/** Slices by all choices of up to `layers` attributes that have a cell with enough errors, small ones first. */
export function sliceAll(table: LeafTable, layers: number, leastErrors: number): Slice[] {
  const entries = entriesOf(table);
  return chooseAttributes(table.attributes.length, layers)
    .filter((attributes) => isSearched(table, attributes))
    .flatMap((attributes) => sliceBy(table, attributes, entries(attributes), leastErrors) ?? []);
}
