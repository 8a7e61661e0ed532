import { describe, expect, test } from 'vitest';
import { computeAchievements } from '../../../src/facts/communications/index.js';
import { languageOf } from '../../../src/facts/communications/known/language.js';
import { productKey } from '../../../src/facts/communications/known/products.js';
import { compute as computeDelivery } from '../../../src/facts/delivery/index.js';
import { computeSystems } from '../../../src/facts/estate/index.js';
import { computePreferenceFacts } from '../../../src/facts/preferences/index.js';
import type { Row, Store } from '../../../src/store/store.js';
import { computeOver, system } from '../compute.js';

type Tables = Readonly<Record<string, readonly Row[]>>;

async function read(tables: Tables, sql: string): Promise<Row[]> {
  const shared = {
    identity: { shared_keys: [{ key_type: 'customer_no', systems: ['core', 'app', 'crm'] }] },
  };
  const store = await computeOver(
    { systems: ['core', 'app', 'crm'].map(system), ...tables },
    async (query, context) => {
      await computePreferenceFacts(query as Store, context);
      await computeSystems(query, context);
      await computeDelivery(query);
      await computeAchievements(query);
    },
    shared,
  );
  const rows = await store.all(sql);
  store.close();
  return rows;
}

const send = (message_key: string, subject_key: string, more: Row = {}): Row => ({
  message_key,
  system_id: 'core',
  communication_id: 'news',
  comm_type: 'marketing/news',
  lob: 'retail',
  channel: 'email',
  subject_key,
  key_type: 'customer_no',
  sent_at: '2026-03-10 09:00:00',
  ...more,
});
const event = (message_key: string, type: string, more: Row = {}): Row => ({
  event_id: `${message_key}-${type}`,
  message_key,
  system_id: 'core',
  type,
  time: '2026-03-10 10:00:00',
  channel: 'email',
  ...more,
});
const customer = (system_id: string, subject_key: string, more: Row = {}): Row => ({
  system_id,
  subject_key,
  key_type: 'customer_no',
  ...more,
});

