import { type Cells, type Edit, spellCell, tableOf } from '../../model/edit.js';
import type { Row } from '../../store/store.js';
import type { InventoryTables } from '../inventory.js';

/** Cells as the store keeps them. */
export const rowOf = (cells: Cells): Row =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, spellCell(value)]));

/** Whether a row has these values. */
export const isSo = (row: Row, where: Cells): boolean =>
  Object.entries(where).every(([name, value]) => String(row[name] ?? '') === String(spellCell(value) ?? ''));

/** Behind every source there is. */
const ahead = 2 ** 20;

function editRows(rows: readonly Row[], edit: Edit, place: number): Row[] {
  if ('add' in edit) return [...rows, { ...rowOf(edit.row), _source: ahead, _row: place }];
  if ('remove' in edit) return rows.filter((row) => !isSo(row, edit.where));
  return rows.map((row) => (isSo(row, edit.where) ? { ...row, ...rowOf(edit.to) } : row));
}

/** The tables of ways with these edits; what `applyEdits` does in the store, for asking many futures quickly. */
export function editTables(tables: InventoryTables, edits: readonly Edit[]): InventoryTables {
  const edited: Record<string, readonly Row[]> = { ...tables };
  for (const [i, edit] of edits.entries()) {
    const rows = edited[tableOf(edit)];
    if (rows) edited[tableOf(edit)] = editRows(rows, edit, i + 1);
  }
  return edited as InventoryTables;
}
