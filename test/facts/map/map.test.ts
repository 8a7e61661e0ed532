import { expect, test } from 'vitest';
import { compute } from '../../../src/facts/map/index.js';
import type { Row } from '../../../src/store/store.js';
import { carries, computeOver, flow, role, system } from '../compute.js';

const email = 'contact.email';
type Tables = Readonly<Record<string, readonly Row[]>>;

/** Rows of a fact over an inventory, the columns named. */
async function factOf(tables: Tables, fact: string, columns: string): Promise<Row[]> {
  const store = await computeOver(tables, compute);
  const rows = await store.all(`SELECT ${columns} FROM fact_${fact} ORDER BY ALL`);
  store.close();
  return rows;
}

/** Flows that all carry the e-mail address: id, giver, receiver, latency. */
const lines = (...list: readonly (readonly [string, string, string, (string | null)?])[]) => ({
  flows: list.map(([id, from, to, latency]) => flow(id, from, to, latency)),
  flow_fields: list.map(([id]) => carries(id, email)),
});

/** Two desks and a hub that tell each other everything, a mailer behind the hub, and an island. */
const hub = {
  systems: ['app', 'branch', 'hub', 'island', 'mail'].map(system),
  system_fields: [
    role('app', email, 'collects'),
    role('branch', email, 'collects', true),
    role('hub', email, 'masters'),
    role('mail', email, 'holds'),
    role('island', email, 'holds'),
  ],
  ...lines(
    ['app-up', 'app', 'hub', 'PT1H'],
    ['app-down', 'hub', 'app', 'PT1H'],
    ['branch-up', 'branch', 'hub', 'P1D'],
    ['branch-down', 'hub', 'branch', 'P11D'],
    ['out', 'hub', 'mail', 'PT2H'],
  ),
};

test('how far changes get is told for every system that makes them', async () => {
  const rows = await factOf(
    hub,
    'reach',
    'system_id, holders, reached, in_time, unreached, slowest_to, slowest_s, latest_s',
  );
  expect(rows).toEqual([
    {
      system_id: 'app',
      holders: 4,
      reached: 3,
      in_time: 2,
      unreached: 'island',
      slowest_to: 'branch',
      slowest_s: 954_000,
      latest_s: 954_000,
    },
    {
      system_id: 'branch',
      holders: 4,
      reached: 3,
      in_time: 3,
      unreached: 'island',
      slowest_to: 'mail',
      slowest_s: 93_600,
      latest_s: 93_600,
    },
  ]);
});

test('a change waits for the next run of a job, and a latency that leaves room for the wait contains it', async () => {
  const jobs = {
    systems: ['a', 'b', 'c', 'd', 'e'].map(system),
    system_fields: [
      role('a', email, 'collects'),
      ...['b', 'c', 'd', 'e'].map((id) => role(id, email, 'holds')),
    ],
    flows: [
      { ...flow('nightly', 'a', 'b', 'PT2H'), schedule: '0 2 * * * Europe/London' },
      { ...flow('after', 'b', 'c', 'PT1H'), schedule: '0 3 * * * Europe/London' },
      { ...flow('slow', 'a', 'd', 'P2D'), schedule: '0 2 * * *' },
      { ...flow('monthly', 'a', 'e', 'PT1H'), schedule: '@monthly' },
    ],
    flow_fields: ['nightly', 'after', 'slow', 'monthly'].map((id) => carries(id, email)),
  };
  const rows = await factOf(jobs, 'demands', 'to_system_id, latency_s, latest_s, slowest_flow_id');
  const hour = 3600;
  expect(rows).toEqual([
    { to_system_id: 'b', latency_s: 2 * hour, latest_s: 26 * hour, slowest_flow_id: 'nightly' },
    { to_system_id: 'c', latency_s: 3 * hour, latest_s: 50 * hour, slowest_flow_id: 'nightly' },
    { to_system_id: 'd', latency_s: 48 * hour, latest_s: 48 * hour, slowest_flow_id: 'slow' },
    { to_system_id: 'e', latency_s: hour, latest_s: (31 * 24 + 1) * hour, slowest_flow_id: 'monthly' },
  ]);
});

test('a way of which a latency is unknown has no worst moment', async () => {
  const unknown = { ...hub, ...lines(['app-up', 'app', 'hub', null], ['out', 'hub', 'mail', 'PT2H']) };
  const rows = await factOf(unknown, 'demands', `from_system_id, to_system_id, latency_s, met, latest_s`);
  expect(rows.filter((row) => row.from_system_id === 'app' && row.to_system_id === 'mail')).toEqual([
    { from_system_id: 'app', to_system_id: 'mail', latency_s: null, met: true, latest_s: null },
  ]);
});

test('systems with ways in both directions are in step, whatever they pass', async () => {
  expect(await factOf(hub, 'sync_groups', 'systems, changing, slowest_s, in_time, holders_of')).toEqual([
    { systems: 'app|branch|hub', changing: 'app|branch', slowest_s: 954_000, in_time: false, holders_of: 5 },
  ]);
});

