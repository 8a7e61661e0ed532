import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { conflictsOf, consent, customer, factsOf, flows, send } from './world.js';

const email = 'preference.consent.email';
const other = { subject_key: 'q' };
/** The mail tool keeps answers of both kinds, of somebody else. */
const keeps = [
  consent('mail', 'opt_in', '2025-01-01', other),
  consent('mail', 'opt_out', '2025-01-01', { subject_key: 'r' }),
];
const sends = [send('mail', '2025-02-01')];
const declared = flows(`core>mail ${email}`);
const refused = consent('core', 'opt_out', '2026-03-01');

const cases: { title: string; tables: Record<string, Row[]>; conflicts: string[] }[] = [
  {
    title: 'a refusal that the sender holds nothing of is missing there',
    tables: { preferences: [refused, ...keeps], sends },
    conflicts: ['missing core>mail/consent.email opt_out/- lost 1/0'],
  },
  {
    title: 'what went out since is counted with it',
    tables: { preferences: [refused, ...keeps], sends: [...sends, send('mail', '2026-04-01')] },
    conflicts: [
      'missing core>mail/consent.email opt_out/- lost 1/1',
      'violation core>mail/consent.email opt_out/- lost could_have_known 1/1',
    ],
  },
  {
    title: 'a default is something, and another conflict',
    tables: {
      preferences: [refused, ...keeps, consent('mail', 'opt_in', '2020-01-01', { strength: 'default' })],
      sends,
    },
    conflicts: ['default core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'the same answer is shared',
    tables: { preferences: [refused, ...keeps, consent('mail', 'opt_out', '2026-03-02')], sends },
    conflicts: [],
  },
  {
    title: 'what has ended was held all the same',
    tables: {
      preferences: [
        refused,
        ...keeps,
        consent('mail', 'opt_in', '2025-01-01', { valid_to: '2025-06-01T00:00:00.000Z' }),
      ],
      sends,
    },
    conflicts: [],
  },
  {
    title: 'a list of members needs to name nobody who said no',
    tables: { preferences: [refused, keeps[0]!], sends },
    conflicts: [],
  },
  {
    title: 'a list of refusals needs to name nobody who said yes',
    tables: { preferences: [consent('core', 'opt_in', '2026-03-01'), keeps[1]!], sends },
    conflicts: [],
  },
  {
    title: 'a wish that the sender holds nothing of is missing, too',
    tables: { preferences: [consent('core', 'opt_in', '2026-03-01'), ...keeps], sends },
    conflicts: ['missing core>mail/consent.email opt_in/- lost 1/0'],
  },
  {
    title: 'who gave the audit no answers at all may well hold this one',
    tables: { preferences: [refused], sends },
    conflicts: [],
  },
  {
    title: 'who does not know the person cannot write to them',
    tables: { preferences: [refused, ...keeps], sends: [send('mail', '2025-02-01', other)] },
    conflicts: [],
  },
  {
    title: 'who has left is not written to any more',
    tables: {
      preferences: [refused, ...keeps],
      sends: [send('mail', '2025-02-01', other)],
      customers: [{ ...customer('mail'), closed_at: '2025-12-01T00:00:00.000Z' }],
    },
    conflicts: [],
  },
  {
    title: 'a refusal on its way is none yet',
    tables: { preferences: [consent('core', 'opt_out', '2026-06-29'), ...keeps], sends },
    conflicts: ['missing core>mail/consent.email opt_out/- in_flight 1/0'],
  },
];

describe('choices of which a sender holds nothing', () => {
  it.each(cases)('$title', async ({ tables, conflicts }) => {
    const slow = flows(`core>mail ${email} P5D`);
    const isOnItsWay = conflicts[0]?.includes('in_flight') ?? false;
    expect(await conflictsOf({ ...tables, ...(isOnItsWay ? slow : declared) })).toEqual(conflicts);
  });

  it('of a sender that the inventory describes without any consent only messages prove anything', async () => {
    const systems = [{ system_id: 'fax', name: 'fax', silo_id: 's' }];
    const system_fields = [{ system_id: 'fax', field: 'contact.email', role: 'holds' }];
    const identity = { shared_keys: [{ key_type: 'customer_no', systems: ['core', 'fax'] }] };
    const tables = { systems, system_fields, preferences: [refused], ...declared };
    const before = [send('fax', '2026-02-01')];
    expect(await conflictsOf({ ...tables, sends: before }, { identity })).toEqual([]);
    expect(await conflictsOf({ ...tables, sends: [send('fax', '2026-04-01')] }, { identity })).toEqual([
      'missing core>fax/consent.email opt_out/- no_flow 1/1',
      'violation core>fax/consent.email opt_out/- no_flow could_not_know 1/1',
    ]);
  });
});

describe('one choice for everything', () => {
  const lobs = ['cards', 'loans', 'savings', 'travel'];
  const channels = ['email', 'sms', 'push'];
  const narrow = (system: string, day: string, value: string): Row[] =>
    lobs.flatMap((lob) =>
      channels.map((channel) => consent(system, value, day, { scope: `${lob}/marketing/${channel}` })),
    );
  const sent = lobs.flatMap((lob) => channels.map((channel) => send('mail', '2025-02-01', { lob, channel })));

  it('against twelve answers is one conflict of twelve cells', async () => {
    const everything = consent('core', 'opt_out', '2026-03-01', { scope: '*/*/*' });
    const stale = narrow('mail', '2025-01-01', 'opt_in').map((row) => ({ ...row, strength: 'imported' }));
    const store = await factsOf({ preferences: [everything, ...stale], sends: sent, ...declared });
    expect(
      await store.all(
        'SELECT class, field, persons, cells, cause FROM fact_preference_conflicts ORDER BY class',
      ),
    ).toEqual([{ class: 'stale', field: 'preference.consent', persons: 1, cells: 12, cause: 'lost' }]);
    store.close();
  });

  it('that a sender holds nothing of is one conflict of as many cells', async () => {
    const everything = consent('core', 'opt_out', '2026-03-01', { scope: '*/*/*' });
    const others = narrow('mail', '2025-01-01', 'opt_in').map((row) => ({ ...row, subject_key: 'q' }));
    const refusal = narrow('mail', '2025-01-01', 'opt_out').map((row) => ({ ...row, subject_key: 'r' }));
    const store = await factsOf({
      preferences: [everything, ...others, ...refusal],
      sends: sent,
      ...declared,
    });
    expect(
      await store.all('SELECT class, field, persons, cells FROM fact_preference_conflicts ORDER BY class'),
    ).toEqual([{ class: 'missing', field: 'preference.consent', persons: 1, cells: 12 }]);
    store.close();
  });

  it('against answers about one channel is a conflict of that channel', async () => {
    const everything = consent('core', 'opt_out', '2026-03-01', { scope: '*/*/*' });
    const one = consent('mail', 'opt_in', '2025-01-01', { strength: 'imported' });
    expect(await conflictsOf({ preferences: [everything, one], ...declared })).toEqual([
      'stale core>mail/consent.email opt_out/opt_in lost 1/0',
    ]);
  });
});
