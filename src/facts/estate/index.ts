import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { computeEngines } from './engines.js';
import { computeFlowUses } from './flow-uses.js';
import { computeManualSteps } from './manual-steps.js';
import { computeMasters } from './masters.js';
import { computeReporting } from './reporting.js';
import { computeSinglePoints } from './single-points.js';
import { readRegulatorySteps } from './steps.js';

export { computeSystems } from './systems.js';

/** Creates the facts of the estate that need no persons: what hangs on which flow and system. */
export async function computeEstate(store: Query, context: FactContext): Promise<void> {
  const steps = await readRegulatorySteps(store);
  await computeMasters(store);
  await computeEngines(store);
  await computeFlowUses(store, context, steps);
  await computeManualSteps(store, steps);
  await computeSinglePoints(store, context, steps);
  await computeReporting(store, context);
}
