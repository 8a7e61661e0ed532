import type { FactContext } from '../../src/facts/context.js';
import { readWays } from '../../src/facts/read-ways.js';
import { type Config, configSchema } from '../../src/model/config.js';
import type { Query } from '../../src/store/store.js';

export const configWith = (settings: Record<string, unknown> = {}): Config =>
  configSchema.parse({ name: 'test', sources: [{ table: 'systems', file: 'systems.csv' }], ...settings });

/** The context of facts over the inventory that a store holds. */
export async function contextOf(
  store: Query,
  settings: Record<string, unknown> = {},
  asOf = '2026-06-30T00:00:00.000Z',
): Promise<FactContext> {
  const config = configWith(settings);
  return { config, asOf, ...(await readWays(store, config)) };
}
