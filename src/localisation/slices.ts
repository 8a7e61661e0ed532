import { type Entries, isSearched } from './entries.js';
import { type Numbered, numberingsOf } from './numberings.js';
import type { LeafTable } from './types.js';

/** The cells of one choice of attributes: leaves with the same value in each of them. */
export interface Slice extends Entries {
  /** Places of the attributes, ascending. */
  readonly attributes: readonly number[];
  /** Cell of each entry; those with too few errors to matter share a number beyond the last. */
  readonly cells: Int32Array;
  /** The first leaf of each cell. */
  readonly leafOf: Int32Array;
  /** Leaves of each cell. */
  readonly sizes: Int32Array;
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

/** Cells with a value that stands for nothing have no errors that count. */
function leaveOutBlanks(found: Float64Array, cells: Int32Array, code: Int32Array, blank: number | undefined) {
  for (let i = 0; i < cells.length; i += 1) if (code[i] === blank) found[cells[i]!] = 0;
}

/** Adds up by cell what the leaves of its entries have. */
function addByCell(sums: Float64Array, cells: Int32Array, leaves: Int32Array, values: Float64Array): void {
  for (let i = 0; i < cells.length; i += 1) sums[cells[i]!]! += values[leaves[i]!]!;
}

/** Errors by cell. */
function errorsBy(table: LeafTable, attributes: readonly number[], { entries, cells, count }: Numbered) {
  const found = new Float64Array(count);
  addByCell(found, cells, entries.leaves, table.now.errors);
  for (const attribute of attributes)
    if (table.blanks?.[attribute] !== undefined)
      leaveOutBlanks(found, cells, entries.codesOf(attribute), table.blanks[attribute]);
  return found;
}

/** How many cells have enough errors. */
function countHeavy(found: Float64Array, least: number): number {
  let count = 0;
  for (let cell = 0; cell < found.length; cell += 1) if (found[cell]! >= least) count += 1;
  return count;
}

/** Numbers the cells with enough errors; the others share the number beyond. */
function numberHeavy(found: Float64Array, least: number, count: number): Int32Array {
  const kept = new Int32Array(found.length);
  let next = 0;
  for (let cell = 0; cell < found.length; cell += 1) kept[cell] = found[cell]! >= least ? next++ : count;
  return kept;
}

/** Renames the cells of entries; `entryOf` becomes the first entry of each, `sizes` how many it has. */
function rename(all: Int32Array, kept: Int32Array, entryOf: Int32Array, sizes: Int32Array): Int32Array {
  const cells = new Int32Array(all.length);
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const cell = kept[all[i]!]!;
    cells[i] = cell;
    entryOf[cell] = i;
    sizes[cell]! += 1;
  }
  return cells;
}

/** Numbers the cells with enough errors anew. Undefined when there is none; else the first entry of each and how many it has. */
function keepHeavy(all: Int32Array, found: Float64Array, least: number) {
  const count = countHeavy(found, least);
  if (count === 0) return undefined;
  const [entryOf, sizes] = [new Int32Array(count + 1), new Int32Array(count + 1)];
  const cells = rename(all, numberHeavy(found, least, count), entryOf, sizes);
  return { cells, entryOf: entryOf.subarray(0, count), sizes: sizes.subarray(0, count) };
}

/** Cells of one choice of attributes with enough errors; undefined when there is none. Below such cells none has more. */
function sliceBy(
  table: LeafTable,
  attributes: readonly number[],
  numbered: Numbered,
  leastErrors: number,
): Slice | undefined {
  const heavy = keepHeavy(numbered.cells, errorsBy(table, attributes, numbered), leastErrors);
  if (!heavy) return undefined;
  const { cells, entryOf, sizes } = heavy;
  const { starts, leaves, codesOf } = numbered.entries;
  const values = attributes.map((attribute) => {
    const code = codesOf(attribute);
    return entryOf.map((entry) => code[entry]!);
  });
  const leafOf = entryOf.map((entry) => leaves[entry]!);
  return { attributes, starts, leaves, cells, leafOf, sizes, values };
}

/** Slices by all choices of up to `layers` attributes that have a cell with enough errors, small ones first. */
export function sliceAll(table: LeafTable, layers: number, leastErrors: number): Slice[] {
  const numberedBy = numberingsOf(table);
  return chooseAttributes(table.attributes.length, layers)
    .filter((attributes) => isSearched(table, attributes))
    .flatMap((attributes) => sliceBy(table, attributes, numberedBy(attributes), leastErrors) ?? []);
}
