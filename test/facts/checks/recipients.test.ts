import { expect, test } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { customer, foundIn, send } from './world.js';

/** Two persons who have nothing to do with each other, and rows about them; every case has its own two. */
interface Case {
  readonly customers: readonly Row[];
  readonly sends: readonly Row[];
  readonly identity_keys?: readonly Row[];
}

const annaOf = (n: number, more: Row = {}): Row =>
  customer(`A${n}`, {
    full_name: 'Anna Berg',
    date_of_birth: '1970-02-03',
    email: `anna${n}@example.com`,
    phone: `+44 7700 900${100 + n}`,
    address: `${n} Elm Street`,
    city: 'Leeds',
    postcode: 'LS1 1AA',
    ...more,
  });
const omarOf = (n: number, more: Row = {}): Row =>
  customer(`B${n}`, {
    full_name: 'Omar Haddad',
    date_of_birth: '1980-05-06',
    email: `omar${n}@example.com`,
    phone: `+44 7700 900${200 + n}`,
    address: `${n} Oak Road, Flat 3`,
    city: 'York',
    postcode: 'YO1 7HH',
    ...more,
  });

const mail = (n: number, more: Row = {}): Row =>
  send(`m${n}`, `A${n}`, { contact_point: `omar${n}@example.com`, ...more });
const text = (n: number, more: Row = {}): Row =>
  send(`m${n}`, `A${n}`, { channel: 'sms', contact_point: `+447700900${200 + n}`, ...more });
const letter = (n: number, more: Row = {}): Row =>
  send(`m${n}`, `A${n}`, {
    channel: 'post',
    contact_point: `${n} Oak Road, Flat 3, York`,
    recipient_name: 'Anna Berg',
    ...more,
  });
const since = '2026-05-25T00:00:00Z';
const both = (n: number) => [annaOf(n), omarOf(n)];
const key = (subject_key: string, value_norm: string): Row => ({
  system_id: 'core',
  subject_key,
  key_type: 'account_no',
  value_norm,
});

type Named = readonly [what: string, build: (n: number) => Case];

const wrong: readonly Named[] = [
  [
    'the mailbox of a stranger, for the heir of the dead',
    (n) => ({
      customers: [annaOf(n, { deceased: true }), omarOf(n)],
      sends: [mail(n, { recipient_name: 'Rosa Lindqvist' })],
    }),
  ],
  [
    'a mailbox of somebody else',
    (n) => ({ customers: both(n), sends: [mail(n, { contact_point: `Omar${n}@Example.com` })] }),
  ],
  ['a number of somebody else', (n) => ({ customers: both(n), sends: [text(n)] })],
  [
    'a home of somebody else',
    (n) => ({
      customers: both(n),
      sends: [letter(n, { contact_point: `${n} Oak Road, Flat 3, YO1 7HH York` })],
    }),
  ],
  [
    'somebody who has changed something since',
    (n) => ({ customers: [annaOf(n), omarOf(n, { updated_at: since })], sends: [letter(n)] }),
  ],
  [
    'a namesake born on another day',
    (n) => ({ customers: [annaOf(n, { full_name: 'Omar Haddad' }), omarOf(n)], sends: [mail(n)] }),
  ],
  [
    'whoever got it in the wrong envelope',
    (n) => ({ customers: both(n), sends: [letter(n, { recipient_name: 'Omar Haddad' })] }),
  ],
];

