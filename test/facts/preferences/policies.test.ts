import { describe, expect, it } from 'vitest';
import { decide, policyFor, type Said } from '../../../src/facts/preferences/policies.js';
import { ranksFor } from '../../../src/facts/preferences/ranks.js';
import { renderPolicy } from '../../../src/model/choice-settings.js';
import type { Row } from '../../../src/store/store.js';
import { conflictsOf, consent, customer, delivery, send } from './world.js';

const setting = [
  { policy: 'latest' as const },
  { comm_type: 'marketing', policy: 'restrictive' as const },
  { comm_type: 'marketing/offers', jurisdiction: 'US', policy: 'specific' as const },
];

describe('a setting of policies', () => {
  it.each([
    ['statement', [], 'latest'],
    ['marketing', [], 'restrictive'],
    ['marketing/news', ['US'], 'restrictive'],
    ['marketing/offers', ['US'], 'specific'],
    ['marketing/offers/cards', ['DE', 'US-CA'], 'specific'],
    ['marketing/offers', ['DE'], 'restrictive'],
    ['marketingplus', [], 'latest'],
  ] as const)('puts %s in %s under %s', (path, places, policy) => {
    expect(policyFor(setting, path, places)).toBe(policy);
  });

  it('is default where no entry says otherwise', () => {
    expect(policyFor([{ comm_type: 'survey', policy: 'latest' }], 'marketing')).toBe('default');
  });

  it('reads as one line', () => {
    expect(renderPolicy(setting)).toBe('latest, marketing: restrictive, marketing/offers US: specific');
  });
});

describe('why a no stands', () => {
  const said = (value: Said['value'], at_ms: number, more: Partial<Said> = {}): Said => ({
    value,
    at_ms,
    tier: 2,
    depth: 1,
    dated: true,
    timed: true,
    rank: 1,
    ...more,
  });
  it.each([
    ['it is the later word', 'default', {}, 'later'],
    ['nobody knows when it was said', 'default', { dated: false, timed: false }, 'refusal_first'],
    ['only when it was stored is known', 'default', { dated: false }, 'refusal_first'],
    ['to which latest listens', 'latest', { dated: false }, 'later'],
  ] as const)('%s', (_, policy, times, reason) => {
    expect(decide([said('yes', 1), said('no', 2, times)], policy, 0)).toMatchObject({ value: 'no', reason });
  });
});

describe('ranks of systems', () => {
  const row = (field: string, system_id: string, rank: number, lob: string | null = null) => ({
    field,
    system_id,
    rank,
    lob,
  });
  const rows = [
    row('preference', 'crm', 1),
    row('preference.consent', 'core', 1),
    row('preference.consent', 'crm', 2),
    row('preference.consent', 'cards', 1, 'cards'),
  ];
  it.each([
    ['preference.delivery', 'loans', { crm: 1 }],
    ['preference.consent.email', 'loans', { core: 1, crm: 2 }],
    ['preference.consent.email', 'cards', { cards: 1 }],
    ['person.name', 'loans', {}],
  ])('for %s of %s are those of the most specific rows', (field, lob, expected) => {
    expect(Object.fromEntries(ranksFor(rows, field, lob))).toEqual(expected);
  });
});

interface Case {
  title: string;
  policy: unknown;
  rows: Row[];
  conflicts: string[];
  more?: Record<string, Row[]>;
}

const yesLater = [consent('core', 'opt_out', '2026-01-01'), consent('mail', 'opt_in', '2026-02-01')];
const noWithin = [
  consent('core', 'opt_out', '2026-02-01', { scope: '*/*/*' }),
  consent('mail', 'opt_in', '2026-01-01', { scope: 'cards/marketing/email' }),
];
const sent = { sends: [send('mail', '2026-04-01')] };

