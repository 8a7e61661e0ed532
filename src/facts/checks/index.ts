import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { createFound } from './found.js';
import { classifyReports } from './reports.js';

export { gatherFound } from './gather.js';

/**
 * Creates `work_report_classes`, what reports tell in words, and `work_found_errors`: compares what messages said and
 * where they went with what was true.
 */
export async function computeChecks(store: Query, context: FactContext): Promise<void> {
  await classifyReports(store, context.reportWords);
  await createFound(store);
}