const right: readonly Named[] = [
  [
    'the own mailbox in capitals',
    (n) => ({ customers: both(n), sends: [mail(n, { contact_point: `ANNA${n}@example.com` })] }),
  ],
  [
    'the own number as it is dialled at home',
    (n) => ({ customers: both(n), sends: [text(n, { contact_point: `07700 900${100 + n}` })] }),
  ],
  [
    'the own home, written otherwise',
    (n) => ({ customers: both(n), sends: [letter(n, { contact_point: `${n}, Elm Street; LS1 1AA LEEDS` })] }),
  ],
  [
    'an address that nobody has',
    (n) => ({ customers: both(n), sends: [mail(n, { contact_point: 'who@example.net' })] }),
  ],
  [
    'a joint holder of the account',
    (n) => ({
      customers: both(n),
      sends: [mail(n)],
      identity_keys: [key(`A${n}`, `acc${n}`), key(`B${n}`, `acc${n}`)],
    }),
  ],
  [
    'somebody in the same house',
    (n) => ({
      customers: [annaOf(n), omarOf(n, { address: `${n} Elm Street`, city: 'Leeds', postcode: null })],
      sends: [mail(n)],
    }),
  ],
  [
    'a family that shares the telephone',
    (n) => ({ customers: [annaOf(n), omarOf(n, { phone: `+44 7700 900${100 + n}` })], sends: [mail(n)] }),
  ],
  [
    'a mailbox that one of the own records has',
    (n) => ({ customers: [...both(n), annaOf(n, { email: `omar${n}@example.com` })], sends: [mail(n)] }),
  ],
  [
    'a parent',
    (n) => ({
      customers: [annaOf(n, { full_name: 'Nora Haddad', date_of_birth: '2015-01-01' }), omarOf(n)],
      sends: [mail(n)],
    }),
  ],
  [
    'the home of a child',
    (n) => ({
      customers: [annaOf(n, { full_name: 'Sami Haddad' }), omarOf(n, { date_of_birth: '2015-01-01' })],
      sends: [letter(n, { recipient_name: 'Sami Haddad' })],
    }),
  ],
  [
    'who settles the estate',
    (n) => ({ customers: [annaOf(n, { deceased: true }), omarOf(n)], sends: [mail(n)] }),
  ],
  [
    'what may be another record of the same person',
    (n) => ({
      customers: [annaOf(n, { full_name: 'Omar N. Haddad', date_of_birth: null }), omarOf(n)],
      sends: [mail(n)],
    }),
  ],
  [
    'an attorney, as the envelope says',
    (n) => ({ customers: both(n), sends: [mail(n, { recipient_name: 'Omar Haddad, attorney' })] }),
  ],
  [
    'somebody to whom all mail is addressed',
    (n) => ({
      customers: both(n),
      sends: [
        mail(n, { recipient_name: 'Omar Haddad' }),
        mail(n, { message_key: `n${n}`, recipient_name: 'Omar Haddad', sent_at: '2026-03-01T09:00:00Z' }),
      ],
    }),
  ],
  [
    'an address where none is on record',
    (n) => ({ customers: [annaOf(n, { email: null }), omarOf(n)], sends: [mail(n)] }),
  ],
  [
    'a home both have moved from or to since',
    (n) => ({
      customers: [annaOf(n, { updated_at: since }), omarOf(n, { updated_at: since })],
      sends: [letter(n)],
    }),
  ],
  [
    'a number that was given out again since',
    (n) => ({
      customers: [annaOf(n, { updated_at: since }), omarOf(n, { updated_at: since })],
      sends: [text(n)],
    }),
  ],
  [
    'somebody who was no customer yet',
    (n) => ({ customers: [annaOf(n), omarOf(n, { opened_at: since })], sends: [text(n)] }),
  ],
  [
    'a number that many have',
    (n) => ({
      customers: [
        annaOf(n),
        ...Array.from({ length: 7 }, (_, i) =>
          customer(`C${n}-${i}`, { full_name: `Resident ${i}`, phone: `+44 7700 900${200 + n}` }),
        ),
      ],
      sends: [text(n)],
    }),
  ],
];

/** All cases side by side in one ecosystem; facts are computed once. */
const cases = [...wrong, ...right].map(([, build], i) => build(i + 1));
const found = await foundIn(
  {
    customers: cases.flatMap(({ customers }) => customers),
    sends: cases.flatMap(({ sends }) => sends),
    identity_keys: cases.flatMap(({ identity_keys = [] }) => identity_keys),
  },
  ['wrong_recipient'],
);

test.each(wrong.map(([what], i) => [what, i + 1] as const))(
  'a message to %s went to the wrong person',
  (_, n) => {
    expect(found).toContain(`wrong_recipient m${n}`);
  },
);

test.each(right.map(([what], i) => [what, wrong.length + i + 1] as const))(
  'a message to %s is right',
  (_, n) => {
    expect(found.filter((line) => new RegExp(` [mn]${n}$`).test(line))).toEqual([]);
  },
);
