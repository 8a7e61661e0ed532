import type { Row } from '../../../../src/store/store.js';

/** A message type of the planted bank. */
export interface Message {
  readonly id: string;
  readonly lob: string;
  readonly channels: readonly string[];
  readonly composer: string;
  /** Fields it states. */
  readonly values: readonly string[];
}

/** A bank: cores and feeds behind a warehouse and a customer file, two composers, three ways out. */
export interface Estate {
  readonly messages: readonly Message[];
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

const lobs = ['card', 'loan', 'savings', 'mortgage', 'merged'];
const values = ['balance', 'fee', 'rate', 'limit', 'due_date', 'points'];
export const ways: Readonly<Record<string, string>> = { email: 'mail', sms: 'texts', post: 'print' };

/** Who keeps a value: the fee engine keeps two of them. */
const keepers: Readonly<Record<string, string>> = {
  balance: 'ledger',
  fee: 'fee-engine',
  rate: 'fee-engine',
  limit: 'risk',
  due_date: 'ledger',
  points: 'loyalty',
};

interface Feed {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fields: readonly string[];
}

const contacts = ['contact.email', 'contact.phone', 'contact.postal_address'];

const feeds: readonly Feed[] = [
  ...values.map((value) => ({
    id: `${keepers[value]}-${value}`,
    from: keepers[value]!,
    to: 'warehouse',
    fields: [`value.${value}`],
  })),
  ...['composer-a', 'composer-b'].flatMap((to) => [
    { id: `warehouse-${to}`, from: 'warehouse', to, fields: values.map((value) => `value.${value}`) },
    { id: `customers-${to}`, from: 'customers', to, fields: contacts },
  ]),
  ...lobs
    .filter((lob) => lob !== 'merged')
    .map((lob) => ({ id: `core-${lob}-customers`, from: `core-${lob}`, to: 'customers', fields: contacts })),
  { id: 'merged-addresses', from: 'merged-core', to: 'customers', fields: ['contact.postal_address'] },
  { id: 'merged-contacts', from: 'merged-core', to: 'customers', fields: ['contact.email', 'contact.phone'] },
];

const systemsOf = (): Row[] => {
  const ids = [...new Set(feeds.flatMap(({ from, to }) => [from, to])), ...Object.values(ways)];
  const lobOf = (id: string): string | null =>
    id === 'merged-core' ? 'merged' : id.startsWith('core-') ? id.slice('core-'.length) : null;
  return ids.map((id) => ({ system_id: id, name: id, silo_id: 's', lobs: lobOf(id) }));
};

const stepsOf = ({ id, channels, composer }: Message): Row[] => [
  { communication_id: id, channel: null, ordinal: 1, system_id: 'customers', kind: 'process' },
  { communication_id: id, channel: null, ordinal: 2, system_id: composer, kind: 'composition' },
  ...channels.map((channel) => ({
    communication_id: id,
    channel,
    ordinal: 3,
    system_id: ways[channel]!,
    kind: 'delivery',
  })),
];

/** A bank of `count` messages; what each states, by which ways it goes and who makes it are drawn. */
export function estateOf(draw: () => number, count: number): Estate {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const some = <T>(list: readonly T[], share: number): T[] => {
    const found = list.filter(() => draw() < share);
    return found.length > 0 ? found : [pick(list)];
  };
  const messages = Array.from({ length: count }, (_, i) => ({
    id: `message-${i}`,
    lob: lobs[i % lobs.length]!,
    channels: some(Object.keys(ways), 0.6),
    composer: pick(['composer-a', 'composer-b']),
    values: some(values, 0.3),
  }));
  return {
    messages,
    tables: {
      systems: systemsOf(),
      flows: feeds.map(({ id, from, to }) => ({
        flow_id: id,
        from_system_id: from,
        to_system_id: to,
        mechanism: 'batch',
      })),
      flow_fields: feeds.flatMap(({ id, fields }) =>
        fields.map((field) => ({ flow_id: id, source_field: field, target_field: field })),
      ),
      communication_steps: messages.flatMap(stepsOf),
      communication_fields: messages.flatMap((message) =>
        message.values.map((value) => ({ communication_id: message.id, field: `value.${value}` })),
      ),
    },
  };
}
