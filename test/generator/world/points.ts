import type { Blueprint, PointKind } from './blueprint.js';
import type { Point, Store } from './types.js';

const contact = ['contact.email', 'contact.phone', 'contact.postal_address'];
const party = ['person.name', 'person.date_of_birth', 'person.language', ...contact];

/** Consent fields a store holds. */
export const consentFields = (store: Store): string[] =>
  store.consent.map((channel) => `preference.consent.${channel}`);

function fieldsOf(kind: PointKind, store: Store): string[] {
  if (kind === 'contact') return contact;
  if (kind === 'income') return ['value.income', 'contact.phone'];
  if (kind === 'onboarding') return [...party, ...consentFields(store)];
  return [...consentFields(store), ...(store.delivery ? ['preference.delivery'] : [])];
}

/** Scopes of consent about the channels of a store alone. */
export const ownScopes = (store: Store): string[] => store.consent.map((channel) => `*/marketing/${channel}`);

/** Who opens an account is asked about the store's own channels; later, every page about oneself takes any choice. */
function scopesOf(kind: PointKind, store: Store): string[] {
  if (kind === 'onboarding') return ownScopes(store);
  if (kind === 'income') return [];
  return kind === 'preferences' && store.delivery ? ['*/marketing/*', '*/statement/*'] : ['*/marketing/*'];
}

/** Collection points as planned; what is known is shown prefilled, except where a customer is new. */
export function buildPoints(plan: Blueprint): Point[] {
  return plan.points.map(([system, kind, channel, name], index) => {
    const store = plan.stores.find((candidate) => candidate.id === system)!;
    return {
      id: `${system}-${kind}`,
      name,
      system,
      channel,
      actor: channel === 'phone' || channel === 'branch' ? 'agent' : 'customer',
      process: kind === 'onboarding' ? 'onboarding' : kind === 'income' ? 'application' : 'service',
      perMonth: 120 + ((index * 137) % 900),
      offers: scopesOf(kind, store),
      asks: fieldsOf(kind, store).map((field) => ({
        field,
        prefilled: kind !== 'onboarding',
        legalDuty: field === 'person.date_of_birth' ? 'customer due diligence' : '',
      })),
    };
  });
}
