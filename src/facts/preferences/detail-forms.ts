import { withoutAccents } from '../../store/dialect.js';
import { quoteText } from '../../store/store.js';

/** What systems keep of a person besides choices. */
interface Detail {
  readonly field: string;
  /** SQL of the value of a customer record `c`. */
  readonly value: string;
  /** SQL of the form in which spellings of the same thing are equal. */
  form(value: string): string;
  /** Messages that go to it. */
  readonly channels: readonly string[];
}

/** Words in order of spelling, so that `Mill Lane 4` and `4 mill lane` are one. */
const words = (text: string): string => `array_to_string(list_sort(string_split(
  trim(regexp_replace(lower(${withoutAccents(text)}), '[\\s,.;/-]+', ' ', 'g')), ' ')), ' ')`;

/** The last nine digits, which numbers with and without the code of the country share. */
const digits = (text: string): string => `right(regexp_replace(${text}, '[^0-9]', '', 'g'), 9)`;

export const details: readonly Detail[] = [
  {
    field: 'contact.email',
    value: 'c.email',
    form: (value) => `lower(trim(${value}))`,
    channels: ['email'],
  },
  {
    field: 'contact.phone',
    value: 'c.phone',
    form: digits,
    channels: ['sms', 'mms', 'rcs', 'whatsapp', 'phone', 'ivr'],
  },
  {
    field: 'contact.postal_address',
    value: `CASE WHEN c.address IS NOT NULL THEN concat_ws(' ', c.address, c.city) END`,
    form: words,
    channels: ['post'],
  },
  {
    field: 'person.language',
    value: 'c.language',
    form: (value) => `lower(substr(trim(${value}), 1, 2))`,
    channels: [],
  },
];

/** What agents put right besides; systems spell names too differently for one to be held against another's. */
export const correctable: readonly Detail[] = [
  ...details,
  {
    field: 'person.name',
    value: `coalesce(c.full_name, nullif(concat_ws(' ', c.given_name, c.family_name), ''))`,
    form: words,
    channels: [],
  },
];

/** The form of a value, by SQL of its field. */
export const formOf = (field: string, value: string, among = details): string =>
  `CASE ${field} ${among.map((one) => `WHEN '${one.field}' THEN ${one.form(value)}`).join(' ')} END`;

/** The field that a message on a channel goes by; NULL for channels without an address. */
export const fieldOfChannel = (channel: string): string => {
  const cases = details.filter(({ channels }) => channels.length > 0);
  return `CASE ${cases
    .map(
      ({ field, channels }) => `WHEN ${channel} IN (${channels.map(quoteText).join(', ')}) THEN '${field}'`,
    )
    .join(' ')} END`;
};
