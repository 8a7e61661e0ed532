import type { Collected, InventoryRow, InventoryRows } from '../../intake/layout.js';
import type { Column } from '../../model/column.js';
import { collected } from '../../model/intake.js';
import { findTable } from '../../model/tables/index.js';
import { type Query, quoteName } from '../../store/store.js';

/** SQL of a value as canonical text. */
function asText(name: string, { kind }: Column): string {
  const column = `t.${quoteName(name)}`;
  if (kind === 'instant') return `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`;
  if (kind === 'decimal') return `regexp_replace(CAST(${column} AS VARCHAR), '\\.?0+$', '')`;
  return `CAST(${column} AS VARCHAR)`;
}

type TextRow = Record<string, string | null> & { readonly _file: string; readonly _row: number };

/** A table of the inventory as it was loaded, in the order of files and rows. */
async function readTable(store: Query, name: Collected): Promise<InventoryRow[]> {
  const columns = Object.entries(findTable(name)!.columns);
  const list = columns.map(([column, spec]) => `${asText(column, spec)} AS ${quoteName(column)}`).join(', ');
  const rows = await store.all<TextRow>(
    `SELECT ${list}, s.file AS _file, t._row FROM std_${name} t JOIN std_sources s ON s.source = t._source
     ORDER BY t._source, t._row`,
  );
  return rows.map(({ _file, _row, ...cells }) => ({
    cells: cells as InventoryRow['cells'],
    place: { file: _file, row: _row },
  }));
}

/** Every table that a workbook collects. */
export async function readInventoryRows(store: Query): Promise<InventoryRows> {
  const tables = await Promise.all(
    collected.map(async (name) => [name, await readTable(store, name)] as const),
  );
  return Object.fromEntries(tables) as unknown as InventoryRows;
}

/** An inventory of which nothing is known yet. */
export const emptyInventory = Object.fromEntries(
  collected.map((name) => [name, []]),
) as unknown as InventoryRows;
