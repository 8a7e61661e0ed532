import { cellsAround, conditionsOf } from './find-cells.js';
import type { Slice } from './slices.js';
import type { Condition, LeafTable } from './types.js';

const isPart = (some: readonly Condition[], all: readonly Condition[]): boolean =>
  some.every(({ attribute, value }) => all.some((one) => one.attribute === attribute && one.value === value));

/** Whether a leaf meets a condition. */
function has({ codes, sets = [] }: LeafTable, leaf: number, { attribute, value }: Condition): boolean {
  if (attribute < codes.length) return codes[attribute]![leaf] === value;
  const { starts, codes: members } = sets[attribute - codes.length]!;
  return members.subarray(starts[leaf]!, starts[leaf + 1]!).includes(value);
}

/** Leaves of the whole table that meet all conditions, of which there is at least one. */
export function leavesWith(table: LeafTable, [first, ...others]: readonly Condition[]): number[] {
  const leaves: number[] = [];
  for (let i = 0; i < table.now.errors.length; i += 1) if (has(table, i, first!)) leaves.push(i);
  return leaves.filter((leaf) => others.every((condition) => has(table, leaf, condition)));
}

/**
 * Other names of the same rows, shortest first: patterns of as many conditions at most that hold in exactly the same
 * leaves. Names that contain one already given say nothing more and are left out, as are those around the pattern itself.
 */
export function aliasesOf(
  table: LeafTable,
  slices: readonly Slice[],
  conditions: readonly Condition[],
): Condition[][] {
  const leaves = leavesWith(table, conditions);
  const names: Condition[][] = [];
  for (const slice of slices.filter(({ attributes }) => attributes.length <= conditions.length))
    for (const cell of cellsAround(slice, leaves)) {
      const other = conditionsOf(slice, cell);
      if (slice.sizes[cell] === leaves.length && ![conditions, ...names].some((name) => isPart(name, other)))
        names.push(other);
    }
  return names;
}
