import { describe, expect, it } from 'vitest';
import { compute as computeDelivery } from '../../../src/facts/delivery/index.js';
import { compute as computeQuality } from '../../../src/facts/quality/index.js';
import type { Row } from '../../../src/store/store.js';
import { computeOver, system } from '../compute.js';

const customer = (n: number, more: Row = {}): Row => ({
  system_id: 'core',
  subject_key: `C${n}`,
  key_type: 'customer_no',
  full_name: `Customer ${n}`,
  ...more,
});
const send = (message_key: string, more: Row = {}): Row => ({
  message_key,
  system_id: 'core',
  comm_type: 'service',
  lob: 'retail',
  channel: 'email',
  subject_key: 'C1',
  key_type: 'customer_no',
  sent_at: '2026-05-01T10:00:00.000Z',
  ...more,
});
const event = (message_key: string, more: Row = {}): Row => ({
  event_id: `${message_key}-1`,
  message_key,
  system_id: 'core',
  type: 'delivered',
  time: '2026-05-01T10:05:00.000Z',
  channel: 'email',
  ...more,
});
const many = (n: number, make: (i: number) => Row): Row[] => Array.from({ length: n }, (_, i) => make(i));

/** Doubts as of 1 June 2026, as `doubt file column what rows/rows_of values persons rows of the evidence`. */
async function doubtsOf(rows: Record<string, Row[]>): Promise<string[]> {
  const store = await computeOver({ systems: [system('core')], ...rows }, async (query, context) => {
    await computeDelivery(query);
    await computeQuality(query, context);
  });
  const found = await store.all<Row & { evidence: string }>('SELECT * FROM fact_quality');
  store.close();
  return found.map((row) => {
    const places = (JSON.parse(row.evidence) as { row: number }[]).map((place) => place.row);
    const counts = `${row.rows}/${row.rows_of} ${row.values ?? '-'} ${row.persons ?? '-'}`;
    return `${row.doubt} ${row.file} ${row.column} ${row.what ?? '-'} ${counts} at ${places.join(',')}`;
  });
}

interface Case {
  title: string;
  rows: Record<string, Row[]>;
  doubts: string[];
}

