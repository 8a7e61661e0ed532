import { expect, test } from 'vitest';
import { computeEstate, computeSystems } from '../../../src/facts/estate/index.js';
import type { Query, Row } from '../../../src/store/store.js';
import { carries, computeOver, flow, role, system } from '../compute.js';

type Tables = Readonly<Record<string, readonly Row[]>>;
const read = async (tables: Tables, sql: string): Promise<Row[]> => {
  const store = await computeOver(tables, async (query: Query, context) => {
    await computeEstate(query, context);
    await computeSystems(query, context);
  });
  const rows = await store.all(sql);
  store.close();
  return rows;
};
const systems = (...ids: string[]): Row[] => ids.map(system);
const message = (communication_id: string, more: Row = {}): Row => ({
  communication_id,
  name: communication_id,
  comm_type: 'notice/rates',
  lob: 'retail',
  ...more,
});
const step = (
  communication_id: string,
  ordinal: number,
  system_id: string,
  kind: string,
  more: Row = {},
) => ({
  communication_id,
  ordinal,
  system_id,
  kind,
  channel: 'post',
  ...more,
});

const lobsOf = (id: string, lobs: string | null): Row => ({ ...system(id), lobs });
const masters = 'SELECT field, lob, systems, unlisted, ordered FROM fact_masters ORDER BY field, lob';

test('two masters of one line of business are not ordered while the authorities are silent', async () => {
  const rows = await read(
    {
      systems: [lobsOf('a', 'retail|cards'), lobsOf('b', 'cards'), lobsOf('c', 'mortgage')],
      system_fields: ['a', 'b', 'c'].map((id) => role(id, 'contact.email', 'masters')),
    },
    masters,
  );
  expect(rows).toEqual([
    { field: 'contact.email', lob: 'cards', systems: 'a|b', unlisted: null, ordered: false },
  ]);
});

test('a system without lines of business masters for all, and a parent for its children', async () => {
  const rows = await read(
    {
      systems: [lobsOf('a', null), lobsOf('b', 'cards')],
      system_fields: [role('a', 'contact', 'masters'), role('b', 'contact.email', 'masters')],
    },
    masters,
  );
  expect(rows.map(({ field, lob, systems: both }) => [field, lob, both])).toEqual([
    ['contact.email', 'cards', 'a|b'],
  ]);
});

test('the nearest authority speaks, and whoever it leaves out is unlisted', async () => {
  const authority = (field: string, system_id: string, rank: number, lob: string | null = null): Row => ({
    field,
    system_id,
    rank,
    lob,
  });
  const tables = (authorities: Row[]): Tables => ({
    systems: [lobsOf('a', 'cards'), lobsOf('b', 'cards')],
    system_fields: [role('a', 'contact.email', 'masters'), role('b', 'contact.email', 'masters')],
    authorities,
  });
  const judged = async (authorities: Row[]) =>
    (await read(tables(authorities), masters)).map(({ unlisted, ordered }) => [unlisted, ordered]);
  expect(await judged([authority('contact', 'a', 1), authority('contact', 'b', 2)])).toEqual([[null, true]]);
  expect(await judged([authority('contact', 'a', 1), authority('contact', 'b', 1)])).toEqual([[null, false]]);
  expect(await judged([authority('contact', 'a', 1)])).toEqual([['b', true]]);
  expect(
    await judged([
      authority('contact', 'a', 1),
      authority('contact.email', 'a', 1),
      authority('contact.email', 'b', 1, 'cards'),
    ]),
  ).toEqual([['a', true]]);
});

test('engines are counted by line of business and channel', async () => {
  const rows = await read(
    {
      systems: systems('a', 'b'),
      communications: [message('n1'), message('n2'), message('n3', { lob: 'cards' })],
      communication_steps: [
        step('n1', 1, 'a', 'composition'),
        step('n2', 1, 'b', 'composition', { channel: null }),
        step('n2', 2, 'd', 'delivery'),
        step('n3', 1, 'b', 'composition', { channel: 'email' }),
        step('n3', 2, 'd', 'delivery', { channel: 'email' }),
      ],
    },
    'SELECT channel, lob, systems, communications FROM fact_engines ORDER BY lob, channel',
  );
  expect(rows).toEqual([
    { channel: 'email', lob: 'cards', systems: 'b', communications: 'n3' },
    { channel: 'post', lob: 'retail', systems: 'a|b', communications: 'n1|n2' },
  ]);
});

test('a flow is used by regulatory messages between two steps, and by opt-outs on their quickest way', async () => {
  const rows = await read(
    {
      systems: systems('core', 'composer', 'printer', 'app', 'hub'),
      channels: [{ channel_id: 'p', channel: 'sms', system_id: 'printer' }],
      communications: [message('law', { regulatory: true }), message('other')],
      communication_steps: ['law', 'other'].flatMap((id) => [
        step(id, 1, 'core', 'process'),
        step(id, 2, 'composer', 'composition'),
        step(id, 3, 'printer', 'delivery'),
      ]),
      flows: [
        flow('content', 'core', 'composer'),
        flow('skips', 'core', 'printer'),
        flow('choice', 'app', 'hub'),
        flow('slow', 'app', 'hub', 'P9D'),
        flow('back', 'printer', 'hub'),
      ],
      flow_fields: [
        carries('choice', 'preference.consent.sms'),
        carries('slow', 'preference'),
        carries('back', 'outcome.unsubscribed'),
      ],
      system_fields: [
        role('app', 'preference.consent.sms', 'collects'),
        role('hub', 'preference.consent.sms', 'masters'),
      ],
    },
    'SELECT flow_id, use, needs, items FROM fact_flow_uses ORDER BY flow_id, use',
  );
  expect(rows).toEqual([
    { flow_id: 'back', use: 'refusal', needs: 1, items: 'outcome.unsubscribed' },
    { flow_id: 'choice', use: 'refusal', needs: 1, items: 'preference.consent.sms' },
    { flow_id: 'content', use: 'regulatory', needs: 1, items: 'law' },
  ]);
});

