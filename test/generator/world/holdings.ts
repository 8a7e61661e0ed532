import type { Blueprint } from './blueprint.js';
import { consentFields } from './points.js';
import type { Holding, Point, Store } from './types.js';

const party = [
  'person.name',
  'person.date_of_birth',
  'person.language',
  'contact.email',
  'contact.phone',
  'contact.postal_address',
];

/** Fields a store keeps: what it needs to know its customers, their choices, and what it asks. */
export function fieldsOf(store: Store, points: readonly Point[]): string[] {
  const asked = points.filter((point) => point.system === store.id).flatMap((point) => point.asks);
  const known = store.hasCustomers ? party : ['person.name', 'person.language', 'contact.email'];
  const income = store.master ? ['value.income'] : [];
  const delivery = store.delivery ? ['preference.delivery'] : [];
  const fields = [
    ...known,
    ...consentFields(store),
    ...delivery,
    ...income,
    ...asked.map((ask) => ask.field),
  ];
  return [...new Set(fields)].sort();
}

function holdingsOf(store: Store, points: readonly Point[]): Holding[] {
  const asked = new Set(
    points
      .filter((point) => point.system === store.id)
      .flatMap((point) => point.asks.map((ask) => ask.field)),
  );
  const kept = fieldsOf(store, points).map((field) => ({
    system: store.id,
    field,
    role: store.master ? 'masters' : asked.has(field) ? 'collects' : 'holds',
    agentEdits: store.kind === 'contact_centre' && field.startsWith('contact.'),
  }));
  const keys = store.keys.map((field) => ({ system: store.id, field, role: 'holds', agentEdits: false }));
  return [...kept, ...keys];
}

/** system_fields: who keeps, masters, collects or uses what. */
export function buildHoldings(plan: Blueprint, points: readonly Point[]): Holding[] {
  const uses = (system: string, field: string, role: string) => ({ system, field, role, agentEdits: false });
  return [
    ...plan.stores.flatMap((store) => holdingsOf(store, points)),
    uses('warehouse', 'person.date_of_birth', 'consumes'),
    uses('warehouse', 'person.language', 'consumes'),
    uses('warehouse', 'value.income', 'consumes'),
    uses('composer', 'person.language', 'consumes'),
    uses('ledger', 'value.balance', 'masters'),
    uses('fee-engine', 'value.fee', 'derives'),
    uses('rate-engine', 'value.rate', 'derives'),
    uses('archive', 'document.statement', 'holds'),
    uses('reporting', 'value.balance', 'consumes'),
  ];
}
