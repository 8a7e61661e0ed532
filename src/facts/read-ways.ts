import { buildEcosystemGraph } from '../graph/index.js';
import type { EcosystemGraph, Inventory } from '../graph/types.js';
import type { Config } from '../model/config.js';
import type { Query } from '../store/store.js';
import { agreedSeconds, type InventoryTables, inventoryOf, readInventoryTables } from './inventory.js';

/** The inventory in three forms: as it was read, as the graph needs it, and as the graph. */
export interface Ways {
  readonly tables: InventoryTables;
  readonly inventory: Inventory;
  readonly graph: EcosystemGraph;
}

/** The ways of an inventory. */
export function waysOf(tables: InventoryTables, config: Config): Ways {
  const inventory = inventoryOf(tables);
  return { tables, inventory, graph: buildEcosystemGraph(inventory, agreedSeconds(config)) };
}

/** The ways of the inventory that a store holds. */
export const readWays = async (query: Query, config: Config): Promise<Ways> =>
  waysOf(await readInventoryTables(query), config);
