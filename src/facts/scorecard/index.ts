import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { writeFact } from '../write-fact.js';
import { measureConsistency } from './consistency.js';
import { toRow } from './measured.js';
import { measureMessages } from './messages.js';
import { measureReports } from './reports.js';

/** Creates `fact_measures`; needs the facts of preferences and delivery, and the errors told of. */
export async function computeMeasures(store: Query, { asOf }: FactContext): Promise<void> {
  const measured = [
    ...(await measureConsistency(store)),
    ...(await measureMessages(store)),
    ...(await measureReports(store, asOf)),
  ];
  await writeFact(store, 'fact_measures', measured.map(toRow));
}
