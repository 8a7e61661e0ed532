import type { LeafTable, ValueSets } from './types.js';

/** Places of leaves in cells: one to a leaf, or as many as the leaf has values of one attribute. */
export interface Entries {
  /** Entries of leaf i are `starts[i]` to `starts[i + 1] - 1`. */
  readonly starts: Int32Array;
  /** Leaf of each entry. */
  readonly leaves: Int32Array;
}

type CodesOf = (attribute: number) => Int32Array;

/** The same with the value of an attribute at each entry. */
export interface CodedEntries extends Entries {
  readonly codesOf: CodesOf;
}

function oneEach({ codes, now }: LeafTable): CodedEntries {
  const starts = Int32Array.from({ length: now.errors.length + 1 }, (_, i) => i);
  return { starts, leaves: starts.subarray(0, now.errors.length), codesOf: (attribute) => codes[attribute]! };
}

/** The value of each entry's leaf. */
function spreadOver(leaves: Int32Array, codes: Int32Array): Int32Array {
  const values = new Int32Array(leaves.length);
  for (let i = 0; i < values.length; i += 1) values[i] = codes[leaves[i]!]!;
  return values;
}

function asManyAs({ starts, codes: members }: ValueSets, codes: readonly Int32Array[]): CodedEntries {
  const leaves = new Int32Array(members.length);
  for (let i = 0; i + 1 < starts.length; i += 1) leaves.fill(i, starts[i]!, starts[i + 1]!);
  const spread = new Map<number, Int32Array>();
  const codesOf: CodesOf = (attribute) => {
    if (attribute >= codes.length) return members;
    const known = spread.get(attribute) ?? spreadOver(leaves, codes[attribute]!);
    spread.set(attribute, known);
    return known;
  };
  return { starts, leaves, codesOf };
}

/** Most attributes beside one of which a leaf has many values: more say nothing that fewer do not. */
const mostBesideSets = 1;

/** Whether a choice is worth a look: of attributes with many values to a leaf one, and with hardly any other. */
export function isSearched({ codes }: LeafTable, attributes: readonly number[]): boolean {
  const sets = attributes.filter((attribute) => attribute >= codes.length).length;
  return sets === 0 || (sets === 1 && attributes.length - sets <= mostBesideSets);
}

/** Gives the entries of leaves for a choice of attributes; choices of the same kind share theirs. */
export function entriesOf(table: LeafTable): (attributes: readonly number[]) => CodedEntries {
  const { codes, sets = [] } = table;
  const plain = oneEach(table);
  const many = sets.map((set) => asManyAs(set, codes));
  return (attributes) => {
    const set = attributes.find((attribute) => attribute >= codes.length);
    return set === undefined ? plain : many[set - codes.length]!;
  };
}
