import { describe, expect, it } from 'vitest';
import { type Files, withLoaded } from '../ecosystem.js';

const header = 'message_key,system_id,type,time,channel,contact_point';
const events = (...rows: string[]): string =>
  `${[header, ...rows.map((row) => row.replace(' at ', ',2026-06-01T'))].join('\n')}\n`;
const sends =
  'message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at\nh1,house,statement,*,email,C1,customer_no,2026-06-01T07:00:00Z\n';

const sent = (log: string, house?: string): Promise<unknown> => {
  const files: Files = {
    'unsilo.yaml': `name: x
sources:
  - { table: delivery_events, file: log.csv, columns: { system_id: { constant: mailer } } }
${house === undefined ? '' : '  - { table: sends, file: sends.csv }\n'}`,
    'log.csv': log,
    ...(house !== undefined && { 'sends.csv': house }),
  };
  return withLoaded(files, (store) =>
    store.all(`SELECT message_key, system_id, subject_key, key_type, channel, sent_at, _row AS "row"
      FROM std_sends WHERE system_id = 'mailer' ORDER BY ALL`),
  );
};

const keys = async (log: string, house?: string): Promise<unknown> =>
  ((await sent(log, house)) as { message_key: string }[]).map(({ message_key }) => message_key);

const delivered = 'm1,mailer,delivered at 08:00:01Z,email,A@example.com';
const bounced = 'm2,mailer,bounced at 08:00:02Z,email,b@example.com';

describe('a message that no send names', () => {
  it('counts as sent by the system whose log tells of it, once, from its first event on', async () => {
    const log = events('m1,mailer,accepted at 08:00:00Z,email,A@example.com', delivered, bounced);
    const message = { system_id: 'mailer', key_type: 'email', channel: 'email' };
    expect(await sent(log)).toEqual([
      {
        message_key: 'm1',
        subject_key: 'A@example.com',
        sent_at: '2026-06-01T08:00:00.000Z',
        row: 2,
        ...message,
      },
      {
        message_key: 'm2',
        subject_key: 'b@example.com',
        sent_at: '2026-06-01T08:00:02.000Z',
        row: 4,
        ...message,
      },
    ]);
  });

  it('was not sent when it was rejected before', async () => {
    const rejected = 'm3,mailer,rejected_pre_send at 08:00:03Z,email,c@example.com';
    const queued = 'm3,mailer,accepted at 08:00:00Z,email,c@example.com';
    expect(await keys(events(delivered, rejected))).toEqual(['m1']);
    expect(await keys(events(delivered, queued, rejected))).toEqual(['m1']);
  });

  it('is left alone in a log that tells of failures only, for nobody knows of how many', async () => {
    expect(await keys(events(bounced))).toEqual([]);
  });

  it('counts beside sends of other systems, but not those that are among them', async () => {
    const known = 'h1,mailer,delivered at 08:00:00Z,email,d@example.com';
    expect(await keys(events(known, delivered), sends)).toEqual(['m1']);
    expect(await keys(events(delivered.replace('email', 'sms')), sends)).toEqual(['m1']);
  });

  it('does not count twice where the ids of sends and events do not fit', async () => {
    expect(await keys(events(delivered), sends)).toEqual([]);
  });

  it('stands by what its system says of its sends itself', async () => {
    expect(await keys(events(delivered), sends.replace('house', 'mailer'))).toEqual(['h1']);
  });

  it('has the kind of key that its channel goes by', async () => {
    const hash = 'a'.repeat(64);
    const log = events(
      `1,mailer,delivered at 08:00:00Z,email,${hash}`,
      '2,mailer,delivered at 08:00:00Z,sms,+447700900123',
      '3,mailer,delivered at 08:00:00Z,web_push,token',
      '4,mailer,delivered at 08:00:00Z,post,1 Elm Street',
      '5,mailer,delivered at 08:00:00Z,in_app,u-1',
    );
    const found = (await sent(log)) as { key_type: string }[];
    expect(found.map(({ key_type }) => key_type)).toEqual([
      'email_sha256',
      'phone_e164',
      'push_token',
      'postal_address',
      'user_id',
    ]);
  });
});
