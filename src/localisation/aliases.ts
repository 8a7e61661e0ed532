import { conditionsOf, type Slice } from './slices.js';
import type { Condition, LeafTable } from './types.js';

const isPart = (some: readonly Condition[], all: readonly Condition[]): boolean =>
  some.every(({ attribute, value }) => all.some((one) => one.attribute === attribute && one.value === value));

/** Leaves of the whole table that meet all conditions. */
export function leavesWith({ codes, now }: LeafTable, conditions: readonly Condition[]): number[] {
  const leaves: number[] = [];
  for (let i = 0; i < now.errors.length; i += 1)
    if (conditions.every(({ attribute, value }) => codes[attribute]![i] === value)) leaves.push(i);
  return leaves;
}

function sizeOf({ cellOf }: Slice, cell: number): number {
  let size = 0;
  for (let i = 0; i < cellOf.length; i += 1) if (cellOf[i] === cell) size += 1;
  return size;
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
  const first = leaves[0];
  if (first === undefined) return [];
  const names: Condition[][] = [];
  for (const slice of slices) {
    const cell = slice.cellOf[first]!;
    if (cell < 0 || slice.attributes.length > conditions.length) continue;
    const other = conditionsOf(table, slice, cell);
    if ([conditions, ...names].some((name) => isPart(name, other))) continue;
    if (leaves.every((leaf) => slice.cellOf[leaf] === cell) && sizeOf(slice, cell) === leaves.length)
      names.push(other);
  }
  return names;
}
