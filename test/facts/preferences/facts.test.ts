import { describe, expect, it } from 'vitest';
import { readAsOf } from '../../../src/facts/as-of.js';
import { readCoverage } from '../../../src/facts/coverage.js';
import { type Affected, lookups } from '../../../src/facts/lookup/index.js';
import { configWith } from '../context.js';
import { consent, customer, factsOf, flows, send } from './world.js';

const email = 'preference.consent.email';
const as = (person: string) => ({ subject_key: person });

/** Two persons opted out in core; mail still says yes for both and wrote to one of them twice. */
const bank = {
  customers: [customer('core'), { ...customer('core'), ...as('q') }, { ...customer('cards'), ...as('r') }],
  preferences: [
    consent('core', 'opt_out', '2026-01-01'),
    consent('mail', 'opt_in', '2025-01-01'),
    consent('core', 'opt_out', '2026-01-01', as('q')),
    consent('mail', 'opt_in', '2025-01-01', as('q')),
    consent('mail', 'opt_in', '2025-01-01', { ...as('r'), strength: 'default' }),
  ],
  sends: [
    send('mail', '2026-02-01', { unit_cost: '0.0500' }),
    send('mail', '2026-03-01', { unit_cost: '0.0500' }),
    send('mail', '2025-06-01', as('q')),
  ],
  ...flows(`mail>core ${email}`),
};

describe('facts about choices', () => {
  it('count persons, messages and cost with their denominators, and show both records of each person', async () => {
    const store = await factsOf(bank);
    const rows =
      await store.all(`SELECT class, persons, persons_of, messages, messages_of, cost, first_day, last_at,
      days_max, evidence FROM fact_preference_conflicts ORDER BY class`);
    expect(rows).toEqual([
      {
        class: 'hard',
        persons: 2,
        persons_of: 2,
        messages: 0,
        messages_of: 3,
        cost: null,
        first_day: '2026-01-01',
        last_at: '2026-01-01T12:00:00.000Z',
        days_max: 179,
        evidence: JSON.stringify([2, 3, 4, 5].map((row) => ({ file: 'preferences.csv', row }))),
      },
      {
        class: 'violation',
        persons: 1,
        persons_of: 2,
        messages: 2,
        messages_of: 3,
        cost: '0.1000',
        first_day: '2026-01-01',
        last_at: '2026-03-01T12:00:00.000Z',
        days_max: 59,
        evidence: JSON.stringify([
          { file: 'preferences.csv', row: 2 },
          { file: 'sends.csv', row: 2 },
        ]),
      },
    ]);
    store.close();
  });

  it('sign each person with all conflicts, so that unions of findings are sums', async () => {
    const store = await factsOf(bank);
    expect(await store.all('SELECT * FROM fact_person_signatures ORDER BY signature')).toEqual([
      { signature: `hard core>mail/${email}`, persons: 1, messages: 0 },
      { signature: `hard core>mail/${email};violation core>mail/${email}`, persons: 1, messages: 2 },
    ]);
    store.close();
  });

  it('keep said yes, said no, set by default and never asked apart', async () => {
    const store = await factsOf(bank);
    const rows = await store.all(`SELECT system_id, persons, said_yes, said_no, by_default, never_asked
      FROM fact_preference_states ORDER BY system_id`);
    expect(rows).toEqual([
      { system_id: 'core', persons: 2, said_yes: 0, said_no: 2, by_default: 0, never_asked: 0 },
      { system_id: 'mail', persons: 3, said_yes: 2, said_no: 0, by_default: 1, never_asked: 0 },
    ]);
    store.close();
  });

  it('list everybody behind a finding with both records', async () => {
    const store = await factsOf(bank);
    const rows: Affected[] = [];
    for await (const chunk of lookups.conflicts!(store, `pair:core>mail/${email}`, { class: 'hard' }))
      rows.push(...chunk);
    expect(rows.map((row) => `${row.system_id} ${row.subject_key} ${row.file}:${row.row}`)).toEqual([
      'core p preferences.csv:2',
      'mail p preferences.csv:3',
      'core q preferences.csv:4',
      'mail q preferences.csv:5',
    ]);
    store.close();
  });

  it('say how much was seen', async () => {
    const store = await factsOf(bank);
    await store.run('CREATE TABLE work_sent AS SELECT 3 AS undone');
    expect(await readCoverage(store, '2026-06-30T00:00:00.000Z')).toMatchObject({
      systems_known: 4,
      systems_with_data: 3,
      systems_without_data: ['loans'],
      persons: 3,
      persons_in_two_or_more: 3,
      records: 6,
      records_unlinked: 0,
      messages_undone: 3,
      period_from: '2025-01-01T12:00:00.000Z',
      period_to: '2026-03-01T12:00:00.000Z',
    });
    store.close();
  });
});

describe('the clock of a run', () => {
  it('is the newest time in the records unless it is given', async () => {
    const store = await factsOf(bank);
    expect(await readAsOf(store, configWith())).toEqual({
      time: '2026-03-01T12:00:00.000Z',
      from: 'sources',
    });
    await store.run(`UPDATE std_preferences SET valid_from = TIMESTAMP '9999-12-31' WHERE subject_key = 'r'`);
    expect((await readAsOf(store, configWith())).time).toBe('2026-03-01T12:00:00.000Z');
    expect(await readAsOf(store, configWith({ as_of: '2026-05-01T02:00:00+02:00' }))).toEqual({
      time: '2026-05-01T00:00:00.000Z',
      from: 'option',
    });
    store.close();
  });
});
