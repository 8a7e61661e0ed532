import { DAY, isoInstant } from '../time.js';
import { keepLedger, type Ledger } from './ledger.js';
import { isInCrm, type Message, writeAll } from './messages.js';
import { type Citizen, heldAt, isEntitled, period, populate, type Since } from './people.js';
import { remindAll } from './reminders.js';

type Cell = string | number | boolean | null;
type Record_ = Readonly<Record<string, Cell>>;

/** An ecosystem whose messages go wrong in known ways, among many that only look wrong. */
export interface Wrongs {
  readonly tables: Readonly<Record<string, readonly Record_[]>>;
  /** Keys of messages by what is wrong with them. */
  readonly labels: Readonly<
    Record<
      'wrong_recipient' | 'wrong_amount' | 'other_customer_data' | 'contradicts_channel',
      ReadonlySet<string>
    >
  >;
}

const lastChange = ({ emails, phones, homes }: Citizen): number =>
  Math.max(...[...emails, ...phones, ...homes].map(({ from }) => from));

const keyOf = (system: string, index: number): string =>
  `${system === 'core' ? 'C' : 'U'}${String(index).padStart(6, '0')}`;

/** The bank's own record: complete, as of now. */
function coreRecord(one: Citizen): Record_ {
  const now = period.to;
  const { street, city, postcode } = heldAt(one.homes, now);
  const isChild = one.stewardship === 'parent';
  return {
    system_id: 'core',
    subject_key: keyOf('core', one.index),
    key_type: 'customer_no',
    full_name: `${one.given} ${one.family}`,
    date_of_birth: one.born,
    email: isChild ? null : heldAt(one.emails, now),
    phone: isChild ? null : heldAt(one.phones, now),
    address: street,
    city,
    postcode,
    deceased: one.died === undefined ? null : true,
    updated_at: isoInstant(lastChange(one)),
  };
}

/** The customer system's: capitals, numbers as dialled at home, no address, no times. */
const crmRecord = (one: Citizen): Record_ => ({
  system_id: 'crm',
  subject_key: keyOf('crm', one.index),
  key_type: 'user_id',
  given_name: one.given.toUpperCase(),
  family_name: one.family.toUpperCase(),
  date_of_birth: one.born,
  email: heldAt(one.emails, period.from).toUpperCase(),
  phone: heldAt(one.phones, period.from).replace('+44', '0'),
});

const accountKey = (holder: Citizen, account: number): Record_ => ({
  system_id: 'core',
  subject_key: keyOf('core', holder.index),
  key_type: 'account_no',
  value_norm: `ACC${account}`,
});

/** Accounts, with everybody who may act on them. Who settles an estate is known to the courts only. */
function accounts(citizens: readonly Citizen[]): Record_[] {
  return citizens.flatMap((one) => {
    const account = Math.min(one.index, one.partner ?? one.index);
    const attorney = one.stewardship === 'attorney' ? [accountKey(citizens[one.steward!]!, account)] : [];
    return [accountKey(one, account), ...attorney];
  });
}

const amount = (pence: number): string => (pence / 100).toFixed(2);

function truths({ balances, limits }: Ledger): Record_[] {
  const row = (index: number, field: string, from: number, pence: number): Record_ => ({
    system_id: 'core',
    subject_key: keyOf('core', index),
    field,
    value: amount(pence),
    valid_from: isoInstant(from),
  });
  return balances.flatMap((list, index) => [
    row(index, 'value.limit', period.from - 900 * DAY, limits[index]!),
    ...list.map(({ from, value }) => row(index, 'value.balance', from, value)),
  ]);
}

const types = {
  statement: 'statement/monthly',
  notice: 'service/notice',
  reminder: 'service/reminder',
} as const;

const sendOf = (message: Message): Record_ => ({
  message_key: message.key,
  system_id: message.system,
  communication_id: message.communication,
  comm_type: types[message.communication],
  lob: 'retail',
  channel: message.channel,
  subject_key: keyOf(message.system, message.person),
  key_type: message.system === 'core' ? 'customer_no' : 'user_id',
  contact_point: message.contact,
  recipient_name: message.name,
  template_id: 'T1',
  template_version: message.version,
  sent_at: isoInstant(message.time),
});

const has = (list: readonly Since<string>[], value: string, time: number) => heldAt(list, time) === value;

/** Customers who get what is sent to an address at a time. */
function holdersOf(citizens: readonly Citizen[]): (message: Message) => Citizen[] {
  const everywhere = new Map<string, Set<Citizen>>();
  const homeText = ({ street, city, postcode }: Citizen['homes'][number]['value']) =>
    `${street}, ${city} ${postcode}`;
  for (const one of citizens)
    for (const address of [
      ...one.emails.map(({ value }) => value),
      ...one.phones.map(({ value }) => value),
      ...one.homes.map(({ value }) => homeText(value)),
    ])
      everywhere.set(address, (everywhere.get(address) ?? new Set()).add(one));
  return ({ contact, time }) =>
    [...(everywhere.get(contact) ?? [])].filter(
      (one) =>
        has(one.emails, contact, time) ||
        has(one.phones, contact, time) ||
        homeText(heldAt(one.homes, time)) === contact,
    );
}

/** Simulates a world and what its analysts hold. */
export function makeWrongs(seed: number, count: number): Wrongs {
  const citizens = populate(seed, count);
  const ledger = keepLedger(seed, count);
  const mailing = { seed, citizens, ledger };
  const messages = [...writeAll(mailing), ...remindAll(mailing)];
  const holders = holdersOf(citizens);
  const isMisdirected = (message: Message): boolean => {
    const found = holders(message);
    return found.length > 0 && !found.some((one) => isEntitled(citizens[message.person]!, one));
  };
  const keys = (test: (message: Message) => boolean) => new Set(messages.filter(test).map(({ key }) => key));
  return {
    tables: {
      systems: ['core', 'crm'].map((id) => ({ system_id: id, name: id, silo_id: 'retail' })),
      customers: [...citizens.map(coreRecord), ...citizens.filter(isInCrm).map(crmRecord)],
      identity_keys: accounts(citizens),
      master_values: truths(ledger),
      sends: messages.map(sendOf),
      message_values: messages.flatMap(({ key, values }) =>
        values.map(({ field, text }) => ({ message_key: key, field, value: text })),
      ),
    },
    labels: {
      wrong_recipient: keys(isMisdirected),
      wrong_amount: keys(({ isWrongAmount }) => isWrongAmount),
      other_customer_data: keys(({ isOthersData }) => isOthersData),
      contradicts_channel: keys(({ isDenied }) => isDenied),
    },
  };
}
