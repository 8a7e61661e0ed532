import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { at, conflictsOf, consent, customer, delivery, flows, send } from './world.js';

interface Case {
  title: string;
  tables: Record<string, Row[]>;
  conflicts: string[];
}

const email = 'preference.consent.email';
const open = flows(`core>mail ${email}`, `mail>core ${email}`);

const opposite: Case[] = [
  {
    title: 'two systems that agree are no conflict',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-01-01'), consent('mail', 'opt_out', '2026-01-02')],
    },
    conflicts: [],
  },
  {
    title: 'an explicit opposite in the same cell is one, and the later word wins',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-01-01'), consent('mail', 'opt_in', '2025-01-01')],
      ...open,
    },
    conflicts: ['hard core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'a later opt-in at the same depth is a change of mind, and the opt-out is the stale one',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-01-01'), consent('mail', 'opt_in', '2026-02-01')],
      ...open,
    },
    conflicts: ['hard mail>core/consent.email opt_in/opt_out lost 1/0'],
  },
  {
    title: 'of two undated words the opt-out wins',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { time_quality: 'export_only' }),
        consent('mail', 'opt_in', '2026-02-01', { time_quality: 'export_only' }),
      ],
      ...open,
    },
    conflicts: ['hard core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'choices for scopes that do not meet are no conflict',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { scope: 'loans/marketing/email' }),
        consent('mail', 'opt_in', '2025-01-01', { scope: 'cards/marketing/email' }),
      ],
    },
    conflicts: [],
  },
  {
    title: 'a choice for everything meets a choice for one line',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { scope: '*/*/*' }),
        consent('mail', 'opt_in', '2025-01-01', { scope: 'cards/marketing/email' }),
      ],
      ...open,
    },
    conflicts: ['scope core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title:
      'a narrower opt-in after a general opt-out is consent given again, and no conflict inside its line',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { scope: '*/*/*' }),
        consent('core', 'opt_in', '2026-02-01', { scope: 'cards/marketing/email' }),
        consent('mail', 'opt_in', '2026-02-02', { scope: 'cards/marketing/email' }),
      ],
    },
    conflicts: [],
  },
  {
    title: 'never asked is not said no: a default on the other side is its own class',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2025-01-01', { strength: 'default', actor_type: 'system' }),
      ],
      ...open,
    },
    conflicts: ['default core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'two defaults never conflict',
    tables: {
      preferences: ['opt_out', 'opt_in'].map((value, i) =>
        consent(i === 0 ? 'core' : 'mail', value, '2026-01-01', { strength: 'default' }),
      ),
    },
    conflicts: [],
  },
  {
    title: 'the same channel at another address is another choice',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { contact_point: 'a@example.com' }),
        consent('mail', 'opt_in', '2025-01-01', { contact_point: 'b@example.com' }),
      ],
    },
    conflicts: [],
  },
  {
    title: 'the system where it was said first stands for the winning word, not the copies',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-03'),
        consent('cards', 'opt_out', '2026-01-02'),
        consent('mail', 'opt_in', '2025-01-01'),
      ],
      ...flows(`cards>mail ${email}`),
    },
    conflicts: ['hard cards>mail/consent.email opt_out/opt_in lost 1/0'],
  },
];

