import { createFound } from '../../../src/facts/checks/found.js';
import { classifyReports } from '../../../src/facts/checks/reports.js';
import { createFailureTables } from '../../../src/facts/delivery/failures.js';
import { createSent } from '../../../src/facts/delivery/sent.js';
import { compute } from '../../../src/facts/errors/index.js';
import { resolveIdentity } from '../../../src/facts/identity/index.js';
import type { Row, Store } from '../../../src/store/store.js';
import { configWith, contextOf } from '../context.js';
import { storeWith } from '../store.js';

/** A store ready for errors to be grouped: these rows, what `add` adds, persons, failures and messages counted. */
export async function openErrorStore(
  rows: Readonly<Record<string, readonly Row[]>>,
  add: (store: Store) => Promise<void> = async () => {},
): Promise<Store> {
  const store = await storeWith(rows);
  await add(store);
  await resolveIdentity(store, configWith());
  await createFailureTables(store, {});
  await createSent(store);
  await classifyReports(store);
  await createFound(store);
  return store;
}

/** The groups of errors of a store, in order of class, family and origin. */
export async function groupErrors(store: Store): Promise<Row[]> {
  await compute(store, await contextOf(store));
  return store.all('SELECT * FROM fact_error_groups ORDER BY error_class, family, origin');
}
