import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { computeDemands } from '../demands/index.js';
import { type Basis, listDemands } from '../demands/list.js';
import { readFiles } from '../evidence.js';
import { readRolePlaces } from '../role-places.js';
import { writeFact } from '../write-fact.js';
import { bottleneckRows, flowLoadRows } from './bottlenecks.js';
import { circleRows } from './circles.js';
import { correctionRows } from './corrections.js';
import { doubleEntryRows } from './double-entry.js';
import { loadsOf, type PersonsPerMonth } from './loads.js';
import { byGiver, reachRows } from './reach.js';
import { otherPaths, redundancyOver, redundantRows } from './redundant.js';
import { readFillRates, readPersonsPerMonth, readRanks } from './stated.js';
import { byField, syncGroupRows } from './sync-groups.js';

/** Facts about what the flows do together. */
async function computeLoads(
  store: Query,
  context: FactContext,
  basis: Basis,
  persons: PersonsPerMonth,
): Promise<void> {
  const { graph, inventory } = context;
  const loads = [...byField(basis.demands).values()].map((demands) =>
    loadsOf(graph, inventory.flows, byGiver(demands), persons),
  );
  const paths = otherPaths(graph, inventory.flows);
  const isRedundant = redundancyOver(paths);
  await writeFact(store, 'fact_bottlenecks', bottleneckRows(context, basis, loads));
  await writeFact(store, 'fact_flow_loads', flowLoadRows(context, basis, loads, isRedundant));
  await writeFact(store, 'fact_redundant_flows', redundantRows(context, basis, paths, isRedundant));
}

/** Creates the facts about ways and what they do together, all from the inventory; it is read while demands are listed. */
export async function compute(store: Query, context: FactContext): Promise<void> {
  const reading = Promise.all([
    readRolePlaces(store),
    readFiles(store),
    readPersonsPerMonth(store),
    readRanks(store),
    readFillRates(store),
  ]);
  const demands = listDemands(context);
  const [places, files, persons, ranks, fill] = await reading;
  const basis = { demands, places, files };
  await computeDemands(store, context, basis);
  await computeLoads(store, context, basis, persons);
  await writeFact(store, 'fact_reach', reachRows(basis));
  await writeFact(store, 'fact_sync_groups', syncGroupRows(context, basis));
  await writeFact(store, 'fact_circles', circleRows(context, basis, ranks));
  await writeFact(store, 'fact_double_entry', doubleEntryRows(context, basis, fill));
  await writeFact(store, 'fact_corrections', correctionRows(context, basis));
}
