import { expect, test } from 'vitest';
import { computeCommunications } from '../../../src/facts/communications/index.js';
import type { Row } from '../../../src/store/store.js';
import { carries, computeOver, flow, role, system } from '../compute.js';

type Tables = Readonly<Record<string, readonly Row[]>>;

async function read(tables: Tables, sql: string): Promise<Row[]> {
  const store = await computeOver(tables, computeCommunications);
  const rows = await store.all(sql);
  store.close();
  return rows;
}

const message = (communication_id: string, more: Row = {}): Row => ({
  communication_id,
  name: communication_id,
  comm_type: 'statement/monthly',
  lob: 'retail',
  ...more,
});
const way = (
  communication_id: string,
  channel: string | null,
  ...stations: [string, string, Row?][]
): Row[] =>
  stations.map(([system_id, kind, more], i) => ({
    communication_id,
    channel,
    ordinal: i + 1,
    system_id,
    kind,
    ...more,
  }));
const needs = (communication_id: string, field: string, more: Row = {}): Row => ({
  communication_id,
  field,
  ...more,
});

/** A ledger that feeds a core, which has letters composed and printed. */
const bank = (more: Tables = {}): Tables => ({
  systems: ['ledger', 'core', 'composer', 'printer', 'crm'].map(system),
  communications: [message('statement')],
  communication_steps: way(
    'statement',
    'post',
    ['ledger', 'source'],
    ['core', 'process'],
    ['composer', 'composition'],
    ['printer', 'delivery'],
    ['archive', 'archive'],
  ),
  flows: [
    flow('f1', 'ledger', 'core', 'PT1H'),
    flow('f2', 'core', 'composer', 'PT2H'),
    flow('f3', 'composer', 'printer', 'P1D'),
    flow('f4', 'crm', 'core', 'P2D'),
  ],
  flow_fields: [
    carries('f1', 'value.balance'),
    carries('f2', 'document.statement'),
    carries('f2', 'person.name'),
    carries('f3', 'document.statement'),
    carries('f4', 'person.name'),
    carries('f4', 'person.language'),
  ],
  system_fields: [
    role('ledger', 'value.balance', 'masters'),
    role('crm', 'person.name', 'masters'),
    role('crm', 'person.language', 'masters'),
  ],
  communication_fields: [
    needs('statement', 'person.name', { required: true }),
    needs('statement', 'value.balance'),
  ],
  ...more,
});

const [paths, fields, ends] = [
  'fact_communication_paths',
  'fact_communication_fields',
  'fact_outcome_ends',
].map((name) => `SELECT * FROM ${name} ORDER BY 1, 2`) as [string, string, string];

test('a way has its stations, its time, and the age of the oldest field at delivery', async () => {
  expect(await read(bank(), paths)).toEqual([
    {
      place: 1,
      communication_id: 'statement',
      channel: 'post',
      systems: 'ledger|core|composer|printer',
      latency_s: 97_200,
      slowest: 'composer>printer',
      deadline_s: null,
      late: false,
      // A name takes two days to the core and 26 hours from there to the customer.
      data_age_s: 266_400,
      oldest_field: 'person.name',
      manual: null,
      gaps: null,
      single_points: 'ledger|core|composer|printer',
      ending: null,
      feedback_of: 0,
      feedback_missing: null,
      lacking: null,
      evidence: JSON.stringify([2, 3, 4, 5].map((row) => ({ file: 'communication_steps.csv', row }))),
    },
  ]);
});

const only = async (tables: Tables, ...columns: string[]): Promise<unknown[]> =>
  (await read(tables, paths)).map((row) => columns.map((column) => row[column]));

test('a hop that states no latency makes the time of the whole unknown', async () => {
  const flows = [flow('f1', 'ledger', 'core', null), ...bank().flows!.slice(1)];
  expect(await only(bank({ flows }), 'latency_s', 'slowest')).toEqual([[null, 'composer>printer']]);
});

test('of several flows the quickest joins two stations', async () => {
  const flows = [...bank().flows!, flow('f5', 'composer', 'printer', 'PT1H')];
  expect(await only(bank({ flows }), 'latency_s')).toEqual([[4 * 3600]]);
});

