import type { FactContext } from '../../src/facts/context.js';
import { agreedSeconds, readInventory } from '../../src/facts/inventory.js';
import { buildEcosystemGraph } from '../../src/graph/index.js';
import { type Config, configSchema } from '../../src/model/config.js';
import type { Query } from '../../src/store/store.js';

export const configWith = (settings: Record<string, unknown> = {}): Config =>
  configSchema.parse({ name: 'test', sources: [{ table: 'systems', file: 'systems.csv' }], ...settings });

/** The context of facts over the inventory that a store holds. */
export async function contextOf(
  store: Query,
  settings: Record<string, unknown> = {},
  asOf = '2026-06-30T00:00:00.000Z',
): Promise<FactContext> {
  const config = configWith(settings);
  const inventory = await readInventory(store);
  return { config, asOf, inventory, graph: buildEcosystemGraph(inventory, agreedSeconds(config)) };
}
