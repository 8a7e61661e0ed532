import { expect, test } from 'vitest';
import { compute } from '../../../src/facts/map/index.js';
import { carries, computeOver, flow, role, system } from '../compute.js';

const email = 'contact.email';
const inventory = {
  systems: ['card', 'core', 'crm', 'mail'].map(system),
  system_fields: [
    role('card', email, 'collects'),
    role('crm', email, 'collects'),
    role('core', email, 'holds'),
    role('mail', email, 'holds'),
    role('mail', 'key.email', 'holds'),
  ],
  flows: [
    flow('f1', 'card', 'core', 'P2D'),
    flow('f2', 'core', 'mail', 'P9D'),
    flow('f3', 'mail', 'crm', null),
  ],
  flow_fields: [
    carries('f1', 'contact'),
    carries('f2', email, { transform: 'truncate', key_type: 'customer_no' }),
    carries('f3', email),
  ],
};

test('each change must reach every other holder, and what is known of the way is stated', async () => {
  const store = await computeOver(inventory, compute);
  const rows = await store.all(
    `SELECT from_system_id AS u, to_system_id AS v, latency_s, met, reachable_any, reachable_back, altered,
            key_missing, path, hops FROM fact_demands ORDER BY u, v`,
  );
  const none = { latency_s: null, met: false, reachable_any: false, path: '', hops: 0 };
  const clean = { altered: false, key_missing: false };
  expect(rows).toEqual([
    {
      u: 'card',
      v: 'core',
      latency_s: 172_800,
      met: true,
      reachable_any: true,
      reachable_back: false,
      ...clean,
      path: 'card|core',
      hops: 1,
    },
    {
      u: 'card',
      v: 'crm',
      latency_s: null,
      met: true,
      reachable_any: true,
      reachable_back: false,
      altered: true,
      key_missing: false,
      path: 'card|core|mail|crm',
      hops: 3,
    },
    {
      u: 'card',
      v: 'mail',
      latency_s: 950_400,
      met: false,
      reachable_any: true,
      reachable_back: false,
      altered: true,
      key_missing: true,
      path: 'card|core|mail',
      hops: 2,
    },
    { u: 'crm', v: 'card', ...none, reachable_back: true, ...clean },
    { u: 'crm', v: 'core', ...none, reachable_back: true, ...clean },
    { u: 'crm', v: 'mail', ...none, reachable_back: true, ...clean },
  ]);
  store.close();
});

test('a flow whose giver never hears of changes is stated with the field and where it is changed', async () => {
  const store = await computeOver(inventory, compute);
  const rows = await store.all('SELECT * FROM fact_one_way ORDER BY flow_id');
  expect(rows).toEqual([
    {
      flow_id: 'f3',
      field: email,
      from_system_id: 'crm',
      to_system_id: 'mail',
      changing: 'crm',
      evidence: JSON.stringify([
        { file: 'flows.csv', row: 4 },
        { file: 'system_fields.csv', row: 3 },
      ]),
    },
  ]);
  store.close();
});

test('changes made in step with the receiver count, and a way back of any length mends it', async () => {
  const loop = {
    systems: ['core', 'hub', 'desk'].map(system),
    system_fields: [role('core', email, 'masters'), role('desk', email, 'collects')],
    flows: [
      flow('in', 'core', 'hub', 'P1D'),
      flow('down', 'hub', 'desk', 'P1D'),
      flow('up', 'desk', 'hub', 'P1D'),
    ],
    flow_fields: ['in', 'down', 'up'].map((id) => carries(id, email)),
  };
  const open = await computeOver(loop, compute);
  expect(await open.all('SELECT flow_id, changing FROM fact_one_way')).toEqual([
    { flow_id: 'in', changing: 'desk' },
  ]);
  open.close();
  const back = {
    flows: [...loop.flows, flow('back', 'desk', 'core', 'P9D')],
    flow_fields: [...loop.flow_fields, carries('back', email)],
  };
  const closed = await computeOver({ ...loop, ...back }, compute);
  expect(await closed.all('SELECT flow_id FROM fact_one_way')).toEqual([]);
  closed.close();
});

test('a demand without a way cites who changes and who holds the field', async () => {
  const store = await computeOver({ ...inventory, flows: [], flow_fields: [] }, compute);
  const rows = await store.all(
    `SELECT evidence FROM fact_demands WHERE from_system_id = 'card' AND to_system_id = 'mail' ORDER BY 1`,
  );
  expect(JSON.parse(String(rows[0]!.evidence))).toEqual([
    { file: 'system_fields.csv', row: 2 },
    { file: 'system_fields.csv', row: 5 },
  ]);
  store.close();
});