test('stations may be joined through a system between them, which is then a single point', async () => {
  const flows = [
    ...bank().flows!.filter(({ flow_id }) => flow_id !== 'f3'),
    flow('a', 'composer', 'hub', 'PT1H'),
    flow('b', 'hub', 'printer', 'PT1H'),
  ];
  const flow_fields = [
    ...bank().flow_fields!,
    carries('a', 'document.statement'),
    carries('b', 'document.statement'),
  ];
  expect(await only(bank({ flows, flow_fields }), 'gaps', 'latency_s', 'single_points')).toEqual([
    [null, 5 * 3600, 'ledger|core|composer|printer|hub'],
  ]);
});

test('a flow that carries no content joins no stations that lie apart', async () => {
  const flows = [
    ...bank().flows!.filter(({ flow_id }) => flow_id !== 'f3'),
    flow('a', 'composer', 'hub'),
    flow('b', 'hub', 'printer'),
  ];
  const flow_fields = [
    ...bank().flow_fields!,
    carries('a', 'outcome.returned'),
    carries('b', 'outcome.returned'),
  ];
  expect(await only(bank({ flows, flow_fields }), 'gaps', 'latency_s')).toEqual([['composer>printer', null]]);
});

test('a system is a single point only where every channel passes it', async () => {
  const tables = bank({
    communication_steps: [
      ...way('statement', null, ['ledger', 'source'], ['core', 'process'], ['composer', 'composition']),
      { communication_id: 'statement', channel: 'post', ordinal: 4, system_id: 'printer', kind: 'delivery' },
      { communication_id: 'statement', channel: 'email', ordinal: 4, system_id: 'mailer', kind: 'delivery' },
    ],
    flows: [...bank().flows!, flow('f5', 'composer', 'mailer', 'PT1H')],
  });
  expect(await only(tables, 'channel', 'single_points')).toEqual([
    ['email', 'ledger|core|composer'],
    ['post', 'ledger|core|composer'],
  ]);
});

test('steps and hops made by hand are told', async () => {
  const steps = way(
    'statement',
    'post',
    ['core', 'process'],
    ['desk', 'composition', { manual: true }],
    ['printer', 'delivery'],
  );
  const flows = [flow('f1', 'core', 'desk'), { ...flow('f2', 'desk', 'printer'), mechanism: 'manual' }];
  expect(await only(bank({ communication_steps: steps, flows }), 'manual')).toEqual([['desk|desk>printer']]);
});

test('a way is late when its hops alone take longer than the deadline', async () => {
  const late = async (deadline: string) =>
    (await only(bank({ communications: [message('statement', { deadline })] }), 'late', 'deadline_s'))[0];
  expect(await late('P1D')).toEqual([true, 86_400]);
  expect(await late('P2D')).toEqual([false, 172_800]);
});

test('systems about to go are named: to be retired, or out of support within a year', async () => {
  const ending = (id: string, more: Row): Row => ({ ...system(id), ...more });
  const systems = [
    ending('ledger', { legacy: true }),
    ending('core', { end_of_support: '2027-05-31' }),
    ending('composer', { end_of_support: '2027-06-02' }),
    ending('printer', { end_of_support: '2020-01-01' }),
  ];
  expect(await only(bank({ systems }), 'ending')).toEqual([['ledger|core|printer']]);
});

test('outcomes are owed to sender and master, and told where none comes back in time', async () => {
  const tables = bank({
    channels: [{ channel_id: 'p', channel: 'post', system_id: 'printer' }],
    system_fields: [...bank().system_fields!, role('crm', 'contact.postal_address', 'masters')],
    flows: [...bank().flows!, flow('back', 'printer', 'crm')],
    flow_fields: [...bank().flow_fields!, carries('back', 'outcome.returned')],
  });
  expect(await only(tables, 'feedback_of', 'feedback_missing')).toEqual([[2, 'outcome.address_changed>crm']]);
});

