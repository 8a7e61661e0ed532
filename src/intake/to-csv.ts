import { findTable } from '../model/tables/index.js';
import { csvCell } from '../text/csv.js';
import type { Collected, InventoryRow } from './layout.js';

/** Telephone numbers begin like formulas, and do nothing if they are taken for one. */
const harmless = /^[+-][\d ().-]*$/;

/** Cells that got an apostrophe, because a spreadsheet would run them; and the table. */
export interface CanonicalCsv {
  readonly csv: string;
  readonly changed: number;
}

/** A table of the inventory as CSV with canonical columns. */
export function toCanonicalCsv(table: Collected, rows: readonly InventoryRow[]): CanonicalCsv {
  const columns = Object.keys(findTable(table)!.columns);
  let changed = 0;
  const cell = (value: string): string => {
    if (harmless.test(value)) return value;
    const safe = csvCell(value);
    if (/^"?'/.test(safe) && !value.startsWith("'")) changed += 1;
    return safe;
  };
  const lines = rows.map(({ cells }) => columns.map((column) => cell(cells[column] ?? '')).join(','));
  return { csv: `${[columns.join(','), ...lines].join('\n')}\n`, changed };
}