describe('what messages achieve', () => {
  const all = 'SELECT * FROM fact_channel_effectiveness ORDER BY channel, communication';
  const of = async (tables: Tables, ...columns: string[]): Promise<unknown[]> =>
    (await read(tables, all)).map((row) => columns.map((column) => row[column]));

  test('is told by channel and by communication, with whom it could have reached', async () => {
    const tables = {
      customers: ['1', '2', '3', '4'].map((key) => customer('core', key)),
      sends: [
        send('a', '1', { unit_cost: '0.0100' }),
        send('b', '1', { unit_cost: '0.0100' }),
        send('c', '2', { unit_cost: '0.0200' }),
        send('d', '3', { communication_id: null }),
      ],
      delivery_events: [
        event('a', 'delivered'),
        event('a', 'opened'),
        event('b', 'bounced'),
        event('c', 'delivered'),
        event('c', 'clicked'),
        event('c', 'complained'),
      ],
    };
    const common = { channel: 'email', failed: 1, opted_out: null, returned: null, due: 0, late: null };
    const first = JSON.stringify([{ file: 'sends.csv', row: 2 }]);
    expect(await read(tables, all)).toEqual([
      {
        ...common,
        communication: null,
        messages: 4,
        persons: 3,
        persons_of: 4,
        observed: 3,
        delivered: 2,
        opened: 2,
        answered: 1,
        complained: 1,
        cost: '0.0400',
        costed: 3,
        evidence: first,
      },
      {
        ...common,
        communication: 'marketing/news',
        messages: 1,
        persons: 1,
        persons_of: 4,
        observed: 0,
        delivered: null,
        failed: null,
        opened: null,
        answered: null,
        complained: null,
        cost: null,
        costed: 0,
        evidence: JSON.stringify([{ file: 'sends.csv', row: 5 }]),
      },
      {
        ...common,
        communication: 'news',
        messages: 3,
        persons: 2,
        persons_of: 4,
        observed: 3,
        delivered: 2,
        opened: 2,
        answered: 1,
        complained: 1,
        cost: '0.0400',
        costed: 3,
        evidence: first,
      },
    ]);
  });

  test('is not measurable where the channel tells nothing of the kind, and none where it does', async () => {
    const tables = {
      sends: [
        send('a', '1'),
        send('b', '2', { communication_id: 'tips' }),
        send('c', '3', { channel: 'sms', communication_id: 'code' }),
      ],
      delivery_events: [
        event('a', 'delivered'),
        event('b', 'delivered'),
        event('b', 'unsubscribed'),
        event('c', 'delivered', { channel: 'sms' }),
      ],
    };
    expect(await of(tables, 'channel', 'communication', 'opted_out', 'complained')).toEqual([
      ['email', null, 1, null],
      ['email', 'news', 0, null],
      ['email', 'tips', 1, null],
      ['sms', null, null, null],
      ['sms', 'code', null, null],
    ]);
  });

  test('has no audience of its own where several systems send it', async () => {
    const tables = { sends: [send('a', '1'), send('b', '1', { system_id: 'app' })] };
    expect(await of(tables, 'communication', 'messages', 'persons', 'persons_of')).toEqual([
      [null, 2, 1, 1],
      ['news', 2, 1, null],
    ]);
  });

  test('counts what went out after its due time and deadline, where a due time is known', async () => {
    const tables = {
      communications: [
        {
          communication_id: 'news',
          name: 'News',
          comm_type: 'marketing/news',
          lob: 'retail',
          deadline: 'P1D',
        },
      ],
      sends: [
        send('a', '1', { due_at: '2026-03-09 09:00:00' }),
        send('b', '2', { due_at: '2026-03-09 08:59:59' }),
        send('c', '3'),
        send('d', '4', { communication_id: 'tips', due_at: '2026-03-10 08:00:00' }),
      ],
    };
    expect(await of(tables, 'communication', 'due', 'late')).toEqual([
      [null, 3, 2],
      ['news', 2, 1],
      ['tips', 1, 1],
    ]);
  });

  test('counts persons exactly, however many communications there are', async () => {
    const sends = Array.from({ length: 200 }, (_, i) =>
      send(`m${i}`, String(i % 7), {
        communication_id: `c${i % 100}`,
        channel: i % 3 === 0 ? 'sms' : 'email',
      }),
    );
    const expected = new Map<string, Set<unknown>>();
    for (const { channel, communication_id, subject_key } of sends)
      for (const communication of [null, communication_id])
        for (const key of [`${channel} ${communication}`])
          expected.set(key, (expected.get(key) ?? new Set()).add(subject_key));
    const rows = await of({ sends }, 'channel', 'communication', 'persons');
    const counted = (rows as unknown[][]).map(([channel, communication, n]) => [
      `${channel} ${communication}`,
      n,
    ]);
    expect(new Map(counted as [string, number][])).toEqual(
      new Map([...expected].map(([key, persons]) => [key, persons.size])),
    );
    expect(rows.length).toBeGreaterThan(62 * 2);
  });

  test('is the same over vendors as over each of them', async () => {
    const sends = [
      send('a', '1', { vendor: 'x' }),
      send('b', '1', { vendor: 'y' }),
      send('c', '2', { vendor: 'y' }),
    ];
    expect(await of({ sends }, 'communication', 'messages', 'persons')).toEqual([
      [null, 3, 2],
      ['news', 3, 2],
    ]);
  });
});

const known = `SELECT knowledge, communication, channel, system_id, what, known_in, persons, messages, messages_of, own
  FROM fact_known_unused ORDER BY knowledge, communication`;

