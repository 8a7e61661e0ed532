import type { Query } from '../../store/store.js';
import { createBusySends } from './busy.js';
import { computeDeadAddresses } from './dead-addresses.js';
import { computeDuplicates } from './duplicates.js';
import { computePressure } from './pressure.js';

/** Creates the facts about what messages do together; needs `work_send_rows` with its routes and the tables of failed messages. */
export async function computeTraffic(store: Query): Promise<void> {
  await computeDeadAddresses(store);
  await createBusySends(store);
  await computeDuplicates(store);
  await computePressure(store);
  await store.run('DROP TABLE work_close_sends; DROP TABLE work_full_sends; DROP TABLE work_peaks');
}
