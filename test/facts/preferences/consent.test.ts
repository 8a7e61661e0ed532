import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { conflictsOf, consent, customer, factsOf, send } from './world.js';

const until = (day: string): Row => ({ valid_to: `${day}T12:00:00.000Z` });
const day = '2026-04-01';
const line = 'expired mail>mail/consent.email opt_in/- - 1/1';

interface Case {
  title: string;
  rows: Row[];
  settings?: Record<string, unknown>;
  conflicts: string[];
}

const cases: Case[] = [
  {
    title: 'a consent that still stood when the message went out carries it',
    rows: [consent('mail', 'opt_in', '2024-01-01', until('2026-04-02'))],
    conflicts: [],
  },
  {
    title: 'one that had ended does not',
    rows: [consent('mail', 'opt_in', '2024-01-01', until('2026-03-01'))],
    conflicts: [line],
  },
  {
    title: 'given again in another system, it carries the message',
    rows: [
      consent('mail', 'opt_in', '2024-01-01', until('2026-03-01')),
      consent('core', 'opt_in', '2026-02-01'),
    ],
    conflicts: [],
  },
  {
    title: 'given again after the message, it does not',
    rows: [
      consent('mail', 'opt_in', '2024-01-01', until('2026-03-01')),
      consent('core', 'opt_in', '2026-05-01'),
    ],
    conflicts: ['expired mail>mail/consent.email opt_in/- - 1/1'],
  },
  {
    title: 'a no that forbade the message makes it a matter of its own',
    rows: [
      consent('mail', 'opt_in', '2024-01-01', until('2026-03-01')),
      consent('mail', 'opt_out', '2025-01-01', { recorded_at: null }),
    ],
    conflicts: ['violation mail>mail/consent.email opt_out/- - knew 1/1'],
  },
  {
    title: 'a default carries nothing and ends nothing',
    rows: [consent('mail', 'opt_in', '2024-01-01', { strength: 'default', ...until('2026-03-01') })],
    conflicts: [],
  },
  {
    title: 'without a setting no consent is too old',
    rows: [consent('mail', 'opt_in', '2015-01-01')],
    conflicts: [],
  },
  {
    title: 'older than the setting for the channel, it is',
    rows: [consent('mail', 'opt_in', '2024-01-01')],
    settings: {
      consent_validity: [
        { channel: '*', time: 'P10Y' },
        { channel: 'email', time: 'P2Y' },
      ],
    },
    conflicts: [line],
  },
  {
    title: 'an age that nobody knows ends nothing',
    rows: [consent('mail', 'opt_in', '2024-01-01', { time_quality: 'export_only' })],
    settings: { consent_validity: [{ channel: '*', time: 'P2Y' }] },
    conflicts: [],
  },
];

describe('a consent that has ended', () => {
  it.each(cases)('$title', async ({ rows, settings, conflicts }) => {
    expect(await conflictsOf({ preferences: rows, sends: [send('mail', day)] }, settings)).toEqual(conflicts);
  });
});

/** Communications that rest on consent, and who sends them how. */
const onConsent: Record<string, Row[]> = {
  communications: [
    { communication_id: 'news', name: 'News', comm_type: 'marketing', lob: 'cards', legal_basis: 'consent' },
  ],
};
const news = (system: string, more: Row = {}): Row =>
  send(system, day, { communication_id: 'news', ...more });

async function uncaptured(tables: Record<string, Row[]>): Promise<string[]> {
  const store = await factsOf({ ...onConsent, ...tables });
  const rows = await store.all<{ line: string }>(`
    SELECT concat_ws(' ', system_id || '/' || channel, CASE WHEN keeps THEN 'keeps' ELSE 'none' END,
           persons || '/' || persons_of, linked, messages || '/' || messages_of) AS line
    FROM fact_never_captured ORDER BY line`);
  store.close();
  return rows.map((row) => row.line);
}

const other = { subject_key: 'q' };

describe('nobody ever asked', () => {
  it.each<[string, Record<string, Row[]>, string[]]>([
    [
      'a yes, a no, a default and an ended consent are all something',
      {
        preferences: [
          consent('core', 'opt_in', '2024-01-01', { subject_key: 'a' }),
          consent('core', 'opt_out', '2026-05-01', { subject_key: 'b', scope: '*/*/*' }),
          consent('mail', 'opt_in', '2024-01-01', { subject_key: 'c', strength: 'default' }),
          consent('mail', 'opt_in', '2024-01-01', { subject_key: 'd', ...until('2026-03-01') }),
        ],
        sends: ['a', 'b', 'c', 'd'].map((subject_key) =>
          news('mail', { subject_key, message_key: subject_key }),
        ),
      },
      [],
    ],
    [
      'a choice about another channel says nothing of this one',
      {
        preferences: [consent('core', 'opt_in', '2024-01-01', { scope: '*/marketing/sms' })],
        sends: [news('mail')],
      },
      ['mail/email none 1/1 1 1/1'],
    ],
    [
      'a list of refusals does not say who of the others was asked',
      {
        preferences: [consent('mail', 'opt_out', '2024-01-01', other)],
        sends: [news('mail')],
      },
      [],
    ],
    [
      'one of two, in a system that keeps the other',
      {
        preferences: [consent('mail', 'opt_in', '2024-01-01')],
        sends: [
          news('mail'),
          news('mail', { ...other, message_key: 'm2' }),
          news('mail', { ...other, message_key: 'm3' }),
        ],
      },
      ['mail/email keeps 1/2 0 2/3'],
    ],
    [
      'what rests on something else needs no answer',
      {
        preferences: [consent('core', 'opt_in', '2024-01-01', other)],
        sends: [
          news('mail', { communication_id: 'offer' }),
          news('mail', { communication_id: 'terms', message_key: 'm2' }),
        ],
      },
      [],
    ],
    [
      'a system that is to write on consent, has customers and keeps nothing',
      {
        preferences: [consent('core', 'opt_in', '2024-01-01')],
        customers: [customer('mail'), { ...customer('mail'), ...other }],
        communication_steps: [
          { communication_id: 'news', ordinal: 1, system_id: 'mail', kind: 'process' },
          { communication_id: 'news', ordinal: 2, system_id: 'core', kind: 'delivery', channel: 'email' },
        ],
      },
      ['mail/email none 1/2 0 0/0'],
    ],
  ])('%s', async (_, tables, expected) => {
    expect(await uncaptured(tables)).toEqual(expected);
  });
});