test('the worst way stands first: a missing hop before a deadline before outcomes before a slow way', async () => {
  const stations = (id: string, from: string): Row[] =>
    way(id, 'email', [from, 'process'], ['mailer', 'delivery']);
  const tables: Tables = {
    systems: ['a', 'b', 'c', 'd', 'mailer'].map(system),
    communications: [
      message('slow'),
      message('late', { deadline: 'PT1M' }),
      message('cut'),
      message('quick'),
    ],
    communication_steps: [
      ...stations('slow', 'a'),
      ...stations('late', 'b'),
      ...stations('cut', 'c'),
      ...stations('quick', 'd'),
    ],
    flows: [
      flow('1', 'a', 'mailer', 'P9D'),
      flow('2', 'b', 'mailer', 'PT2M'),
      flow('3', 'd', 'mailer', 'PT1M'),
    ],
  };
  expect((await read(tables, paths)).map(({ communication_id }) => communication_id)).toEqual([
    'cut',
    'late',
    'slow',
    'quick',
  ]);
});

const standing = async (tables: Tables, field: string): Promise<Row> =>
  (await read(tables, fields)).find((row) => row.field === field)!;

test('a field the text needs reaches it over the flows of the way', async () => {
  expect(await standing(bank(), 'person.name')).toEqual({
    communication_id: 'statement',
    field: 'person.name',
    listed: true,
    required: true,
    composed_in: 'composer',
    state: 'reaches',
    held_by: 'crm',
    holders: 1,
    fill_rate: null,
    last_system_id: null,
    next_system_id: null,
    age_s: 2 * 86_400 + 7200,
    evidence: JSON.stringify([
      { file: 'communication_fields.csv', row: 2 },
      { file: 'system_fields.csv', row: 3 },
    ]),
  });
});

test('a field that is known and gets no further than the process stops there, though nobody asked for it', async () => {
  const { listed, state, held_by, last_system_id, next_system_id } = await standing(
    bank(),
    'person.language',
  );
  expect([listed, state, held_by, last_system_id, next_system_id]).toEqual([
    false,
    'stops',
    'crm',
    'core',
    'composer',
  ]);
});

test('a text fed straight by the master has the field, whatever the step before has', async () => {
  const tables = bank({
    flows: [...bank().flows!, flow('f5', 'crm', 'composer')],
    flow_fields: [...bank().flow_fields!, carries('f5', 'person.language')],
  });
  expect((await standing(tables, 'person.language')).state).toBe('reaches');
});

test('what another sender hands to the composer is not for this communication', async () => {
  const tables = bank({
    flows: [
      ...bank().flows!,
      flow('f5', 'crm', 'cards'),
      flow('f6', 'cards', 'composer'),
      flow('f7', 'core', 'cards'),
    ],
    flow_fields: [...bank().flow_fields!, ...['f5', 'f6', 'f7'].map((id) => carries(id, 'person.language'))],
  });
  expect((await standing(tables, 'person.language')).state).toBe('stops');
});

test('a field that gets nowhere near stops at who knows it, before the process', async () => {
  const flow_fields = bank().flow_fields!.filter(({ flow_id }) => flow_id !== 'f4');
  const { state, last_system_id, next_system_id } = await standing(bank({ flow_fields }), 'person.language');
  expect([state, last_system_id, next_system_id]).toEqual(['stops', 'crm', 'core']);
});

test('a field that is only asked for at a point is held by its system', async () => {
  const tables = bank({
    system_fields: [],
    collection_points: [{ collection_point_id: 'form', name: 'Form', system_id: 'crm' }],
    collection_point_fields: [{ collection_point_id: 'form', field: 'person.title' }],
    communication_fields: [needs('statement', 'person.title')],
  });
  const { state, held_by, last_system_id, next_system_id } = await standing(tables, 'person.title');
  expect([state, held_by, last_system_id, next_system_id]).toEqual(['stops', 'crm', 'crm', 'core']);
});

test('a field nobody holds is nowhere, and one the inventory says nothing of unknown', async () => {
  const communication_fields = [needs('statement', 'person.title'), needs('statement', 'person.name')];
  expect((await standing(bank({ communication_fields }), 'person.title')).state).toBe('nowhere');
  const flow_fields = bank().flow_fields!.filter(({ flow_id }) => flow_id !== 'f2');
  expect((await standing(bank({ flow_fields }), 'person.name')).state).toBe('unknown');
});

