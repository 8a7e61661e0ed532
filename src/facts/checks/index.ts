import type { Query } from '../../store/store.js';
import { createFound } from './found.js';

export { gatherFound } from './gather.js';

/** Creates `work_found_errors` and compares what messages said and where they went with what was true. */
export async function computeChecks(store: Query): Promise<void> {
  await createFound(store);
}
