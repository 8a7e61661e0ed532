import { type CodedEntries, entriesOf } from './entries.js';
import type { LeafTable } from './types.js';

/** The cells of one choice of attributes, whatever is counted in them. */
export interface Numbered {
  readonly entries: CodedEntries;
  /** Cell of each entry. */
  readonly cells: Int32Array;
  /** All cells are below it; not every number is one. */
  readonly count: number;
}

type NumberedBy = (attributes: readonly number[]) => Numbered;

/** Numbers for each entry up to which some may go unused, and the most such numbers; beyond, cells are numbered anew. */
const [perEntry, most] = [4, 4_000_000];

/** Numbers cells by the values of one more attribute, some numbers left unused. */
function combine(cells: Int32Array, code: Int32Array, values: number): Int32Array {
  const combined = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i += 1) combined[i] = cells[i]! * values + code[i]!;
  return combined;
}

/** The same in order of appearance, none left unused: for so many numbers that most would be. */
function renumber(cells: Int32Array, code: Int32Array, values: number): [Int32Array, count: number] {
  const places = new Map<number, number>();
  const numbered = cells.map((cell, i) => {
    const key = cell * values + code[i]!;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  return [numbered, places.size];
}

/** Divides cells by the values of one more attribute. */
function divide({ entries, cells, count }: Numbered, code: Int32Array, values: number): Numbered {
  const size = count * values;
  if (size <= Math.min(most, perEntry * cells.length))
    return { entries, cells: combine(cells, code, values), count: size };
  const [numbered, found] = renumber(cells, code, values);
  return { entries, cells: numbered, count: found };
}

type NumberIn = (entries: CodedEntries, attributes: readonly number[]) => Numbered;

/** Numbers the cells of a choice: those of all its attributes but the last, divided. */
const number = (
  { values }: LeafTable,
  entries: CodedEntries,
  attributes: readonly number[],
  numberIn: NumberIn,
): Numbered => {
  const last = attributes.at(-1)!;
  const [code, count] = [entries.codesOf(last), values[last]!.length];
  if (attributes.length === 1) return { entries, cells: code, count };
  return divide(numberIn(entries, attributes.slice(0, -1)), code, count);
};

/** Leaves up to which numberings are kept for the next search in the same leaves; more would fill the memory. */
const fewLeaves = 20_000;
const kept = new WeakMap<LeafTable['codes'], NumberedBy>();

/** Remembers numberings by entries and choice. */
function remember(compute: NumberIn): NumberIn {
  const known = new Map<CodedEntries, Map<string, Numbered>>();
  return (entries, attributes) => {
    const byChoice = known.get(entries) ?? new Map<string, Numbered>();
    known.set(entries, byChoice);
    const key = attributes.join();
    const numbered = byChoice.get(key) ?? compute(entries, attributes);
    byChoice.set(key, numbered);
    return numbered;
  };
}

/** Numbers cells by choices of attributes; tables with the same codes have the same leaves, and share the numbers. */
export function numberingsOf(table: LeafTable): NumberedBy {
  const known = kept.get(table.codes);
  if (known) return known;
  const entriesBy = entriesOf(table);
  const isSmall = table.now.errors.length <= fewLeaves;
  const compute: NumberIn = (entries, attributes) => number(table, entries, attributes, numberIn);
  const numberIn = isSmall ? remember(compute) : compute;
  const numberedBy: NumberedBy = (attributes) => numberIn(entriesBy(attributes), attributes);
  if (isSmall) kept.set(table.codes, numberedBy);
  return numberedBy;
}
