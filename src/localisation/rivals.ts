import { leavesWith } from './aliases.js';
import { cellsAround, conditionsOf } from './find-cells.js';
import type { Slice } from './slices.js';
import type { Condition, LeafTable, Pattern } from './types.js';

/** Totals may differ by this share: rows without errors that hardly weigh. */
const alike = 0.1;

const totalsOf = ({ now }: LeafTable, leaves: readonly number[]): number =>
  leaves.reduce((sum, leaf) => sum + now.totals[leaf]!, 0);

/**
 * Patterns of other attributes, as short as the pattern, that hold in the same errors and in nearly as many rows, though
 * not in the same: nothing in the counts tells which of them is the cause.
 */
export function rivalsOf(
  table: LeafTable,
  slices: readonly Slice[],
  { conditions, leaves }: Pattern,
): Condition[][] {
  const withErrors = leaves.filter((leaf) => table.now.errors[leaf]! > 0);
  const own = totalsOf(table, leavesWith(table, conditions));
  const taken = new Set(conditions.map(({ attribute }) => attribute));
  const isRival = (other: readonly Condition[]): boolean => {
    const rows = leavesWith(table, other);
    const isSame = rows.length === leaves.length && rows.every((leaf, i) => leaf === leaves[i]);
    const isNear = Math.abs(totalsOf(table, rows) - own) <= alike * own;
    return isNear && !isSame && errorsOf(table, rows) === errorsOf(table, leaves);
  };
  return slices
    .filter(({ attributes }) => attributes.length === conditions.length)
    .filter(({ attributes }) => attributes.some((attribute) => !taken.has(attribute)))
    .flatMap((slice) => cellsAround(slice, withErrors).map((cell) => conditionsOf(slice, cell)))
    .filter(isRival);
}

const errorsOf = ({ now }: LeafTable, leaves: readonly number[]): number =>
  leaves.reduce((sum, leaf) => sum + now.errors[leaf]!, 0);
