import { describe, expect, test } from 'vitest';
import { optOutsOf } from '../../../src/app/contract/opt-outs.js';
import type { ContractInventory } from '../../../src/app/contract/read-inventory.js';
import { consentOf, recipientsOf } from '../../../src/app/contract/recipients.js';
import { masterOf, supplyOf } from '../../../src/app/contract/supplies.js';
import { buildEcosystemGraph } from '../../../src/graph/index.js';
import type { Flow } from '../../../src/graph/types.js';

const flow = (from: string, to: string, field: string, latency: number | null): Flow => ({
  flowId: `${from}-${to}`,
  from,
  to,
  mechanism: 'batch',
  latency,
  schedule: null,
  fields: [{ sourceField: field, targetField: field, transform: 'identity', valueMap: '', keyType: '' }],
  source: 1,
  row: 2,
});

const graph = buildEcosystemGraph(
  {
    systems: ['crm', 'core', 'composer', 'ledger', 'web'],
    flows: [
      flow('crm', 'core', 'person.name', 60),
      flow('core', 'composer', 'person.name', 600),
      flow('ledger', 'composer', 'value.balance', null),
      flow('core', 'crm', 'preference.consent.email', 60),
    ],
    systemFields: [
      { systemId: 'crm', field: 'preference', role: 'masters', agentCanEdit: false },
      { systemId: 'crm', field: 'preference.consent.email', role: 'masters', agentCanEdit: false },
    ],
    pointFields: [],
    mentionedFields: ['person.name', 'value.balance', 'preference.consent.email', 'preference.delivery'],
  },
  () => 0,
);

const inventory = {
  communications: [],
  supplies: [],
  approvals: [],
  steps: [{ communication_id: 'c', system_id: 'composer', kind: 'composition', channel: 'email' }],
  points: [],
  masters: [
    { field: 'person', system_id: 'crm', lob: null },
    { field: 'value.rate', system_id: 'rates', lob: 'cards' },
    { field: 'value.rate', system_id: 'ledger', lob: null },
  ],
  owners: [],
} as unknown as ContractInventory;

const supply = (given: object, measure?: object) =>
  supplyOf(
    { inventory, graph, measured: () => measure as never },
    {
      communication_id: 'c',
      name: 'x',
      type: 'text',
      nullable: null,
      max_length: null,
      system_id: null,
      ...given,
    } as never,
    { lob: 'retail' } as never,
  );

describe('who masters a field', () => {
  test.each([
    ['person.name', 'retail', 'crm'],
    ['value.rate', 'cards', 'rates'],
    ['value.rate', 'retail', 'ledger'],
    ['value.fee', 'retail', null],
  ])('%s for %s: %s', (field, lob, master) => {
    expect(masterOf(inventory, field, lob)).toBe(master);
  });
});

describe('a value that is handed over', () => {
  test('has a way from its master over its supplier to where the text is made, and the age of that', () => {
    const { path, age, master_id: master } = supply({ field: 'person.name', system_id: 'core' });
    expect({ path, age, master }).toEqual({ path: ['crm', 'core', 'composer'], age: 660, master: 'crm' });
  });

  test('has no age where a part of the way is not known, and only the supplier where nothing is', () => {
    expect(supply({ field: 'person.name', system_id: 'web' })).toMatchObject({ path: ['web'], age: null });
    expect(supply({ field: 'value.fee' })).toMatchObject({ path: [], age: null, master_id: null });
  });

  test('has the share without a value and lengths, unless too few records show them', () => {
    const measure = { records: 200, filled: 150, shortest: 2, longest: 31 };
    expect(supply({ field: 'person.name' }, measure)).toMatchObject({
      null_rate: 0.25,
      min_length: 2,
      max_length: 31,
    });
    expect(supply({ field: 'person.name', max_length: 40 }, measure)).toMatchObject({ max_length: 40 });
    expect(supply({ field: 'person.name' }, { ...measure, filled: 4 })).toMatchObject({
      null_rate: null,
      min_length: null,
      max_length: null,
    });
  });
});

const cell = (tag: string, persons: number) => ({ communication_id: 'c', channel: 'email', tag, persons });

test('recipients are counted by language however it is written; few persons are kept back', () => {
  const rows = [cell('en-GB', 9), cell('EN_gb', 3), cell('fa', 4), cell('', 7), cell('?', 5)];
  expect(recipientsOf(rows, 'c')).toEqual({
    recipients: [
      { channel: 'email', locale: '', persons: 7 },
      { channel: 'email', locale: '?', persons: 5 },
      { channel: 'email', locale: 'en-GB', persons: 12 },
    ],
    withheld: 1,
  });
  expect(recipientsOf(rows, 'd')).toEqual({ recipients: null, withheld: 0 });
});

test('consent of few persons is left out, that of nobody is told', () => {
  const row = (persons: number, of: number) => ({ purpose: 'marketing', channel: 'sms', persons, of });
  expect(consentOf([row(4, 90), row(0, 90), row(60, 90), row(0, 3)])).toEqual([row(0, 90), row(60, 90)]);
});

test('a place to say no is wired where what is said reaches who keeps it', () => {
  const point = (id: string, system: string, scopes: string) => ({
    collection_point_id: id,
    system_id: system,
    channel: 'web',
    offers_scopes: scopes,
  });
  const targets = optOutsOf(
    {
      ...inventory,
      points: [
        point('own', 'crm', '*/marketing/email'),
        point('fed', 'core', '*/*/email'),
        point('lost', 'web', '*/*/*'),
      ],
      supplies: [
        {
          communication_id: 'c',
          field: 'preference.consent.email',
          name: 'stop_url',
          type: 'url',
          system_id: 'web',
        },
      ],
    } as unknown as ContractInventory,
    graph,
  );
  expect(targets.map(({ target, stores_preferences: isKept }) => [target, isKept])).toEqual([
    ['own', true],
    ['fed', true],
    ['lost', false],
    ['stop_url', false],
  ]);
});
