import { emptyInventory } from '../../src/app/intake/read-inventory.js';
import type { Collected, InventoryRows } from '../../src/intake/layout.js';
import { findTable } from '../../src/model/tables/index.js';

type Cells = Readonly<Record<string, string>>;

/** An inventory of a few rows; columns that are not named are unknown. Rows are numbered from 2. */
export function inventoryOf(given: Partial<Record<Collected, readonly Cells[]>>): InventoryRows {
  const tables = Object.entries(given).map(([name, rows]) => {
    const unknown = Object.fromEntries(Object.keys(findTable(name)!.columns).map((column) => [column, null]));
    const placed = rows.map((cells, i) => ({
      cells: { ...unknown, ...cells },
      place: { file: `${name}.csv`, row: i + 2 },
    }));
    return [name, placed];
  });
  return { ...emptyInventory, ...Object.fromEntries(tables) };
}
