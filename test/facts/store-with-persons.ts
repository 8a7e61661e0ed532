import { resolveIdentity } from '../../src/facts/identity/index.js';
import type { Row, Store } from '../../src/store/store.js';
import { configWith } from './context.js';
import { storeWith } from './store.js';

/** A store with these rows in its std_ tables, and the persons behind them by their own keys alone. */
export async function storeWithPersons(rows: Readonly<Record<string, readonly Row[]>>): Promise<Store> {
  const store = await storeWith(rows);
  await resolveIdentity(store, configWith());
  return store;
}
