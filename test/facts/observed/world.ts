import { countOutcomes } from '../../../src/facts/feedback/outcomes.js';
import { resolveIdentity } from '../../../src/facts/identity/index.js';
import { computeObserved } from '../../../src/facts/observed/index.js';
import { computePreferenceFacts } from '../../../src/facts/preferences/index.js';
import type { Row, Store } from '../../../src/store/store.js';
import { contextOf } from '../context.js';
import { consent, flows } from '../preferences/world.js';
import { storeWith } from '../store.js';

export const email = 'preference.consent.email';
const systems = ['branch', 'hub', 'mail', 'app'];

/** People, each refusing e-mail in `from` on a day of the last year. */
export const people = (count: number, from: string, first = 0): Row[] =>
  Array.from({ length: count }, (_, i) =>
    consent(from, 'opt_out', dayOf(first + i), { subject_key: `p${first + i}` }),
  );

/** The day on which person `i` speaks: every third day from August 2025 on. */
export const dayOf = (i: number, later = 0): string =>
  new Date(Date.UTC(2025, 7, 1 + 3 * i + later)).toISOString().slice(0, 10);

/** Copies of what these people said, in another system so many days later. */
export const copies = (count: number, to: string, later: number, more: Row = {}, first = 0): Row[] =>
  Array.from({ length: count }, (_, i) =>
    consent(to, 'opt_out', dayOf(first + i, later), {
      subject_key: `p${first + i}`,
      strength: 'imported',
      valid_from: null,
      time_quality: 'recorded_only',
      ...more,
    }),
  );

/** What was there before anybody spoke. */
export const defaults = (count: number, to: string): Row[] =>
  Array.from({ length: count }, (_, i) =>
    consent(to, 'opt_in', '2024-01-01', {
      subject_key: `p${i}`,
      strength: 'default',
      valid_from: null,
      actor_type: null,
    }),
  );

/** The facts of these records in a bank of a branch, a hub, a mail tool and an app, as of 30 June 2026. */
export async function observedOf(
  preferences: readonly Row[],
  ways: readonly string[],
  more: Readonly<Record<string, readonly Row[]>> = {},
): Promise<Store> {
  const store = await storeWith({
    systems: systems.map((id) => ({ system_id: id, name: id, silo_id: 's' })),
    system_fields: systems.map((id) => ({ system_id: id, field: email, role: 'collects' })),
    preferences,
    ...flows(...ways),
    ...more,
  });
  const context = await contextOf(store, {
    identity: { shared_keys: [{ key_type: 'customer_no', systems }] },
  });
  await resolveIdentity(store, context.config);
  await computePreferenceFacts(store, context);
  await countOutcomes(store, []);
  await computeObserved(store, context);
  return store;
}
