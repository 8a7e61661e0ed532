import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { computeJourneys } from '../journeys/index.js';
import { writeFact } from '../write-fact.js';
import { measureConsistency } from './consistency.js';
import { type Measured, toRow } from './measured.js';
import { measureMessages } from './messages.js';
import { measureReports } from './reports.js';

/** Measures that need no errors. */
export interface MeasuredChoices {
  readonly consistency: readonly Measured[];
  readonly journeys: readonly Measured[];
}

/** Measures what needs no errors, and creates the facts of journeys; needs the facts of preferences. */
export async function measureChoices(store: Query, context: FactContext): Promise<MeasuredChoices> {
  return {
    consistency: await measureConsistency(store),
    journeys: await computeJourneys(store, context),
  };
}

/** Creates `fact_measures`; needs the facts of delivery, and the errors told of. */
export async function computeMeasures(
  store: Query,
  { asOf }: FactContext,
  { consistency, journeys }: MeasuredChoices,
): Promise<void> {
  const measured = [
    ...consistency,
    ...(await measureMessages(store)),
    ...(await measureReports(store, asOf)),
    ...journeys,
  ];
  await writeFact(store, 'fact_measures', measured.map(toRow));
}
