import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { withLoaded } from '../ecosystem.js';

const to = (n: number): string => `user${n}@example.com`;
const mail = (id: string, destination: readonly string[]) => ({
  timestamp: '2026-06-01T08:00:00.000Z',
  messageId: id,
  destination,
  tags: { campaign: ['june'] },
});
/** Events of every kind, some for several recipients, some in envelopes; `id` tells them apart. */
const events = (id: number): object[] => [
  { eventType: 'Send', mail: mail(`s${id}`, [to(1), to(2)]), send: {} },
  {
    eventType: 'Delivery',
    mail: mail(`d${id}`, [to(1)]),
    delivery: {
      timestamp: '2026-06-01T08:00:01.5Z',
      recipients: [to(1)],
      smtpResponse: '[internal] 250 "ok" {x}',
    },
  },
  {
    eventType: 'Bounce',
    mail: mail(`b${id}`, [to(1), to(2)]),
    bounce: {
      feedbackId: `f${id}`,
      timestamp: '2026-06-01T08:00:02Z',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        { emailAddress: to(1), status: '5.1.1', diagnosticCode: 'smtp; 550\r\n5.1.1 é' },
        { emailAddress: to(2) },
      ],
    },
  },
  {
    Type: 'Notification',
    Message: JSON.stringify({
      notificationType: 'Complaint',
      mail: mail(`c${id}`, [to(3)]),
      complaint: {
        timestamp: '2026-06-01T08:00:03Z',
        complainedRecipients: [{ emailAddress: to(3) }],
        complaintFeedbackType: 'abuse',
      },
    }),
  },
  { Type: 'SubscriptionConfirmation', Message: 'You have chosen to subscribe to the topic {"no": json' },
  { eventType: 'Open', mail: mail(`o${id}`, []), open: { timestamp: null } },
  {
    eventType: 'Delivery',
    mail: mail(`e${id}`, [to(4)]),
    delivery: { timestamp: '2026-06-01T08:00:01Z', recipients: [], smtpResponse: null },
  },
];
/** Nothing is read of what only makes a file large. */
const filler = { pad: 'x'.repeat(1 << 20) };
const lines = (objects: readonly unknown[]): string =>
  `${objects.map((one) => JSON.stringify(one)).join('\n')}\n`;
const large = [filler, filler, filler, filler, filler];

async function read(content: string, config = ''): Promise<{ rows: Row[]; rejects: Row[]; used: number }> {
  const files = {
    'unsilo.yaml': `name: x\nsources: [{ table: delivery_events, file: log.jsonl, mapping: ses-events${config} }]\n`,
    'log.jsonl': content,
  };
  return withLoaded(files, async (store, { inputs: [input] }) => ({
    rows: await store.all(
      'SELECT * EXCLUDE (_source, _row), _row AS place FROM std_delivery_events ORDER BY ALL',
    ),
    rejects: await store.all('SELECT "row", "column", value, expected FROM std_rejects ORDER BY ALL'),
    used: input!.rows_used,
  }));
}

describe('a log of nested events', () => {
  it('is read alike by the engine, when it is large, and here: rows, values, places, what is set aside', async () => {
    const some = [...events(1), ...events(2)];
    const small = await read(lines([...some, filler]));
    const streamed = await read(lines([...some, ...large]));
    expect(streamed.rows).toEqual(small.rows);
    expect(small.rows.length).toBe(16);
    const own = ({ row }: Row) => Number(row) <= some.length;
    expect(streamed.rejects.filter(own)).toEqual(small.rejects.filter(own));
  });

  it('may be one list, lists line by line, or hold lines that are no JSON', async () => {
    const some = events(1);
    const { rows } = await read(lines(some));
    const byKey = (found: readonly Row[]) => found.map(({ place: _, ...row }) => row);
    const list = await read(JSON.stringify([...some, ...large], null, 1));
    expect(byKey(list.rows)).toEqual(byKey(rows));
    const bodies = await read(lines([some.slice(0, 3), some.slice(3), large]));
    expect(byKey(bodies.rows)).toEqual(byKey(rows));
    const broken = await read(`${lines(some)}{"eventType": \nno json\n${lines(large)}`);
    expect(broken.rows).toEqual(rows);
    expect(broken.rejects.filter(({ row }) => Number(row) === 8 || Number(row) === 9)).toHaveLength(2);
  });

  it('has what begins late in it', async () => {
    const { rows } = await read(lines([events(1)[0], ...large, events(1)[2]]));
    expect(rows.map(({ type, enhanced_code }) => [type, enhanced_code])).toContainEqual(['bounced', '5.1.1']);
  });
});

describe('a log of a house of its own', () => {
  it('is laid out by unsilo.yaml: nested, in envelopes, codes of two columns, keys put together', async () => {
    const config = `name: letters
sources:
  - table: delivery_events
    file: returns.jsonl
    document: { within: batch, unwrap: [payload], first: [pieces] }
    columns:
      message_key: { from: job, with: [pieces.no], between: "-" }
      system_id: { constant: print }
      type: { from: state, with: [pieces.why], values: { back: returned, back/forwarded: delivered, out: sent }, otherwise: unknown }
      time: { from: at, format: epoch }
      channel: { constant: post }
      contact_point: { from: pieces.address, or: [address] }
      raw_type: state
      provider_code: pieces.why
`;
    const piece = (no: number, why?: string) => ({ no, ...(why && { why }) });
    const batch = [
      {
        payload: {
          job: 'J1',
          state: 'back',
          at: 1780300800,
          address: '1 Elm St',
          pieces: [piece(1, 'ANK'), piece(2, 'forwarded')],
        },
      },
      { payload: JSON.stringify({ job: 'J2', state: 'out', at: 1780300800123, pieces: [piece(1)] }) },
      { job: 'J3', state: 'lost', at: 1780300800, address: '2 Elm St' },
    ];
    const files = { 'unsilo.yaml': config, 'returns.jsonl': JSON.stringify({ batch }) };
    const found = await withLoaded(files, (store) =>
      store.all(
        'SELECT message_key, type, time, contact_point, provider_code FROM std_delivery_events ORDER BY ALL',
      ),
    );
    expect(found.map((row) => Object.values(row).join(' | '))).toEqual([
      'J1-1 | returned | 2026-06-01T08:00:00.000Z | 1 Elm St | ANK',
      'J1-2 | delivered | 2026-06-01T08:00:00.000Z | 1 Elm St | forwarded',
      'J2-1 | sent | 2026-06-01T08:00:00.123Z |  | ',
      'J3 | unknown | 2026-06-01T08:00:00.000Z | 2 Elm St | ',
    ]);
  });
});
