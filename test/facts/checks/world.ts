import { computeFacts } from '../../../src/facts/index.js';
import { configSchema } from '../../../src/model/config.js';
import type { Row } from '../../../src/store/store.js';
import { storeWith } from '../store.js';

export const asOf = '2026-06-30T00:00:00.000Z';

/** A customer record of the core system; keys are customer numbers. */
export const customer = (subject_key: string, more: Row = {}): Row => ({
  system_id: 'core',
  subject_key,
  key_type: 'customer_no',
  ...more,
});

/** A message of the core system, an e-mail of 1 May unless it says otherwise. */
export const send = (message_key: string, subject_key: string, more: Row = {}): Row => ({
  message_key,
  system_id: 'core',
  communication_id: 'statement',
  comm_type: 'statement/monthly',
  lob: 'retail',
  channel: 'email',
  subject_key,
  key_type: 'customer_no',
  sent_at: '2026-05-01T09:00:00Z',
  ...more,
});

/** What checks find in these records: `<class> <message>`, in order; `classes` alone, or all. */
export async function foundIn(
  rows: Readonly<Record<string, readonly Row[]>>,
  classes?: readonly string[],
): Promise<string[]> {
  const store = await storeWith({
    systems: [{ system_id: 'core', name: 'Core', silo_id: 'retail' }],
    ...rows,
  });
  const config = configSchema.parse({ name: 'Test', sources: [{ table: 'systems', file: 'systems.csv' }] });
  await computeFacts(store, { config, asOf });
  const found = await store.all<{ error_class: string; message_key: string | null }>(
    'SELECT error_class, message_key FROM work_found_errors ORDER BY error_class, message_key, code',
  );
  store.close();
  return found
    .filter(({ error_class }) => classes === undefined || classes.includes(error_class))
    .map(({ error_class, message_key }) => `${error_class} ${message_key ?? '-'}`);
}
