import type { FactContext } from '../../src/facts/context.js';
import { resolveIdentity } from '../../src/facts/identity/index.js';
import { readWays } from '../../src/facts/read-ways.js';
import { configSchema } from '../../src/model/config.js';
import type { Query, Row, Store } from '../../src/store/store.js';
import { storeWith } from './store.js';

type Compute = (store: Query, context: FactContext) => Promise<void>;

/** Computes facts over these std_ rows, as of 1 June 2026, and leaves the store open. */
export async function computeOver(
  rows: Readonly<Record<string, readonly Row[]>>,
  compute: Compute,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Store> {
  const store = await storeWith(rows);
  const config = configSchema.parse({
    name: 'Test',
    sources: [{ table: 'systems', file: 'systems.csv' }],
    ...settings,
  });
  const ways = await readWays(store, config);
  await resolveIdentity(store, config);
  await compute(store, { config, asOf: '2026-06-01T00:00:00.000Z', ...ways });
  return store;
}

/** A system of the test's own words. */
export const system = (system_id: string): Row => ({ system_id, name: system_id, silo_id: 'silo' });

/** A flow with its latency. */
export const flow = (flow_id: string, from: string, to: string, latency: string | null = 'P1D'): Row => ({
  flow_id,
  from_system_id: from,
  to_system_id: to,
  mechanism: 'batch',
  latency,
});

/** An identity mapping of a field. */
export const carries = (flow_id: string, field: string, more: Row = {}): Row => ({
  flow_id,
  source_field: field,
  target_field: field,
  ...more,
});

/** What a system does with a field. */
export const role = (system_id: string, field: string, name: string, agent_can_edit = false): Row => ({
  system_id,
  field,
  role: name,
  agent_can_edit,
});
