import type { Blueprint } from './blueprint.js';
import type { Communication, Gateway, Store } from './types.js';

const titles: Record<string, string> = {
  retail: 'Current account',
  cards: 'Card',
  mortgage: 'Mortgage',
  savings: 'Savings',
  insurance: 'Insurance',
  investments: 'Investment',
};
const channelNames: Record<string, string> = {
  email: 'by e-mail',
  sms: 'by text message',
  push: 'by push message',
  post: 'by letter',
  phone: 'by telephone',
};
const contactField: Record<string, string> = {
  email: 'contact.email',
  sms: 'contact.phone',
  phone: 'contact.phone',
  post: 'contact.postal_address',
};

/** The way out of a sender's messages on a channel: its own gateway if it has one, else everybody's. */
export const routeOf = (
  gateways: readonly Gateway[],
  sender: string,
  channel: string,
): Gateway | undefined => {
  const own = gateways.filter((gateway) => gateway.only.includes(sender));
  const open = own.length > 0 ? own : gateways.filter((gateway) => gateway.only.length === 0);
  return open.find((gateway) => gateway.channel === channel);
};

type Message = Omit<Communication, 'process' | 'lob' | 'composer' | 'fields'> & { uses: string[] };

const written = (store: Store, title: string, feeSource: string): Message[] => [
  {
    id: `${store.id}-statement`,
    name: `${title} statement`,
    type: 'statement/monthly',
    basis: 'contract',
    source: 'ledger',
    channels: ['post', 'email'],
    frequency: 'monthly',
    uses: ['preference.delivery', 'value.balance'],
  },
  {
    id: `${store.id}-charges`,
    name: `${title} notice of charges`,
    type: 'statement/charges',
    basis: 'legal_obligation',
    source: feeSource,
    channels: ['post', 'email'],
    frequency: 'quarterly',
    uses: ['preference.delivery', feeSource === 'fee-engine' ? 'value.fee' : 'value.rate'],
  },
];

const security = (store: Store, title: string, channel: string): Message => ({
  id: `${store.id}-security`,
  name: `${title} security alert`,
  type: 'security/alert',
  basis: 'legal_obligation',
  source: 'ledger',
  channels: [channel],
  frequency: 'on event',
  uses: [],
});

function messagesOf(store: Store, feeSource: string): Message[] {
  const title = `${titles[store.lobs[0]!]} (${store.name})`;
  const service = store.consent.includes('sms') ? 'sms' : store.consent.includes('push') ? 'push' : 'email';
  return [
    ...(store.delivery ? written(store, title, feeSource) : []),
    ...(store.hasCustomers ? [security(store, title, service)] : []),
    {
      id: `${store.id}-notice`,
      name: `${title} service notice`,
      type: 'service/notice',
      basis: 'contract',
      source: 'ledger',
      channels: [service],
      frequency: 'on event',
      uses: [],
    },
    ...store.consent.map((channel) => ({
      id: `${store.id}-offers-${channel}`,
      name: `${title} offers ${channelNames[channel]}`,
      type: 'marketing/offers',
      basis: 'consent',
      source: 'ledger',
      channels: [channel],
      frequency: 'campaign',
      uses: [`preference.consent.${channel}`],
    })),
  ];
}

/** Who has a delivery service of its own composes there too, and touches nobody else's output systems. */
function composerOf(plan: Blueprint, store: Store): string {
  const own = plan.gateways.find((gateway) => gateway.only.includes(store.id));
  const named = store.side === 'b' ? 'meridian-composer' : 'composer';
  return own?.id ?? (plan.others.some((other) => other.id === named) ? named : 'composer');
}

/** Messages of every sending store; the fee engine feeds every second store, the rate engine the others. */
export function buildCommunications(plan: Blueprint, gateways: readonly Gateway[]): Communication[] {
  const senders = plan.stores.filter((store) => store.sends);
  return senders.flatMap((store, index) =>
    messagesOf(store, index % 2 === 0 ? 'fee-engine' : 'rate-engine').map(({ uses, ...message }) => {
      const channels = message.channels.filter((channel) => routeOf(gateways, store.id, channel));
      const contacts = channels.flatMap((channel) => contactField[channel] ?? []);
      return {
        ...message,
        channels,
        lob: store.lobs[0]!,
        process: store.id,
        composer: composerOf(plan, store),
        fields: ['person.name', 'person.language', ...contacts, ...uses],
      };
    }),
  );
}
