import { type CodedEntries, entriesOf } from './entries.js';
import type { LeafTable } from './types.js';

/** The cells of one choice of attributes, whatever is counted in them: numbered from 0 in order of appearance. */
export interface Numbered {
  readonly entries: CodedEntries;
  /** Cell of each entry. */
  readonly cells: Int32Array;
  readonly count: number;
}

type NumberedBy = (attributes: readonly number[]) => Numbered;

/** Values to each key up to which a table of all of them is quicker than a map, and the largest such table. */
const [perKey, dense] = [16, 4_000_000];

/** Numbers keys below `size` in order of appearance, in place; gives how many differ. */
function renumber(keys: Float64Array, size: number): number {
  const places = size <= Math.min(dense, perKey * keys.length) ? new Int32Array(size).fill(-1) : undefined;
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
function number(table: LeafTable, attributes: readonly number[], entries: CodedEntries): Numbered {
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
  return { entries, cells: Int32Array.from(keys), count };
}

/** Leaves up to which numberings are kept for the next search in the same leaves; more would fill the memory. */
const fewLeaves = 20_000;
const kept = new WeakMap<LeafTable['codes'], NumberedBy>();

/** Numbers cells by choices of attributes; tables with the same codes have the same leaves, and share the numbers. */
export function numberingsOf(table: LeafTable): NumberedBy {
  const known = kept.get(table.codes);
  if (known) return known;
  const entriesBy = entriesOf(table);
  const numberedBy: NumberedBy = (attributes) => number(table, attributes, entriesBy(attributes));
  if (table.now.errors.length > fewLeaves) return numberedBy;
  const byChoice = new Map<string, Numbered>();
  const remembering: NumberedBy = (attributes) => {
    const key = attributes.join();
    const numbered = byChoice.get(key) ?? numberedBy(attributes);
    byChoice.set(key, numbered);
    return numbered;
  };
  kept.set(table.codes, remembering);
  return remembering;
}
