import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { conflictsOf, consent, delivery, flows } from './world.js';

const email = 'preference.consent.email';
const mode = 'preference.delivery';
const changes = (system: string) => ({
  system_id: system,
  field: email,
  role: 'holds',
  agent_can_edit: true,
});
const keys = [{ system_id: 'mail', field: 'key.email', role: 'holds' }];

/** Opt-out in core on a day, while mail still holds an older opt-in. */
const unheard = (day: string, more: Row = {}): Row[] => [
  consent('core', 'opt_out', day),
  consent('mail', 'opt_in', '2025-01-01', more),
];

const point = (offers: string | null): Record<string, Row[]> => ({
  collection_points: [{ collection_point_id: 'app', name: 'App', system_id: 'cards', offers_scopes: offers }],
  collection_point_fields: [{ collection_point_id: 'app', field: mode }],
});
const paperless = [
  delivery('cards', 'cards', 'electronic', '2026-02-01'),
  delivery('loans', 'loans', 'paper', '2020-01-01', { strength: 'default', actor_type: 'system' }),
];

const tree: { title: string; tables: Record<string, Row[]>; cause: string }[] = [
  {
    title: 'offered for one line only, and nothing carries it further: scope_too_narrow',
    tables: { preferences: paperless, ...point('cards/statement/*'), ...flows('core>mail x') },
    cause: 'scope_too_narrow',
  },
  {
    title: 'offered for all lines, so the way is what is missing: no_flow',
    tables: { preferences: paperless, ...point('*/statement/*'), ...flows('core>mail x') },
    cause: 'no_flow',
  },
  {
    title: 'a point that does not say what it offers proves no narrowness: no_flow',
    tables: { preferences: paperless, ...point(null), ...flows('core>mail x') },
    cause: 'no_flow',
  },
  {
    title: 'offered for one line, but a way exists that should have carried it: lost',
    tables: { preferences: paperless, ...point('cards/statement/*'), ...flows(`cards>loans ${mode}`) },
    cause: 'lost',
  },
  {
    title: 'a later write by a batch where the field can be changed: conflicting_master',
    tables: {
      preferences: unheard('2026-03-01', {
        valid_from: '2026-04-01T00:00:00.000Z',
        strength: 'imported',
        actor_type: 'batch',
      }),
      system_fields: [changes('mail')],
      ...flows(`core>mail ${email}`),
    },
    cause: 'conflicting_master',
  },
  {
    title: 'the same write where the field cannot be changed is no second master',
    tables: {
      preferences: unheard('2026-03-01', {
        valid_from: '2026-04-01T00:00:00.000Z',
        strength: 'imported',
        actor_type: 'batch',
      }),
      ...flows(`core>mail ${email}`),
    },
    cause: 'lost',
  },
  {
    title: 'only the way back exists: one_way',
    tables: { preferences: unheard('2026-03-01'), ...flows(`mail>core ${email}`) },
    cause: 'one_way',
  },
  {
    title: 'no way at all: no_flow',
    tables: { preferences: unheard('2026-03-01'), ...flows('cards>loans x') },
    cause: 'no_flow',
  },
  {
    title: 'a way that carries other fields: field_not_mapped',
    tables: { preferences: unheard('2026-03-01'), ...flows('core>mail contact.email') },
    cause: 'field_not_mapped',
  },
  {
    title: 'a way mapped for the parent field carries its children: lost',
    tables: { preferences: unheard('2026-03-01'), ...flows('core>mail preference.consent') },
    cause: 'lost',
  },
  {
    title: 'a transform that turns the value into what is held: mapping_wrong',
    tables: { preferences: unheard('2026-03-01'), ...flows(`core>mail ${email} PT1H invert`) },
    cause: 'mapping_wrong',
  },
  {
    title: 'two inversions on the way cancel out: lost',
    tables: {
      preferences: unheard('2026-03-01'),
      ...flows(`core>cards ${email} PT1H invert`, `cards>mail ${email} PT1H invert`),
    },
    cause: 'lost',
  },
  {
    title: 'the receiver knows its customers by other keys: identity_gap',
    tables: {
      preferences: unheard('2026-03-01'),
      system_fields: keys,
      ...flows(`core>mail ${email} PT1H identity customer_no`),
    },
    cause: 'identity_gap',
  },
  {
    title: 'the receiver has the key: lost',
    tables: {
      preferences: unheard('2026-03-01'),
      system_fields: keys,
      ...flows(`core>mail ${email} PT1H identity email`),
    },
    cause: 'lost',
  },
  {
    title: 'on the way, within the agreed time: in_flight',
    tables: { preferences: unheard('2026-06-28'), ...flows(`core>mail ${email} P9D`) },
    cause: 'in_flight',
  },
  {
    title: 'on the way, slower than agreed: too_slow',
    tables: { preferences: unheard('2026-06-28'), ...flows(`core>mail ${email} P20D`) },
    cause: 'too_slow',
  },
  {
    title: 'of two ways the quicker counts: lost',
    tables: {
      preferences: unheard('2026-06-18'),
      ...flows(`core>mail ${email} P20D`, `core>cards ${email} P1D`, `cards>mail ${email} P1D`),
    },
    cause: 'lost',
  },
  {
    title: 'without any flow in the inventory nothing is said',
    tables: { preferences: unheard('2026-03-01') },
    cause: '-',
  },
];

describe('causes', () => {
  it.each(tree)('$title', async ({ tables, cause }) => {
    const lines = await conflictsOf(tables);
    expect(lines.map((line) => line.split(' ')[3])).toEqual([cause]);
  });
});
