import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/facts/future/apply.js';
import { editTables } from '../../../src/facts/future/edit-tables.js';
import { type InventoryTables, inventoryOf, readInventoryTables } from '../../../src/facts/inventory.js';
import { surroundingsOf } from '../../../src/facts/preferences/pairs.js';
import { waysOf } from '../../../src/facts/read-ways.js';
import type { Edit } from '../../../src/model/edit.js';
import { carries, flow, role, system } from '../compute.js';
import { configWith } from '../context.js';
import { storeWith } from '../store.js';

const estate = () =>
  storeWith({
    systems: [system('crm'), system('core'), system('mail')],
    flows: [flow('f1', 'crm', 'core'), flow('f2', 'core', 'mail', null)],
    flow_fields: [carries('f1', 'contact.email'), carries('f2', 'contact.email', { transform: 'invert' })],
    system_fields: [role('crm', 'contact', 'collects'), role('mail', 'contact.email', 'holds')],
    collection_points: [
      { collection_point_id: 'form', name: 'Form', system_id: 'crm', offers_scopes: 'card/*/*' },
    ],
    collection_point_fields: [{ collection_point_id: 'form', field: 'preference.delivery' }],
  });

const added = {
  flow_id: 'f3',
  from_system_id: 'mail',
  to_system_id: 'crm',
  mechanism: 'api',
  latency: 'PT1H',
};

const futures: readonly [string, readonly Edit[]][] = [
  [
    'a flow more',
    [
      { add: 'flows', row: added },
      {
        add: 'flow_fields',
        row: { flow_id: 'f3', source_field: 'contact.email', target_field: 'contact.email' },
      },
    ],
  ],
  ['a flow that is quicker', [{ set: 'flows', where: { flow_id: 'f1' }, to: { latency: 'PT5M' } }]],
  ['a flow less', [{ remove: 'flows', where: { flow_id: 'f2' } }]],
  ['a flow retired', [{ set: 'flows', where: { flow_id: 'f2' }, to: { status: 'retired' } }]],
  [
    'a map put right',
    [
      {
        set: 'flow_fields',
        where: { flow_id: 'f2', source_field: 'contact.email' },
        to: { transform: 'identity', value_map: null },
      },
    ],
  ],
  [
    'a choice offered for more',
    [{ set: 'collection_points', where: { collection_point_id: 'form' }, to: { offers_scopes: ['*/*/*'] } }],
  ],
  [
    'a system more, and what it holds',
    [
      { add: 'systems', row: system('hub') },
      { add: 'system_fields', row: { system_id: 'hub', field: 'preference', role: 'masters' } },
    ],
  ],
  [
    'edits on edits',
    [
      { add: 'flows', row: added },
      { set: 'flows', where: { flow_id: 'f3' }, to: { latency: 'P1D' } },
    ],
  ],
];

describe('edits of the inventory', () => {
  test.each(futures)('%s: the store and the tables in memory tell the same ways', async (_, edits) => {
    const store = await estate();
    const tables = await readInventoryTables(store);
    await applyEdits(store, { file: 'future.yaml', edits });
    const told = (from: InventoryTables) => {
      const { flows, ...rest } = inventoryOf(from);
      return {
        ...rest,
        flows: flows.map(({ source, ...flow }) => flow),
        ...surroundingsOf(waysOf(from, configWith())),
        graph: 0,
        keys: 0,
      };
    };
    const inMemory = told(editTables(tables, edits));
    expect(inMemory).toEqual(told(await readInventoryTables(store)));
    expect(inMemory).not.toEqual(told(tables));
    store.close();
  });

  test.each<[string, Edit, string]>([
    [
      'a column that is none',
      { add: 'flows', row: { ...added, speed: 'P1D' } },
      "flows has no column 'speed'",
    ],
    [
      'a value that does not fit',
      { set: 'flows', where: { flow_id: 'f1' }, to: { latency: 'quick' } },
      'flows.latency',
    ],
    ['a row without what it must have', { add: 'flows', row: { flow_id: 'x' } }, 'flows.from_system_id'],
    ['rows that are not there', { remove: 'flows', where: { flow_id: 'f9' } }, 'no row of flows is so'],
  ])('%s is told with its place', async (_, edit, message) => {
    const store = await estate();
    await expect(applyEdits(store, { file: 'future.yaml', edits: [edit] })).rejects.toThrow(message);
    store.close();
  });
});
