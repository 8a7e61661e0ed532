import { expect, test } from 'vitest';
import { agreedSeconds, readInventory } from '../../src/facts/inventory.js';
import { configSchema } from '../../src/model/config.js';
import { carries, flow, role, system } from './compute.js';
import { storeWith } from './store.js';

test('the inventory holds active flows with their fields, and every path mentioned', async () => {
  const store = await storeWith({
    systems: [system('crm'), system('core')],
    flows: [
      { ...flow('f1', 'crm', 'core', 'PT2H'), schedule: '0 2 * * *' },
      { ...flow('f2', 'core', 'crm', null), status: 'active' },
      { ...flow('f3', 'core', 'crm'), status: 'retired' },
    ],
    flow_fields: [carries('f1', 'contact.email', { transform: 'map', value_map: 'Y=1', key_type: 'email' })],
    system_fields: [role('crm', 'contact', 'collects')],
    collection_points: [{ collection_point_id: 'form', name: 'Form', system_id: 'web' }],
    collection_point_fields: [{ collection_point_id: 'form', field: 'person.name' }],
    communication_fields: [{ communication_id: 'c', field: 'value.balance' }],
  });
  expect(await readInventory(store)).toEqual({
    systems: ['core', 'crm'],
    flows: [
      {
        flowId: 'f1',
        from: 'crm',
        to: 'core',
        mechanism: 'batch',
        latency: 7200,
        schedule: '0 2 * * *',
        fields: [
          {
            sourceField: 'contact.email',
            targetField: 'contact.email',
            transform: 'map',
            valueMap: 'Y=1',
            keyType: 'email',
          },
        ],
        source: 10,
        row: 2,
      },
      {
        flowId: 'f2',
        from: 'core',
        to: 'crm',
        mechanism: 'batch',
        latency: null,
        schedule: null,
        fields: [],
        source: 10,
        row: 3,
      },
    ],
    systemFields: [{ systemId: 'crm', field: 'contact', role: 'collects', agentCanEdit: false }],
    pointFields: [{ pointId: 'form', systemId: 'web', field: 'person.name' }],
    mentionedFields: ['contact', 'contact.email', 'person.name', 'value.balance'],
  });
  store.close();
});

test('the longest matching exception sets the agreed time', () => {
  const agreed = agreedSeconds(
    configSchema.parse({
      name: 'Test',
      sources: [{ table: 'systems', file: 'systems.csv' }],
      agreed_time: 'P2D',
      agreed_times: [
        { field: 'preference', time: 'P1D' },
        { field: 'preference.consent', time: 'PT1H' },
      ],
    }),
  );
  expect(
    ['contact.email', 'preference.delivery', 'preference.consent.email', 'preference.consents'].map(agreed),
  ).toEqual([172_800, 86_400, 3600, 86_400]);
});