const violations: Case[] = [
  {
    title: 'a send after the opt-out and its grace is a violation',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-03-01')],
      sends: [send('mail', '2026-03-10')],
      ...open,
    },
    conflicts: ['violation core>mail/consent.email opt_out/- lost could_have_known 1/1'],
  },
  {
    title: 'a send while an opt-out held that was ended since is a violation',
    tables: {
      preferences: [{ ...consent('core', 'opt_out', '2026-01-01'), valid_to: '2026-04-01 00:00:00' }],
      sends: [send('mail', '2026-03-01'), send('mail', '2026-05-01')],
      ...open,
    },
    conflicts: ['violation core>mail/consent.email opt_out/- lost could_have_known 1/1'],
  },
  {
    title: 'a send while an opt-in held that was ended since is none',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        { ...consent('cards', 'opt_in', '2026-02-01'), valid_to: '2026-04-01 00:00:00' },
      ],
      sends: [send('mail', '2026-03-01')],
      ...open,
    },
    conflicts: [],
  },
  {
    title: 'a send within the grace is none',
    tables: { preferences: [consent('core', 'opt_out', '2026-03-01')], sends: [send('mail', '2026-03-02')] },
    conflicts: [],
  },
  {
    title: 'a day without time is over at its end',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-03-01', {
          valid_from: '2026-03-01T00:00:00.000Z',
          time_quality: 'day',
        }),
      ],
      sends: [send('mail', '2026-03-03')],
    },
    conflicts: [],
  },
  {
    title: 'what contract or law demands goes out whatever was chosen',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-03-01', { scope: '*/*/*' })],
      sends: [send('mail', '2026-03-10', { communication_id: 'terms', comm_type: 'service' })],
    },
    conflicts: [],
  },
  {
    title: 'a send after consent given again is none',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-03-01'), consent('core', 'opt_in', '2026-03-05')],
      sends: [send('mail', '2026-03-10')],
    },
    conflicts: [],
  },
  {
    title: 'an opt-in that came after the send excuses nothing',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-03-01'), consent('core', 'opt_in', '2026-03-15')],
      sends: [send('mail', '2026-03-10')],
      ...flows(`mail>core ${email}`),
    },
    conflicts: ['violation core>mail/consent.email opt_out/- one_way could_not_know 1/1'],
  },
  {
    title: 'a sender that held the opt-out itself knew',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-03-01'), consent('mail', 'opt_out', '2026-03-02')],
      sends: [send('mail', '2026-03-10')],
    },
    conflicts: ['violation core>mail/consent.email opt_out/- - knew 1/1'],
  },
  {
    title: 'an imported opt-out is no word of the customer',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-03-01', { strength: 'imported' })],
      sends: [send('mail', '2026-03-10')],
    },
    conflicts: [],
  },
];

const carried: Case[] = [
  {
    title: 'paperless on the card, paper on the loan by default',
    tables: {
      preferences: [
        delivery('cards', 'cards', 'electronic', '2026-02-01'),
        delivery('loans', 'loans', 'paper', '2020-01-01', { strength: 'default', actor_type: 'system' }),
      ],
      sends: [
        send('loans', '2026-03-01', {
          channel: 'post',
          comm_type: 'statement',
          lob: 'loans',
          communication_id: 'terms',
        }),
      ],
    },
    conflicts: ['not_carried_over cards>loans/delivery electronic/paper - 1/1'],
  },
  {
    title: 'paper of ones own choosing in another line is meant so',
    tables: {
      preferences: [
        delivery('cards', 'cards', 'electronic', '2026-02-01'),
        delivery('loans', 'loans', 'paper', '2020-01-01'),
      ],
    },
    conflicts: [],
  },
  {
    title: 'what is left of an ended relationship keeps nothing any more',
    tables: {
      customers: [{ ...customer('loans'), closed_at: at('2025-12-01') }],
      preferences: [
        delivery('cards', 'cards', 'electronic', '2026-02-01'),
        delivery('loans', 'loans', 'paper', '2020-01-01', { strength: 'default' }),
      ],
    },
    conflicts: [],
  },
  {
    title: 'a line that holds nothing and sends post keeps the old way; one that sends nothing does not',
    tables: {
      customers: [customer('loans'), customer('core')],
      preferences: [delivery('cards', 'cards', 'electronic', '2026-02-01')],
      sends: [
        send('loans', '2026-03-01', {
          channel: 'post',
          comm_type: 'statement/monthly',
          lob: 'loans',
          communication_id: 'terms',
        }),
      ],
    },
    conflicts: ['not_carried_over cards>loans/delivery electronic/- - 1/1'],
  },
];

const imported = { strength: 'imported', actor_type: null };

const older: Case[] = [
  {
    title: 'a copy from before the change is stale',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2025-01-01', imported),
      ],
      ...open,
    },
    conflicts: ['stale core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'an explicit record that names another system as its origin is a copy, too',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2025-01-01', { origin_system: 'cards' }),
      ],
      ...open,
    },
    conflicts: ['stale core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'a word of the time when the winner still said the same is what it has changed since',
    tables: {
      preferences: [
        consent('core', 'opt_in', '2025-01-01'),
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2025-01-01'),
      ],
      ...open,
    },
    conflicts: ['stale core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'a copy that came in after the change is no older copy',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2026-02-01', imported),
      ],
      ...open,
    },
    conflicts: ['hard core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'a copy of the day of the change may be older or newer, and is an opposite',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2026-01-01', {
          ...imported,
          valid_from: '2026-01-01T00:00:00.000Z',
          time_quality: 'day',
        }),
      ],
      ...open,
    },
    conflicts: ['hard core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'without times nobody can tell which is older',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01'),
        consent('mail', 'opt_in', '2025-01-01', { ...imported, time_quality: 'export_only' }),
      ],
      ...open,
    },
    conflicts: ['hard core>mail/consent.email opt_out/opt_in lost 1/0'],
  },
  {
    title: 'a narrower copy under a wider refusal is stale, one given there in its own right is not',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { scope: '*/*/*' }),
        consent('mail', 'opt_in', '2025-01-01', imported),
        consent('cards', 'opt_in', '2025-01-01'),
      ],
      ...flows(`core>mail ${email}`, `core>cards ${email}`),
    },
    conflicts: [
      'scope core>cards/consent.email opt_out/opt_in lost 1/0',
      'stale core>mail/consent.email opt_out/opt_in lost 1/0',
    ],
  },
  {
    title: 'each cell is in one class: stale for one line, opposite for another',
    tables: {
      preferences: [
        consent('core', 'opt_out', '2026-01-01', { scope: '*/marketing/email' }),
        consent('mail', 'opt_in', '2025-01-01', { scope: 'cards/marketing/email', ...imported }),
        consent('mail', 'opt_in', '2026-02-01', { scope: 'loans/marketing/email', ...imported }),
      ],
      ...open,
    },
    conflicts: [
      'hard core>mail/consent.email opt_out/opt_in lost 1/0',
      'stale core>mail/consent.email opt_out/opt_in lost 1/0',
    ],
  },
  {
    title: 'a choice for a later day decides nothing yet',
    tables: {
      preferences: [consent('core', 'opt_out', '2026-09-01'), consent('mail', 'opt_in', '2025-01-01')],
      ...open,
    },
    conflicts: [],
  },
];

describe('older copies', () => {
  it.each(older)('$title', async ({ tables, conflicts }) => {
    expect(await conflictsOf(tables)).toEqual(conflicts);
  });
});

describe('opposite choices', () => {
  it.each(opposite)('$title', async ({ tables, conflicts }) =>
    expect(await conflictsOf(tables)).toEqual(conflicts),
  );
});
describe('sends after an opt-out', () => {
  it.each(violations)('$title', async ({ tables, conflicts }) => {
    const found = await conflictsOf({ ...open, ...tables });
    expect(found.filter((line) => line.startsWith('violation'))).toEqual(conflicts);
  });
});
describe('choices not carried over', () => {
  it.each(carried)('$title', async ({ tables, conflicts }) =>
    expect(await conflictsOf(tables)).toEqual(conflicts),
  );
});