const cases: Case[] = [
  {
    title: 'sound rows leave no doubt',
    rows: {
      customers: [customer(1, { date_of_birth: '1970-01-02', email: 'c1@example.com' }), customer(2)],
      sends: [send('m1'), send('m2')],
      delivery_events: [event('m1'), event('m2')],
      error_reports: [{ error_id: 'e1', reported_at: '2026-05-02T00:00:00.000Z', error_class: 'late' }],
    },
    doubts: [],
  },
  {
    title: 'a time after the audit, but for the day that time zones may differ',
    rows: {
      sends: [
        send('m1', { sent_at: '2026-06-01T20:00:00.000Z' }),
        send('m2', { sent_at: '2062-05-01T10:00:00.000Z' }),
      ],
    },
    doubts: ['impossible_time sends.csv sent_at future 1/2 - - at 3'],
  },
  {
    title: 'a choice may begin next month, not in five years',
    rows: {
      preferences: ['2026-07-01', '2031-07-01'].map((day) => ({
        system_id: 'core',
        subject_key: 'C1',
        key_type: 'customer_no',
        kind: 'consent',
        lob: '*',
        comm_type: 'marketing',
        channel: 'email',
        value: 'opt_in',
        valid_from: `${day}T00:00:00.000Z`,
        valid_to: '2099-01-01T00:00:00.000Z',
      })),
    },
    doubts: ['impossible_time preferences.csv valid_from future 1/2 - - at 3'],
  },
  {
    title: 'days that stand for unknown, at midnight of any zone, and birthdays nobody reaches',
    rows: {
      customers: [
        customer(1, { date_of_birth: '1900-01-01', opened_at: '1969-12-31T23:00:00.000Z' }),
        customer(2, { date_of_birth: '1970-01-01' }),
        customer(3, { date_of_birth: '1850-05-05' }),
        customer(4, { date_of_birth: '1955-05-05' }),
      ],
    },
    doubts: [
      'impossible_time customers.csv date_of_birth 1900-01-01 1/4 - - at 2',
      'impossible_time customers.csv date_of_birth 1970-01-01 1/4 - - at 3',
      'impossible_time customers.csv date_of_birth over_120_years 1/4 - - at 4',
      'impossible_time customers.csv opened_at 1970-01-01 1/1 - - at 2',
    ],
  },
  {
    title: 'records of a system that is not among the systems',
    rows: { sends: [send('m1'), send('m2', { system_id: 'ghost' }), send('m3', { system_id: 'shade' })] },
    doubts: ['unknown_reference sends.csv system_id ghost, shade 2/3 2 - at 3,4'],
  },
  {
    title: 'an inventory that names what it does not list; without a list nothing is unknown',
    rows: {
      communication_steps: [
        { communication_id: 'c1', ordinal: 1, system_id: 'core', kind: 'process' },
        { communication_id: 'c2', ordinal: 1, system_id: 'nowhere', kind: 'process' },
      ],
      communications: [
        { communication_id: 'c1', name: 'C', comm_type: 'service', lob: 'retail', owner: 'nobody' },
      ],
    },
    doubts: [
      'unknown_reference communication_steps.csv communication_id c2 1/2 1 - at 3',
      'unknown_reference communication_steps.csv system_id nowhere 1/2 1 - at 3',
    ],
  },
  {
    title: 'a flow may lead to a third party that is no system',
    rows: { flows: [{ flow_id: 'f', from_system_id: 'core', to_system_id: 'printer', mechanism: 'file' }] },
    doubts: [],
  },
  {
    title: 'events about messages that were never sent',
    rows: {
      sends: [send('m1')],
      delivery_events: [event('m1'), event('m9'), event('m9', { event_id: 'x' })],
    },
    doubts: ['event_without_send delivery_events.csv message_key - 2/3 1 - at 3,4'],
  },
  {
    title: 'events without any sends tell of sends that were not given',
    rows: { delivery_events: [event('m1')] },
    doubts: [],
  },
  {
    title: 'ids that stand twice, though another event is missing its send in the same number',
    rows: {
      sends: [send('m1'), send('m1'), send('m2')],
      delivery_events: [event('m1'), event('m9')],
      error_reports: ['e1', 'e1', 'e2'].map((error_id) => ({
        error_id,
        reported_at: '2026-05-02T00:00:00.000Z',
        error_class: 'late',
      })),
    },
    doubts: [
      'event_without_send delivery_events.csv message_key - 1/2 1 - at 3',
      'duplicate_id sends.csv message_key - 2/3 1 - at 2,3',
      'duplicate_id error_reports.csv error_id - 2/3 1 - at 2,3',
    ],
  },
  {
    title: 'a customer has one row a product, and events may lack an id',
    rows: {
      customers: [
        customer(1, { product: 'card' }),
        customer(1, { product: 'loan' }),
        customer(2),
        customer(2),
      ],
      sends: [send('m1')],
      delivery_events: [event('m1', { event_id: null }), event('m1', { event_id: null })],
    },
    doubts: ['duplicate_id customers.csv system_id|key_type|subject_key|product - 2/4 1 - at 4,5'],
  },
  {
    title: 'errors nobody put into a class',
    rows: {
      error_reports: [
        { error_id: 'e1', reported_at: '2026-05-02T00:00:00.000Z', error_class: 'late' },
        { error_id: 'e2', reported_at: '2026-05-02T00:00:00.000Z', text: 'odd' },
      ],
    },
    doubts: ['unclassified_error error_reports.csv error_class - 1/2 - - at 3'],
  },
  {
    title: 'one value of many persons, however written; a household is few',
    rows: {
      customers: [
        ...many(10, (i) => customer(i, { email: i % 2 ? 'NONE@example.com' : 'none@example.com' })),
        ...many(4, (i) => customer(100 + i, { phone: '+44 7700 900000' })),
      ],
    },
    doubts: ['shared_value customers.csv email ***om 10/10 1 10 at 2,3,4,5,6,7,8,9,10,11'],
  },
];

describe('doubtful rows', () => {
  it.each(cases)('$title', async ({ rows, doubts }) => {
    expect(await doubtsOf(rows)).toEqual(doubts);
  });
});
