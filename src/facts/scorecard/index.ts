import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { computeJourneys } from '../journeys/index.js';
import { writeFact } from '../write-fact.js';
import { measureConsistency } from './consistency.js';
import { toRow } from './measured.js';
import { measureMessages } from './messages.js';
import { measureReports } from './reports.js';

/** Creates `fact_measures` and the facts of journeys; needs the facts of preferences and delivery, and the errors told of. */
export async function computeMeasures(store: Query, context: FactContext): Promise<void> {
  const measured = [
    ...(await measureConsistency(store)),
    ...(await measureMessages(store)),
    ...(await measureReports(store, context.asOf)),
    ...(await computeJourneys(store, context)),
  ];
  await writeFact(store, 'fact_measures', measured.map(toRow));
}