test('a value may come inside a document: it reaches the text when any step before has it', async () => {
  expect((await standing(bank(), 'value.balance')).state).toBe('reaches');
});

test('the best keeper is the master, else who has it filled most', async () => {
  const held = (id: string, fill_rate: string): Row => ({
    ...role(id, 'person.language', 'holds'),
    fill_rate,
  });
  const system_fields = [held('core', '0.4'), held('crm', '0.9'), role('ledger', 'person.name', 'masters')];
  const { held_by, fill_rate, holders } = await standing(bank({ system_fields }), 'person.language');
  expect([held_by, fill_rate, holders]).toEqual(['crm', '0.9000', 2]);
});

test('products are of use to marketing, the choice of paper to what goes out on two channels', async () => {
  const system_fields = [role('crm', 'product.card', 'holds'), role('crm', 'preference.delivery', 'holds')];
  const asked = async (more: Tables) =>
    (await read(bank({ system_fields, ...more }), fields)).map(({ field }) => field);
  const offers = { communications: [message('statement', { comm_type: 'marketing/offers' })] };
  expect(await asked({})).not.toContain('product.card');
  expect(await asked(offers)).toContain('product.card');
  expect(await asked({})).not.toContain('preference.delivery');
  const twice = [
    ...bank().communication_steps!,
    ...way('statement', 'email', ['core', 'process'], ['mailer', 'delivery']),
  ];
  expect(await asked({ communication_steps: twice })).toContain('preference.delivery');
});

test('of a communication that names no field nothing is asked', async () => {
  expect(await read(bank({ communication_fields: [] }), fields)).toEqual([]);
});

const portal = (to: string, more: Tables = {}): Tables => ({
  systems: [system('mailer'), system('crm')],
  channels: [{ channel_id: 'c', channel: 'email', system_id: 'mailer', vendor: 'postwing' }],
  communications: [message('news')],
  communication_steps: way('news', 'email', ['crm', 'process'], ['mailer', 'delivery']),
  flows: [flow('out', 'crm', 'mailer'), flow('back', 'mailer', to)],
  flow_fields: [carries('back', 'outcome.bounced'), carries('back', 'outcome.complained')],
  ...more,
});

test('outcomes that leave for a place nobody inventoried end there', async () => {
  expect(await read(portal('postwing-portal'), ends)).toEqual([
    {
      flow_id: 'back',
      from_system_id: 'mailer',
      to_system_id: 'postwing-portal',
      vendor: 'postwing',
      channels: 'email',
      outcomes: 'outcome.bounced|outcome.complained',
      communications: 'news',
      evidence: JSON.stringify([
        { file: 'channels.csv', row: 2 },
        { file: 'flows.csv', row: 3 },
      ]),
    },
  ]);
});

test.each<[string, Tables]>([
  ["lead to a system of one's own", { flows: [flow('back', 'mailer', 'crm')] }],
  [
    'come home from the portal',
    {
      flows: [flow('back', 'mailer', 'portal'), flow('home', 'portal', 'crm')],
      flow_fields: [carries('back', 'outcome'), carries('home', 'outcome')],
    },
  ],
  [
    'come home on another way',
    {
      flows: [flow('back', 'mailer', 'portal'), flow('home', 'mailer', 'crm')],
      flow_fields: [carries('back', 'outcome'), carries('home', 'outcome')],
    },
  ],
  ['carry no outcome', { flow_fields: [carries('back', 'contact.email')] }],
])('flows that %s end nowhere outside', async (_, more) => {
  expect(await read(portal('portal', more), ends)).toEqual([]);
});

test("a bought service without a kind is the vendor's, one with a purpose is one's own", async () => {
  const known = (kind: string | null): Row => ({ ...system('portal'), vendor: 'postwing', kind });
  const of = async (kind: string | null) =>
    (await read(portal('portal', { systems: [system('mailer'), system('crm'), known(kind)] }), ends)).length;
  expect([await of(null), await of('other'), await of('crm')]).toEqual([1, 1, 0]);
});
