import { leavesWith } from './aliases.js';
import { conditionsOf, type Slice } from './slices.js';
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
  const first = withErrors[0]!;
  const taken = new Set(conditions.map(({ attribute }) => attribute));
  return slices.flatMap((slice) => {
    const cell = slice.cellOf[first]!;
    const isOther = slice.attributes.some((attribute) => !taken.has(attribute));
    if (cell < 0 || slice.attributes.length !== conditions.length || !isOther) return [];
    if (withErrors.some((leaf) => slice.cellOf[leaf] !== cell)) return [];
    const other = conditionsOf(table, slice, cell);
    const rows = leavesWith(table, other);
    const isSame = rows.length === leaves.length && rows.every((leaf, i) => leaf === leaves[i]);
    const isNear = Math.abs(totalsOf(table, rows) - own) <= alike * own;
    return isNear && !isSame && errorsOf(table, rows) === errorsOf(table, leaves) ? [other] : [];
  });
}

const errorsOf = ({ now }: LeafTable, leaves: readonly number[]): number =>
  leaves.reduce((sum, leaf) => sum + now.errors[leaf]!, 0);