test('what goes through a system is counted in pairs and in persons a month', async () => {
  const points = {
    ...hub,
    collection_points: [
      { collection_point_id: 'form', name: 'Form', system_id: 'app', persons_per_month: 100 },
      { collection_point_id: 'other', name: 'Other', system_id: 'app', persons_per_month: 20 },
    ],
    collection_point_fields: [
      { collection_point_id: 'form', field: 'contact' },
      { collection_point_id: 'form', field: email },
      { collection_point_id: 'other', field: email },
    ],
  };
  const rows = await factOf(
    points,
    'bottlenecks',
    'system_id, through, persons_per_month, cut, demands_of, articulation',
  );
  expect(rows).toEqual([
    {
      system_id: 'hub',
      through: '4.0000',
      persons_per_month: '240.0000',
      cut: 4,
      demands_of: 6,
      articulation: true,
    },
  ]);
});

test('equally quick ways share what they carry, and none of them is missed', async () => {
  const two = {
    systems: ['a', 'b', 'c', 'd'].map(system),
    system_fields: [role('a', email, 'collects'), role('d', email, 'holds')],
    ...lines(
      ['ab', 'a', 'b', 'PT1H'],
      ['bd', 'b', 'd', 'PT1H'],
      ['ac', 'a', 'c', 'PT1H'],
      ['cd', 'c', 'd', 'PT1H'],
    ),
  };
  expect(await factOf(two, 'bottlenecks', 'system_id, through, cut, persons_per_month')).toEqual([
    { system_id: 'b', through: '0.5000', cut: 0, persons_per_month: null },
    { system_id: 'c', through: '0.5000', cut: 0, persons_per_month: null },
  ]);
  const loads = await factOf(two, 'flow_loads', 'flow_id, through, cut, demands_of, redundant');
  expect(loads.map(({ through, cut }) => [through, cut])).toEqual(Array(4).fill(['0.5000', 0]));
});

test('a flow on every way is cut, one of two between the same systems is not', async () => {
  const chain = {
    systems: ['a', 'b', 'c'].map(system),
    system_fields: [role('a', email, 'collects'), role('c', email, 'holds')],
    ...lines(['ab', 'a', 'b', 'PT1H'], ['bc1', 'b', 'c', 'PT1H'], ['bc2', 'b', 'c', 'PT2H']),
  };
  expect(await factOf(chain, 'flow_loads', 'flow_id, through, cut, redundant')).toEqual([
    { flow_id: 'ab', through: '1.0000', cut: 1, redundant: false },
    { flow_id: 'bc1', through: '1.0000', cut: 0, redundant: false },
    { flow_id: 'bc2', through: '0.0000', cut: 0, redundant: true },
  ]);
});

test('of flows that replace each other one can go; one that carries more, or renames, cannot', async () => {
  const direct = {
    systems: ['a', 'b', 'c'].map(system),
    system_fields: [role('a', email, 'collects'), role('c', email, 'holds')],
    ...lines(
      ['around-1', 'a', 'b', 'PT1H'],
      ['around-2', 'b', 'c', 'PT1H'],
      ['direct', 'a', 'c', 'P1D'],
      ['twin-1', 'b', 'a', 'PT1H'],
      ['twin-2', 'b', 'a', 'PT1H'],
      ['wide', 'a', 'c', 'P1D'],
      ['unknown', 'a', 'c', null],
    ),
  };
  const wide = [...direct.flow_fields, carries('wide', 'contact.phone')];
  const rows = await factOf(
    { ...direct, flow_fields: wide },
    'redundant_flows',
    'flow_id, fields, removable, path',
  );
  expect(rows).toEqual([
    { flow_id: 'direct', fields: email, removable: true, path: 'a|b|c' },
    { flow_id: 'twin-1', fields: email, removable: true, path: 'b|a' },
    { flow_id: 'twin-2', fields: email, removable: false, path: 'b|a' },
  ]);
  const renaming = [...direct.flow_fields, carries('direct', email, { target_field: 'contact.mail' })];
  const left = await factOf({ ...direct, flow_fields: renaming }, 'redundant_flows', 'flow_id');
  expect(left.map(({ flow_id }) => flow_id)).toEqual(['twin-1', 'twin-2', 'wide']);
});

test('a way that changes the value replaces nothing', async () => {
  const altered = {
    systems: ['a', 'b'].map(system),
    ...lines(['cut', 'a', 'b', 'PT1H'], ['whole', 'a', 'b', 'P1D']),
    flow_fields: [carries('cut', email, { transform: 'truncate' }), carries('whole', email)],
  };
  expect(await factOf(altered, 'redundant_flows', 'flow_id')).toEqual([]);
});

