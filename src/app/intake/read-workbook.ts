import type { Collected } from '../../intake/layout.js';
import type { BadCell } from '../../intake/questions/index.js';
import { type CanonicalCsv, toCanonicalCsv } from '../../intake/to-csv.js';
import { collected } from '../../model/intake.js';
import { openStore } from '../../store/duckdb.js';
import { loadWorkbook } from './load-workbook.js';
import { readInventoryRows } from './read-inventory.js';
import { readBadCells } from './read-seen.js';

/** A workbook as canonical tables. */
export interface WorkbookTables {
  /** Tables with rows. */
  readonly tables: readonly (CanonicalCsv & { readonly name: Collected; readonly rows: number })[];
  readonly rowsIn: number;
  readonly rowsSetAside: number;
  /** Why rows were set aside. */
  readonly badCells: readonly BadCell[];
  /** Sheets that are of no table. */
  readonly others: readonly string[];
}

/** Reads a workbook into canonical tables. Throws a SourceError with its mistakes. */
export async function readWorkbook(path: string): Promise<WorkbookTables> {
  const store = await openStore();
  try {
    const { inputs, others } = await loadWorkbook(store, path);
    const rows = await readInventoryRows(store);
    const filled = collected.filter((name) => rows[name].length > 0);
    return {
      tables: filled.map((name) => ({ name, rows: rows[name].length, ...toCanonicalCsv(name, rows[name]) })),
      rowsIn: inputs.reduce((sum, { rows_in }) => sum + rows_in, 0),
      rowsSetAside: inputs.reduce((sum, { rows_set_aside }) => sum + rows_set_aside, 0),
      badCells: await readBadCells(store),
      others,
    };
  } finally {
    store.close();
  }
}