test('steps made by hand are told of messages the law demands only', async () => {
  const rows = await read(
    {
      systems: systems('desk'),
      communications: [message('law', { legal_basis: 'legal_obligation' }), message('other')],
      communication_steps: [
        step('law', 1, 'desk', 'process', { manual: true }),
        step('other', 1, 'desk', 'process', { manual: true }),
      ],
    },
    'SELECT system_id, needs, communications FROM fact_manual_steps ORDER BY 1',
  );
  expect(rows).toEqual([{ system_id: 'desk', needs: 1, communications: 'law' }]);
});

test('a hub parts its spokes, and says when its support ends', async () => {
  const ids = ['a', 'b', 'hub'];
  const field = 'preference.delivery';
  const rows = await read(
    {
      systems: [...systems('a', 'b'), { ...system('hub'), legacy: true, end_of_support: '2026-05-22' }],
      system_fields: ids.map((id) => role(id, field, 'collects')),
      flows: ['a', 'b'].flatMap((id) => [flow(`${id}-in`, id, 'hub'), flow(`${id}-out`, 'hub', id)]),
      flow_fields: ['a-in', 'a-out', 'b-in', 'b-out'].map((id) => carries(id, field)),
    },
    'SELECT system_id, kind, item, cut, cut_of, legacy, ends_in_days FROM fact_single_points ORDER BY 1, 3',
  );
  expect(rows).toEqual([
    { system_id: 'hub', kind: 'choice', item: field, cut: 2, cut_of: 6, legacy: true, ends_in_days: -10 },
  ]);
});

test('an engine is the only one for a message only if all its channels are composed there', async () => {
  const rows = await read(
    {
      systems: systems('one', 'two'),
      communications: ['n1', 'n2'].map((id) => message(id, { regulatory: true })),
      communication_steps: [
        step('n1', 1, 'one', 'composition'),
        step('n1', 1, 'one', 'composition', { channel: 'email' }),
        step('n2', 1, 'one', 'composition'),
        step('n2', 1, 'two', 'composition', { channel: 'email' }),
      ],
    },
    'SELECT system_id, item, cut, cut_of FROM fact_single_points ORDER BY 1, 2',
  );
  expect(rows).toEqual([{ system_id: 'one', item: 'composition', cut: 1, cut_of: 2 }]);
});

test('what reaches a reporting system or a reporting step of its own is reported', async () => {
  const rows = await read(
    {
      systems: [...systems('mailer', 'printer', 'hub', 'desk'), { ...system('bi'), kind: 'reporting' }],
      channels: [
        { channel_id: 'e', channel: 'email', system_id: 'mailer' },
        { channel_id: 'p', channel: 'post', system_id: 'printer' },
      ],
      communications: [message('n1'), message('n2')],
      communication_steps: [
        step('n1', 1, 'mailer', 'delivery', { channel: 'email' }),
        step('n1', 1, 'printer', 'delivery'),
        step('n2', 1, 'printer', 'delivery'),
        step('n2', 2, 'desk', 'reporting'),
      ],
      flows: [flow('1', 'mailer', 'hub'), flow('2', 'hub', 'bi'), flow('3', 'printer', 'desk')],
      flow_fields: [
        carries('1', 'outcome.bounced'),
        carries('2', 'outcome'),
        carries('3', 'outcome.returned'),
      ],
    },
    'SELECT system_id, communications, unreported, targets FROM fact_reporting ORDER BY 1',
  );
  expect(rows).toEqual([
    { system_id: 'mailer', communications: 'n1', unreported: null, targets: 2 },
    { system_id: 'printer', communications: 'n1|n2', unreported: 'n1', targets: 2 },
  ]);
});

test('systems come with their persons and flows', async () => {
  const customer = (system_id: string, subject_key: string): Row => ({
    system_id,
    subject_key,
    key_type: 'customer_no',
  });
  const rows = await read(
    {
      systems: systems('a', 'b'),
      customers: [customer('a', '1'), customer('a', '2'), customer('b', '9')],
      flows: [flow('1', 'a', 'third party'), flow('2', 'a', 'a')],
    },
    'SELECT system_id, persons, persons_of, flows_in, flows_out FROM fact_systems ORDER BY 1',
  );
  expect(rows).toEqual([
    { system_id: 'a', persons: 2, persons_of: 3, flows_in: 0, flows_out: 1 },
    { system_id: 'b', persons: 1, persons_of: 3, flows_in: 0, flows_out: 0 },
  ]);
});
