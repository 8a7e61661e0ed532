import { expect, test } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { customer, foundIn, send } from './world.js';

const persons = Array.from({ length: 30 }, (_, i) => `P${i}`);
const months = ['01', '02', '03', '04', '05'];
const month = (key: string, at: string, communication_id: string): Row =>
  send(`${communication_id}-${key}-${at}`, key, { communication_id, sent_at: `2026-${at}-10T09:00:00Z` });

const history = (value: string, valid_from: string): Row => ({
  system_id: 'core',
  subject_key: 'P0',
  field: 'contact.email',
  value,
  valid_from,
});

const found = await foundIn(
  {
    communications: ['charges', 'offers'].map((communication_id) => ({
      communication_id,
      name: communication_id,
      comm_type: 'statement/charges',
      lob: 'retail',
      frequency: 'monthly',
      regulatory: communication_id === 'charges',
    })),
    customers: persons.map((key) =>
      customer(key, { full_name: `Person ${key}`, email: `${key}-old@example.com` }),
    ),
    master_values: [
      history('p0-old@example.com', '2025-01-01T00:00:00Z'),
      history('p0-new@example.com', '2026-03-01T00:00:00Z'),
    ],
    sends: [
      ...persons.flatMap((key) =>
        months.flatMap((at) => [
          ...(key === 'P3' && at === '03' ? [] : [month(key, at, 'charges')]),
          ...(key === 'P4' && at === '03' ? [] : [month(key, at, 'offers')]),
        ]),
      ),
      ...['before', 'soon', 'long'].map((when, i) =>
        send(`${when}-after`, 'P0', {
          contact_point: 'P0-OLD@example.com',
          sent_at: ['2026-02-20T09:00:00Z', '2026-03-05T09:00:00Z', '2026-04-20T09:00:00Z'][i]!,
        }),
      ),
    ],
  },
  ['missing_mandatory', 'stale_address'],
);

test('whom a regular mandatory run left out is missing a message, and nobody is due an offer', () => {
  expect(found.filter((line) => line.startsWith('missing_mandatory'))).toEqual(['missing_mandatory -']);
});

test('an address is stale once a change has had the agreed time to arrive', () => {
  expect(found.filter((line) => line.startsWith('stale_address'))).toEqual(['stale_address long-after']);
});