const cases: Case[] = [
  {
    title: 'latest lets the later word stand',
    policy: 'latest',
    rows: yesLater,
    conflicts: ['hard mail>core/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'latest takes a word taken over for as good as any',
    policy: 'latest',
    rows: [
      consent('core', 'opt_out', '2026-01-01'),
      consent('mail', 'opt_in', '2026-02-01', { strength: 'imported' }),
    ],
    conflicts: ['hard mail>core/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'restrictive lets any no stand, however old, and messages against it violate',
    policy: 'restrictive',
    rows: yesLater,
    more: sent,
    conflicts: [
      'hard core>mail/consent.email opt_out/opt_in - 1/0',
      'violation core>mail/consent.email opt_out/opt_in - could_not_know 1/1',
    ],
  },
  {
    title: 'specific lets the narrower word stand against a later no for everything',
    policy: 'specific',
    rows: noWithin,
    more: sent,
    conflicts: ['hard mail>core/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'default does not',
    policy: 'default',
    rows: noWithin,
    more: sent,
    conflicts: [
      'scope core>mail/consent.email opt_out/opt_in - 1/0',
      'violation core>mail/consent.email opt_out/opt_in - could_not_know 1/1',
    ],
  },
  {
    title: 'authority believes the system that ranks best, whatever others heard later',
    policy: 'authority',
    rows: yesLater,
    more: {
      ...sent,
      authorities: [
        { field: 'preference.consent', system_id: 'core', rank: 1 },
        { field: 'preference.consent', system_id: 'mail', rank: 2 },
      ],
    },
    conflicts: [
      'hard core>mail/consent.email opt_out/opt_in - 1/0',
      'violation core>mail/consent.email opt_out/opt_in - could_not_know 1/1',
    ],
  },
  {
    title: 'authority without any rank goes by time',
    policy: 'authority',
    rows: yesLater,
    more: sent,
    conflicts: ['hard mail>core/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'a policy for a purpose holds for it alone',
    policy: [{ comm_type: 'survey', policy: 'restrictive' }],
    rows: yesLater,
    more: sent,
    conflicts: ['hard mail>core/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'and so it does where the purpose is the one',
    policy: [{ comm_type: 'marketing', policy: 'restrictive' }],
    rows: yesLater,
    more: sent,
    conflicts: [
      'hard core>mail/consent.email opt_out/opt_in - 1/0',
      'violation core>mail/consent.email opt_out/opt_in - could_not_know 1/1',
    ],
  },
  {
    title: 'a policy for a jurisdiction holds where a record about the choice is from there',
    policy: [{ policy: 'latest' }, { jurisdiction: 'CA', policy: 'restrictive' }],
    rows: yesLater.map((row) => ({ ...row, jurisdiction: 'CA-QC' })),
    more: sent,
    conflicts: [
      'hard core>mail/consent.email opt_out/opt_in - 1/0',
      'violation core>mail/consent.email opt_out/opt_in - could_not_know 1/1',
    ],
  },
  {
    title: 'and not for records from elsewhere',
    policy: [{ policy: 'latest' }, { jurisdiction: 'CA', policy: 'restrictive' }],
    rows: yesLater.map((row) => ({ ...row, jurisdiction: 'US-CA' })),
    more: sent,
    conflicts: ['hard mail>core/consent.email opt_in/opt_out - 1/0'],
  },
];

const doubted = [
  consent('core', 'opt_in', '2026-01-01'),
  consent('mail', 'opt_out', '2026-02-01', { strength: 'default' }),
  consent('cards', 'pending', '2026-03-01', { scope: '*/marketing/*' }),
];
cases.push(
  {
    title: 'default asks nothing of what is pending',
    policy: 'default',
    rows: doubted,
    conflicts: ['default core>mail/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'restrictive lets no yes win while an answer is pending',
    policy: 'restrictive',
    rows: doubted,
    conflicts: [],
  },
  {
    title: 'restrictive lets it win where the purpose is another',
    policy: [{ comm_type: 'marketing', policy: 'restrictive' }],
    rows: doubted.map((row) => (row.value === 'pending' ? { ...row, comm_type: 'survey' } : row)),
    conflicts: ['default core>mail/consent.email opt_in/opt_out - 1/0'],
  },
  {
    title: 'restrictive and others side by side do the same',
    policy: [{ comm_type: 'marketing', policy: 'restrictive' }],
    rows: doubted,
    conflicts: [],
  },
);

const chosen: Row[] = [
  delivery('core', 'core', 'electronic', '2026-02-01', { strength: 'explicit' }),
  delivery('cards', 'cards', 'paper', '2026-01-01'),
  delivery('loans', 'loans', 'paper', '2025-01-01', { strength: 'default' }),
];
const apart = 'not_carried_over core>loans/delivery electronic/paper no_flow 1/0';
const ranked = (system_id: string): Row[] => [{ field: 'preference.delivery', system_id, rank: 1 }];
const paperless: Case[] = [
  {
    title: 'latest the last choice of paper or electronic counts',
    policy: 'latest',
    rows: chosen,
    conflicts: [apart],
  },
  {
    title: 'restrictive paper counts, if anybody was told so',
    policy: 'restrictive',
    rows: chosen,
    conflicts: [],
  },
  {
    title: 'specific the choice for less counts',
    policy: 'specific',
    rows: chosen.map((row) => (row.system_id === 'cards' ? { ...row, comm_type: 'statement/monthly' } : row)),
    conflicts: [],
  },
  {
    title: 'authority the choice counts of the system that ranks best',
    policy: 'authority',
    rows: chosen,
    more: { authorities: ranked('cards') },
    conflicts: [],
  },
  {
    title: 'authority a later choice does not count against it',
    policy: [{ comm_type: 'statement', policy: 'authority' }],
    rows: chosen.map((row) =>
      row.system_id === 'cards' ? { ...row, ...{ valid_from: '2026-03-01T12:00:00.000Z' } } : row,
    ),
    more: { authorities: ranked('core') },
    conflicts: [apart],
  },
];

describe('under the policy', () => {
  it.each(paperless)('$title', async ({ policy, rows, more, conflicts }) => {
    const customers = ['core', 'cards', 'loans'].map(customer);
    expect(
      await conflictsOf(
        {
          preferences: rows,
          customers,
          flows: [{ flow_id: 'f', from_system_id: 'core', to_system_id: 'mail', mechanism: 'api' }],
          ...more,
        },
        { policy },
      ),
    ).toEqual(conflicts);
  });

  it.each(cases)('$title', async ({ policy, rows, more, conflicts }) => {
    expect(await conflictsOf({ preferences: rows, ...more }, { policy })).toEqual(conflicts);
  });
});
