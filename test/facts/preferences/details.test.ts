import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { at, conflictsOf, customer, delivery, flows, send } from './world.js';

const old = 'sam@example.com';
const current = 'sam@example.org';
const knows = (system: string, day: string | null, more: Row): Row => ({
  ...customer(system),
  updated_at: day === null ? null : at(day),
  ...more,
});
const was = (system: string, field: string, value: string, day: string): Row => ({
  system_id: system,
  subject_key: 'p',
  field,
  value,
  valid_from: at(day),
});
const history = [
  was('core', 'contact.email', old, '2020-01-01'),
  was('core', 'contact.email', current, '2026-02-01'),
];
const declared = flows('mail>core contact.email');
const wrote = (system: string, day: string, contact_point: string): Row =>
  send(system, day, { contact_point, communication_id: 'terms', comm_type: 'service' });

const cases: { title: string; tables: Record<string, Row[]>; conflicts: string[] }[] = [
  {
    title: 'who still has what another has changed is behind, with what went there since',
    tables: {
      customers: [knows('core', null, { email: current }), knows('mail', null, { email: old })],
      master_values: history,
      sends: [
        wrote('mail', '2026-01-01', old),
        wrote('mail', '2026-03-01', old),
        wrote('mail', '2026-04-01', 'SAM@example.com'),
      ],
    },
    conflicts: ['not_carried_over core>mail/contact.email new/old one_way 1/2'],
  },
  {
    title: 'two addresses of which none was ever changed are two addresses',
    tables: {
      customers: [
        knows('core', '2026-02-01', { email: current }),
        knows('mail', '2021-01-01', { email: old }),
      ],
    },
    conflicts: [],
  },
  {
    title: 'who has the new one is not behind, however it is written',
    tables: {
      customers: [
        knows('core', null, { email: current }),
        knows('mail', null, { email: ' SAM@Example.org' }),
      ],
      master_values: history,
    },
    conflicts: [],
  },
  {
    title: 'an old value that was entered anew after the change is an address of its own',
    tables: {
      customers: [knows('core', null, { email: current }), knows('mail', null, { email: old })],
      master_values: [
        ...history,
        was('mail', 'contact.email', 'none@example.com', '2020-01-01'),
        was('mail', 'contact.email', old, '2026-04-01'),
      ],
    },
    conflicts: [],
  },
  {
    title: 'an ended relationship needs no new address',
    tables: {
      customers: [
        knows('core', null, { email: current }),
        knows('mail', null, { email: old, closed_at: at('2025-01-01') }),
      ],
      master_values: history,
    },
    conflicts: [],
  },
  {
    title: 'the difference of two exports is history, too',
    tables: {
      customers: [
        knows('core', '2026-02-01', { phone: '+44 7700 900123' }),
        knows('mail', null, { phone: '07700 900001' }),
      ],
      changes: [
        {
          ...customer('core'),
          table_name: 'customers',
          change: 'changed',
          kind: 'contact.phone',
          before: '+44 7700 900001',
          after: '+44 7700 900123',
          changed_after: at('2026-01-01'),
          changed_before: at('2026-02-01'),
        },
      ],
    },
    conflicts: ['not_carried_over core>mail/contact.phone new/old one_way 1/0'],
  },
  {
    title: 'so are the addresses that a system itself has written to',
    tables: {
      customers: [
        knows('core', '2026-02-01', { email: current }),
        knows('mail', '2021-01-01', { email: old }),
      ],
      sends: [wrote('core', '2025-06-01', old), wrote('core', '2026-03-01', current)],
    },
    conflicts: ['not_carried_over core>mail/contact.email new/old one_way 1/0'],
  },
  {
    title: 'words of an address in another order are the same address',
    tables: {
      customers: [
        knows('core', null, { address: '4 Mill Lane', city: 'Ashford' }),
        knows('mail', null, { address: 'Old Road 1,', city: 'Ashford' }),
      ],
      master_values: [
        was('core', 'contact.postal_address', '1 Old Road, Ashford', '2020-01-01'),
        was('core', 'contact.postal_address', 'Mill Lane 4, Ashford', '2026-02-01'),
      ],
    },
    conflicts: ['not_carried_over core>mail/contact.postal_address new/old one_way 1/0'],
  },
  {
    title: 'a language that was changed elsewhere is old',
    tables: {
      customers: [knows('core', null, { language: 'fa' }), knows('mail', null, { language: 'en-GB' })],
      master_values: [
        was('core', 'person.language', 'en', '2020-01-01'),
        was('core', 'person.language', 'fa-IR', '2026-02-01'),
      ],
    },
    conflicts: ['not_carried_over core>mail/person.language new/old one_way 1/0'],
  },
  {
    title: 'what two have and a third, changed after both, has not may be old',
    tables: {
      customers: [
        knows('core', '2026-02-01', { email: current }),
        knows('mail', '2021-01-01', { email: old }),
        knows('loans', '2022-01-01', { email: old }),
      ],
    },
    conflicts: [
      'not_carried_over core>loans/contact.email new/old no_flow 1/0',
      'not_carried_over core>mail/contact.email new/old one_way 1/0',
    ],
  },
];

describe('contact data that one system has changed', () => {
  it.each(cases)('$title', async ({ tables, conflicts }) => {
    expect(await conflictsOf({ ...tables, ...declared })).toEqual(conflicts);
  });
});

describe('two explicit choices of paper and electronic', () => {
  const said = [
    delivery('cards', 'cards', 'electronic', '2026-02-01'),
    delivery('loans', 'loans', 'paper', '2025-02-01'),
  ];
  const letters = [
    send('loans', '2026-03-01', {
      channel: 'post',
      comm_type: 'statement',
      lob: 'loans',
      communication_id: 'terms',
    }),
  ];
  const one = { delivery: 'one_per_person' };
  const ways = flows('cards>loans preference.delivery');

  it('can both be meant, relationship by relationship', async () => {
    expect(await conflictsOf({ preferences: said, sends: letters, ...ways })).toEqual([]);
  });

  it('are at odds where one choice holds for the person', async () => {
    expect(await conflictsOf({ preferences: said, sends: letters, ...ways }, one)).toEqual([
      'delivery cards>loans/delivery electronic/paper lost 1/1',
    ]);
  });

  it('are at odds within one system, too', async () => {
    const both = [said[0]!, delivery('cards', 'loans', 'paper', '2025-02-01')];
    expect(await conflictsOf({ preferences: both, ...ways }, one)).toEqual([
      'delivery cards>cards/delivery electronic/paper - 1/0',
    ]);
  });

  it('of which the later took the place of the earlier are one', async () => {
    const changed = [said[0]!, delivery('cards', 'cards', 'paper', '2025-02-01')];
    expect(await conflictsOf({ preferences: changed, ...ways }, one)).toEqual([]);
  });
});