test('systems that enter what another already feeds them are told with the one that has it less often', async () => {
  const fill = {
    ...hub,
    system_fields: [
      { ...role('app', 'contact', 'collects'), fill_rate: '0.4' },
      { ...role('branch', email, 'collects'), fill_rate: '0.9' },
    ],
    ...lines(
      ['there', 'app', 'branch', 'PT1H'],
      ['back', 'branch', 'app', 'PT1H'],
      ['out', 'app', 'mail', 'PT1H'],
    ),
  };
  const rows = await factOf(
    fill,
    'double_entry',
    'from_system_id, to_system_id, flows, both_ways, from_fill, to_fill, weaker',
  );
  const both = { both_ways: true, weaker: 'app' };
  expect(rows).toEqual([
    {
      from_system_id: 'app',
      to_system_id: 'branch',
      flows: 'there',
      from_fill: '0.4000',
      to_fill: '0.9000',
      ...both,
    },
    {
      from_system_id: 'branch',
      to_system_id: 'app',
      flows: 'back',
      from_fill: '0.9000',
      to_fill: '0.4000',
      ...both,
    },
  ]);
});

test('circles end when the fewest flows are made read-only, those of the master last', async () => {
  expect(await factOf(hub, 'circles', 'systems, masters, flows, read_only, exact')).toEqual([
    { systems: 'app|branch|hub', masters: 'hub', flows: 4, read_only: 'app-up|branch-up', exact: true },
  ]);
});

test('two masters part when the fewest flows between them are made read-only', async () => {
  const rivals = {
    ...hub,
    system_fields: [...hub.system_fields, role('app', email, 'masters')],
    ...lines(
      ['app-up', 'app', 'hub', 'PT1H'],
      ['app-up-2', 'app', 'hub', 'PT2H'],
      ['hub-down', 'hub', 'mail', 'PT1H'],
      ['mail-on', 'mail', 'app', 'PT1H'],
      ['mail-back', 'mail', 'hub', 'PT1H'],
    ),
  };
  expect(await factOf(rivals, 'circles', 'systems, masters, part_masters')).toEqual([
    { systems: 'app|hub', masters: 'app|hub', part_masters: 'mail-on' },
  ]);
});

test('of two equal sets of flows the writes of the master that is believed first stay, else of the one that feeds more', async () => {
  const rivals = {
    ...hub,
    system_fields: [...hub.system_fields, role('app', email, 'masters')],
    ...lines(
      ['app-up', 'app', 'hub', 'PT1H'],
      ['app-down', 'hub', 'app', 'PT1H'],
      ['out', 'hub', 'mail', 'PT1H'],
    ),
  };
  expect(await factOf(rivals, 'circles', 'part_masters')).toEqual([{ part_masters: 'app-up' }]);
  const authorities = [
    { field: 'contact', system_id: 'app', rank: 1 },
    { field: 'contact', system_id: 'hub', rank: 2 },
  ];
  const believed = { ...rivals, authorities };
  expect(await factOf(believed, 'circles', 'part_masters')).toEqual([{ part_masters: 'app-down' }]);
});

test('systems of a circle that only pass a value on are no masters of it', async () => {
  const echo = {
    systems: ['a', 'b'].map(system),
    system_fields: [role('a', email, 'collects'), role('b', email, 'holds')],
    ...lines(['there', 'a', 'b', 'PT1H'], ['back', 'b', 'a', 'PT1H']),
  };
  expect(await factOf(echo, 'circles', 'systems')).toEqual([]);
});

test('who hears of a correction, who late, who never, and which flow brings the old value back', async () => {
  const desk = {
    systems: ['core', 'desk', 'feed', 'island', 'mail', 'late'].map(system),
    system_fields: [
      role('desk', email, 'holds', true),
      role('core', email, 'masters'),
      ...['feed', 'mail', 'late', 'island'].map((id) => role(id, email, 'holds')),
    ],
    ...lines(
      ['word', 'desk', 'core', 'PT1H'],
      ['mailing', 'core', 'mail', 'PT1H'],
      ['slow', 'core', 'late', 'P20D'],
      ['feeding', 'feed', 'desk', 'P1D'],
    ),
    flow_fields: [
      carries('word', 'outcome.corrected'),
      carries('mailing', 'outcome.corrected'),
      carries('slow', 'outcome.corrected'),
      carries('feeding', email),
    ],
  };
  const columns =
    'system_id, masters, master_s, sticks, holders, late, unreached, slowest_s, overwritten_by, evidence';
  const rows = await factOf(desk, 'corrections', columns);
  expect(rows).toEqual([
    {
      system_id: 'desk',
      masters: 'core',
      master_s: 3600,
      sticks: true,
      holders: 5,
      late: 'late',
      unreached: 'feed|island',
      slowest_s: 1_731_600,
      overwritten_by: 'feeding',
      evidence: JSON.stringify([
        { file: 'flows.csv', row: 5 },
        { file: 'system_fields.csv', row: 2 },
      ]),
    },
  ]);
});
