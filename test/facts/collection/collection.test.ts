import { expect, test } from 'vitest';
import { compute } from '../../../src/facts/collection/index.js';
import { carries, computeOver, flow, role, system } from '../compute.js';

const point = (id: string, system_id: string, persons: number | null = null) => ({
  collection_point_id: id,
  name: id,
  system_id,
  process: 'service',
  persons_per_month: persons,
});
const asks = (id: string, field: string, more = {}) => ({ collection_point_id: id, field, ...more });

const inventory = {
  systems: ['app', 'branch', 'core', 'mail'].map(system),
  collection_points: [point('form', 'app', 300), point('desk', 'branch')],
  collection_point_fields: [
    asks('form', 'contact'),
    asks('form', 'contact.email', { prefilled: true, required: true }),
    asks('desk', 'contact.email', { legal_duty: 'AML' }),
    asks('desk', 'person.hobby'),
    asks('desk', 'key.customer_no'),
  ],
  system_fields: [
    role('core', 'contact.phone', 'masters'),
    role('mail', 'contact.email', 'consumes'),
    role('mail', 'key.customer_no', 'collects'),
  ],
  flows: [flow('f1', 'branch', 'app', 'PT1H'), flow('f2', 'app', 'mail')],
  flow_fields: [carries('f1', 'contact.email'), carries('f2', 'contact')],
  communications: [
    { communication_id: 'welcome', name: 'Welcome', comm_type: 'service/welcome', lob: 'retail' },
  ],
  communication_steps: [{ communication_id: 'welcome', ordinal: 1, system_id: 'mail', kind: 'delivery' }],
  communication_fields: [{ communication_id: 'welcome', field: 'contact' }],
};

test('each field asked states who uses it and who knew it already; a parent asks all its leaves', async () => {
  const store = await computeOver(inventory, compute);
  const rows = await store.all(
    `SELECT collection_point_id AS p, field, prefilled, required, legal_duty, consumers, known_in,
            known_latency_s AS s, known_path, evidence FROM fact_collection ORDER BY p, field`,
  );
  const line = (row: (typeof rows)[number]) => Object.values(row).slice(0, -1).join(' ');
  expect(rows.map(line)).toEqual([
    'desk contact.email false false AML 2   ',
    'desk key.customer_no false false  0   ',
    'desk person.hobby false false  0   ',
    'form contact.email true true  2 branch 3600 branch|app',
    'form contact.phone false false  1   ',
  ]);
  expect(JSON.parse(String(rows[3]!.evidence))).toEqual([
    { file: 'collection_point_fields.csv', row: 2 },
    { file: 'collection_point_fields.csv', row: 3 },
  ]);
  store.close();
});

test('a value that arrives too late was not known', async () => {
  const store = await computeOver(inventory, compute, { agreed_time: 'PT30M' });
  expect(await store.all('SELECT known_in FROM fact_collection WHERE known_in IS NOT NULL')).toEqual([]);
  store.close();
});

test('systems that collect the same field and do not exchange it are groups, keys and outcomes apart', async () => {
  const apart = { ...inventory, flow_fields: [carries('f2', 'contact')] };
  const store = await computeOver(apart, compute);
  expect(
    await store.all(
      'SELECT field, "groups", systems, points, persons_per_month FROM fact_collection_groups ORDER BY field',
    ),
  ).toEqual([
    {
      field: 'contact.email',
      groups: 2,
      systems: 'app|branch',
      points: 'desk|form',
      persons_per_month: 300,
    },
  ]);
  store.close();
});

test('systems in exchange are one group', async () => {
  const store = await computeOver(inventory, compute);
  expect(await store.all('SELECT field FROM fact_collection_groups')).toEqual([]);
  store.close();
});
