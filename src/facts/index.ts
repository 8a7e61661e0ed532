import { buildEcosystemGraph } from '../graph/index.js';
import type { Config } from '../model/config.js';
import type { Query } from '../store/store.js';
import { compute as computeCollection } from './collection/index.js';
import type { FactContext } from './context.js';
import { compute as computeDelivery } from './delivery/index.js';
import { compute as computeDemands } from './demands/index.js';
import { compute as computeErrors } from './errors/index.js';
import { compute as computeFeedback } from './feedback/index.js';
import { resolveIdentity } from './identity/index.js';
import { agreedSeconds, readInventory } from './inventory.js';
import { computePreferenceFacts } from './preferences/index.js';
import { computeRejects } from './rejects.js';

/** Facts about the inventory alone come first, facts about persons next, facts about messages last. */
const modules: readonly ((store: Query, context: FactContext) => Promise<void>)[] = [
  computeRejects,
  computeDemands,
  computeCollection,
  (store, { config }) => resolveIdentity(store, config),
  computePreferenceFacts,
  computeFeedback,
  computeDelivery,
  computeErrors,
];

/** Creates every `fact_` table of the model. Large tables are read here and nowhere else. */
export async function computeFacts(store: Query, run: { config: Config; asOf: string }): Promise<void> {
  const inventory = await readInventory(store);
  const graph = buildEcosystemGraph(inventory, agreedSeconds(run.config));
  for (const compute of modules) await compute(store, { ...run, inventory, graph });
}