describe('a message in a wrong language', () => {
  const speaks = (system_id: string, key: string, language: string, more: Row = {}): Row =>
    customer(system_id, key, { language, ...more });

  test('is one in a language that no record of its reader names', async () => {
    const tables = {
      customers: [speaks('core', '1', 'ar'), speaks('crm', '2', 'fa-IR'), speaks('core', '3', 'en')],
      sends: [
        send('a', '1', { locale: 'en-GB' }),
        send('b', '2', { locale: 'en' }),
        send('c', '3', { locale: 'eng' }),
        send('d', '1', { locale: 'AR_ae' }),
        send('e', '1'),
        send('f', '9', { locale: 'en' }),
      ],
    };
    expect(await read(tables, known)).toEqual([
      {
        knowledge: 'wrong_language',
        communication: 'news',
        channel: 'email',
        system_id: 'core',
        what: 'en>ar',
        known_in: 'core|crm',
        persons: 2,
        messages: 2,
        messages_of: 4,
        own: 1,
      },
    ]);
  });

  test.each<[string, Row[]]>([
    ['systems differ and one of them agrees', [speaks('core', '1', 'ar'), speaks('crm', '1', 'en')]],
    [
      'the language became known later',
      [speaks('core', '1', 'ar', { updated_at: '2026-03-11 00:00:00' }), speaks('core', '2', 'en')],
    ],
    ['the record names no language', [speaks('core', '1', 'unknown!'), speaks('core', '2', 'ar')]],
  ])('is not counted where %s', async (_, customers) => {
    expect(await read({ customers, sends: [send('a', '1', { locale: 'en' })] }, known)).toEqual([]);
  });

  test.each([
    ['en', 'en'],
    ['EN_gb', 'en'],
    ['ar-Arab-AE', 'ar'],
    ['eng', 'en'],
    ['ara', 'ar'],
    ['per', 'fa'],
    ['English', undefined],
    ['', undefined],
    ['1', undefined],
  ])('is told by tags: %j is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('an invitation to go paperless', () => {
  const choice = (subject_key: string, value: string, valid_from: string, more: Row = {}): Row => ({
    system_id: 'app',
    subject_key,
    key_type: 'customer_no',
    kind: 'delivery',
    lob: '*',
    comm_type: 'statement',
    channel: '*',
    value,
    strength: 'explicit',
    valid_from,
    time_quality: 'exact',
    ...more,
  });
  const invite = (key: string, more: Row = {}): Row =>
    send(key, '1', {
      communication_id: 'go-paperless',
      comm_type: 'service/paperless',
      channel: 'post',
      ...more,
    });
  const communications = [
    { communication_id: 'go-paperless', name: 'Go paperless', comm_type: 'service/paperless', lob: 'retail' },
  ];
  const of = async (preferences: Row[], sends = [invite('a')]) =>
    (await read({ communications, preferences, sends }, known)).map((row) => [
      row.messages,
      row.known_in,
      row.own,
    ]);

  test('is unused knowledge where the reader had chosen so anywhere', async () => {
    expect(await of([choice('1', 'electronic', '2026-01-01 00:00:00')])).toEqual([[1, 'app', 0]]);
  });

  test.each<[string, Row[]]>([
    [
      'chose paper since',
      [choice('1', 'electronic', '2026-01-01 00:00:00'), choice('1', 'paper', '2026-02-01 00:00:00')],
    ],
    ['chose within the day', [choice('1', 'electronic', '2026-03-09 10:00:00')]],
    ['chose for another line', [choice('1', 'electronic', '2026-01-01 00:00:00', { lob: 'cards' })]],
    [
      'was entered so by default',
      [choice('1', 'electronic', '2026-01-01 00:00:00', { strength: 'default' })],
    ],
    [
      'had taken it back',
      [choice('1', 'electronic', '2026-01-01 00:00:00', { valid_to: '2026-02-01 00:00:00' })],
    ],
    ['is somebody else', [choice('2', 'electronic', '2026-01-01 00:00:00')]],
  ])('is none where the reader %s', async (_, preferences) => {
    expect(await of(preferences)).toEqual([]);
  });

  test('counts a choice that was taken back only later', async () => {
    const preferences = [
      choice('1', 'electronic', '2026-01-01 00:00:00', { valid_to: '2026-04-01 00:00:00' }),
    ];
    expect(await of(preferences)).toHaveLength(1);
  });

  test('is told by the type where sends name no communication', async () => {
    const preferences = [choice('1', 'electronic', '2026-01-01 00:00:00')];
    expect(await of(preferences, [invite('a', { communication_id: null })])).toHaveLength(1);
    expect(
      await of(preferences, [invite('a', { communication_id: null, comm_type: 'service/notice' })]),
    ).toEqual([]);
  });
});

describe('an offer', () => {
  const communication_fields = [
    { communication_id: 'news', field: 'product.credit_card', purpose: 'offer' },
    { communication_id: 'tips', field: 'product.credit_card', purpose: 'salutation' },
  ];
  const holds = (more: Row = {}): Row =>
    customer('crm', '1', { product: 'Credit card', opened_at: '2025-01-01 00:00:00', ...more });
  const of = async (customers: Row[], sends = [send('a', '1')]) =>
    (await read({ communication_fields, customers, sends }, known)).map((row) => [
      row.what,
      row.messages,
      row.messages_of,
    ]);

  test('of a product its reader holds is unused knowledge, once however many records say so', async () => {
    expect(await of([holds(), customer('core', '1', { product: 'CREDIT-CARD' })])).toEqual([
      ['credit_card', 1, 1],
    ]);
  });

  test.each<[string, Row[], Row[]]>([
    ['was opened later', [holds({ opened_at: '2026-03-11 00:00:00' })], [send('a', '1')]],
    ['was closed before', [holds({ closed_at: '2026-03-09 00:00:00' })], [send('a', '1')]],
    ['is another', [holds({ product: 'Mortgage' })], [send('a', '1')]],
    ['is only mentioned', [holds()], [send('a', '1', { communication_id: 'tips' })]],
  ])('is none where the product %s', async (_, customers, sends) => {
    expect(await of(customers, sends)).toEqual([]);
  });

  test.each([
    ['Credit Card (Gold)', 'credit_card_gold'],
    ['بطاقة ائتمان', 'بطاقة_ائتمان'],
    ['--', ''],
  ])('knows %j as %j', (name, key) => {
    expect(productKey(name)).toBe(key);
  });
});
