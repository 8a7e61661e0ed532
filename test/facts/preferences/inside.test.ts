import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { conflictsOf, consent } from './world.js';

interface Case {
  title: string;
  rows: Row[];
  conflicts: string[];
}

const undated = { time_quality: 'export_only', valid_from: null, recorded_at: null };
const all = { scope: '*/*/*' };
const cards = { scope: 'cards/marketing/email' };

/** A second account of person p in the same system. */
const account = (row: Row): Row => ({ ...row, subject_key: 'p-2', key_type: 'account_no' });
const samePerson: Row[] = ['p', 'p-2'].map((subject_key) => ({
  system_id: 'core',
  subject_key,
  key_type: subject_key === 'p' ? 'customer_no' : 'account_no',
  email: 'p@example.com',
  date_of_birth: '1980-02-03',
}));

const cases: Case[] = [
  {
    title: 'a later word takes the place of an earlier one',
    rows: [consent('core', 'opt_in', '2025-01-01'), consent('core', 'opt_out', '2026-01-01')],
    conflicts: [],
  },
  {
    title: 'a later, narrower yes is consent given again',
    rows: [consent('core', 'opt_out', '2025-01-01', all), consent('core', 'opt_in', '2026-01-01', cards)],
    conflicts: [],
  },
  {
    title: 'a no that does not cover the yes is no parent of it',
    rows: [
      consent('core', 'opt_in', '2025-01-01', cards),
      consent('core', 'opt_out', '2026-01-01', { scope: 'loans/marketing/*' }),
    ],
    conflicts: [],
  },
  {
    title: 'yes and no for different addresses do not meet',
    rows: [
      consent('core', 'opt_in', '2026-01-01', { contact_point: 'a@example.com' }),
      consent('core', 'opt_out', '2026-01-01', { contact_point: 'b@example.com' }),
    ],
    conflicts: [],
  },
  {
    title: 'a default beside an answer contradicts nobody',
    rows: [
      consent('core', 'opt_in', '2026-01-01', { strength: 'default' }),
      consent('core', 'opt_out', '2026-01-01'),
    ],
    conflicts: [],
  },
  {
    title: 'yes and no at the same time contradict each other',
    rows: [consent('core', 'opt_in', '2026-01-01'), consent('core', 'opt_out', '2026-01-01')],
    conflicts: ['within core>core/consent.email opt_out/opt_in - 1/0'],
  },
  {
    title: 'of two undated rows nobody knows which stands',
    rows: [
      consent('core', 'opt_in', '2026-01-01', undated),
      consent('core', 'opt_out', '2026-01-01', undated),
    ],
    conflicts: ['within core>core/consent.email opt_out/opt_in - 1/0'],
  },
  {
    title: 'yes on one account and no on another of the same person, whenever said',
    rows: [consent('core', 'opt_in', '2025-01-01'), account(consent('core', 'opt_out', '2026-01-01'))],
    conflicts: ['within core>core/consent.email opt_out/opt_in - 1/0'],
  },
  {
    title: 'an old narrow yes is left standing under a new wide no',
    rows: [consent('core', 'opt_in', '2025-01-01', cards), consent('core', 'opt_out', '2026-01-01', all)],
    conflicts: ['scope core>core/consent.email opt_out/opt_in - 1/0'],
  },
  {
    title: 'a narrow yes that came in by a copy stands against a wide no, though it is later',
    rows: [
      consent('core', 'opt_out', '2025-01-01', all),
      consent('core', 'opt_in', '2026-01-01', { ...cards, strength: 'imported' }),
    ],
    conflicts: ['scope core>core/consent.email opt_out/opt_in - 1/0'],
  },
];

describe('yes and no inside one system', () => {
  it.each(cases)('$title', async ({ rows, conflicts }) => {
    expect(await conflictsOf({ preferences: rows, customers: samePerson })).toEqual(conflicts);
  });

  it('is found among more scopes than an integer has bits', async () => {
    const many = Array.from({ length: 70 }, (_, i) =>
      consent('core', i % 2 ? 'opt_in' : 'opt_out', '2026-01-01', { scope: `line${i}/marketing/email` }),
    );
    expect(await conflictsOf({ preferences: many })).toEqual([]);
    const twice = [...many, consent('core', 'opt_in', '2026-01-01', { scope: 'line64/marketing/email' })];
    expect(await conflictsOf({ preferences: twice })).toEqual([
      'within core>core/consent.email opt_out/opt_in - 1/0',
    ]);
  });
});
