import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failure, withLoaded } from './ecosystem.js';

const yaml = (rest = ''): string => `name: test
time_zone: Europe/Berlin
sources:
  - { table: delivery_events, file: maillog, observed_at: "2026-01-02"${rest} }
  - table: sends
    file: maillog
    observed_at: "2026-01-02"
    columns:
      comm_type: { from: sender, values: { statements@bank.example: statement/monthly } }
      lob: { constant: retail }
`;

const line = (time: string, program: string, text: string): string =>
  `${time} mx1 postfix/${program}[77]: ${text}`;

/** One message delivered at the second attempt after the turn of the year, and one that bounced under the same queue id. */
const log = [
  line('Dec 31 23:59:58', 'smtpd', '3F2A1B0C9D: client=core[192.0.2.10]'),
  line('Dec 31 23:59:58', 'cleanup', '3F2A1B0C9D: message-id=<one@bank.example>'),
  line(
    'Dec 31 23:59:58',
    'qmgr',
    '3F2A1B0C9D: from=<statements@bank.example>, size=999, nrcpt=1 (queue active)',
  ),
  line(
    'Dec 31 23:59:59',
    'smtp',
    '3F2A1B0C9D: to=<ann@example.org>, relay=mx.example.org[192.0.2.2]:25, delay=1.2, delays=0.1/0/1/0.1, dsn=4.2.0, status=deferred (host mx.example.org[192.0.2.2] said: 450 4.2.0 Greylisted, "please" try later (in reply to RCPT TO command))',
  ),
  line(
    'Jan  1 00:10:00',
    'anvil',
    'statistics: max connection rate 1/60s for (smtp:192.0.2.1) at Jan  1 00:00:00',
  ),
  line(
    'Jan  1 00:15:00',
    'smtp',
    '3F2A1B0C9D: to=<ann@example.org>, relay=mx.example.org[192.0.2.2]:25, delay=902, delays=901/0/1/0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1)',
  ),
  line('Jan  1 00:15:00', 'qmgr', '3F2A1B0C9D: removed'),
  line('Jan  1 01:00:00', 'cleanup', '3F2A1B0C9D: message-id=<two@bank.example>'),
  line(
    'Jan  1 01:00:00',
    'qmgr',
    '3F2A1B0C9D: from=<statements@bank.example>, size=999, nrcpt=1 (queue active)',
  ),
  line(
    'Jan  1 01:00:01',
    'smtp',
    '3F2A1B0C9D: to=<ben@example.net>, relay=mx.example.net[192.0.2.3]:25, delay=1.2, delays=0.1/0/1/0.1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.3] said: 550 5.1.1 <ben@example.net>: User unknown (in reply to RCPT TO command))',
  ),
].join('\n');

describe('a log of Postfix', () => {
  it('tells what became of messages and which were sent, with the lines it is from', () =>
    withLoaded({ 'unsilo.yaml': yaml(), maillog: log }, async (store, { inputs }) => {
      expect(
        await store.all(
          'SELECT message_key, system_id, type, time, raw_type, reply_code, enhanced_code, attempt, _row FROM std_delivery_events ORDER BY _row',
        ),
      ).toEqual([
        {
          message_key: 'one@bank.example',
          system_id: 'mx1',
          type: 'deferred',
          time: '2025-12-31T22:59:59.000Z',
          raw_type: 'deferred',
          reply_code: '450',
          enhanced_code: '4.2.0',
          attempt: 1,
          _row: 4,
        },
        {
          message_key: 'one@bank.example',
          system_id: 'mx1',
          type: 'delivered',
          time: '2025-12-31T23:15:00.000Z',
          raw_type: 'sent',
          reply_code: '250',
          enhanced_code: '2.0.0',
          attempt: 2,
          _row: 6,
        },
        {
          message_key: 'two@bank.example',
          system_id: 'mx1',
          type: 'bounced',
          time: '2026-01-01T00:00:01.000Z',
          raw_type: 'bounced',
          reply_code: '550',
          enhanced_code: '5.1.1',
          attempt: 1,
          _row: 10,
        },
      ]);
      expect(
        await store.all(
          'SELECT message_key, comm_type, subject_key, contact_point, sent_at, _row FROM std_sends ORDER BY _row',
        ),
      ).toEqual([
        {
          message_key: 'one@bank.example',
          comm_type: 'statement/monthly',
          subject_key: 'ann@example.org',
          contact_point: 'ann@example.org',
          sent_at: '2025-12-31T22:59:58.000Z',
          _row: 4,
        },
        {
          message_key: 'two@bank.example',
          comm_type: 'statement/monthly',
          subject_key: 'ben@example.net',
          contact_point: 'ben@example.net',
          sent_at: '2026-01-01T00:00:00.000Z',
          _row: 10,
        },
      ]);
      expect(inputs.map(({ format, rows_in, rows_set_aside }) => [format, rows_in, rows_set_aside])).toEqual([
        ['postfix', 3, 0],
        ['postfix', 2, 0],
      ]);
    }));

  it('is read packed, and a line cut off or too long is set aside by its number', async () => {
    const cut = line('Jan  1 02:00:00', 'smtp', '4F2A1B0C9D: to=<cut@example.net>, relay=mx.exa');
    const long = `${'x'.repeat(1_200_000)}`;
    const files = {
      'unsilo.yaml': yaml().replaceAll('maillog', 'mail.log.1.gz'),
      'mail.log.1.gz': gzipSync([long, cut, log].join('\n')),
    };
    await withLoaded(files, async (store) => {
      expect(await store.all('SELECT "row", expected FROM std_rejects ORDER BY "row"')).toEqual([
        { row: 1, expected: 'a line shorter than 1 MB' },
        { row: 2, expected: 'to=<…>, relay=…, status=…' },
      ]);
      expect(
        await store.all('SELECT min(_row) AS least, count(*) AS events FROM std_delivery_events'),
      ).toEqual([{ least: 6, events: 3 }]);
    });
  });

  it('fails as a whole where its times have no zone, or it is none', async () => {
    const without = await failure({
      'unsilo.yaml': yaml().replace('time_zone: Europe/Berlin\n', ''),
      maillog: log,
    });
    expect(without.message).toContain('the times of the log have no zone');
    const other = await failure({ 'unsilo.yaml': yaml(), maillog: 'Jan  1 02:00:00 mx1 sshd[1]: hello\n' });
    expect(other.message).toContain('no line of Postfix in it');
  });

  it('that was rotated is one source in the order it was written, so that what waits in one file is known in the next', async () => {
    const lines = log.split('\n');
    const files = {
      'unsilo.yaml': yaml().replaceAll('file: maillog', 'file: "maillog*"'),
      maillog: lines.slice(7).join('\n'),
      'maillog.1': `${lines.slice(4, 7).join('\n')}\n`,
      'maillog.2.gz': gzipSync(`${lines.slice(0, 4).join('\n')}\n`),
    };
    await withLoaded(files, async (store, { inputs }) => {
      const events = await store.all(
        'SELECT message_key, type, attempt, _row FROM std_delivery_events ORDER BY _row',
      );
      expect(events).toEqual([
        { message_key: 'one@bank.example', type: 'deferred', attempt: 1, _row: 4 },
        { message_key: 'one@bank.example', type: 'delivered', attempt: 2, _row: 6 },
        { message_key: 'two@bank.example', type: 'bounced', attempt: 1, _row: 10 },
      ]);
      expect(await store.all('SELECT count(*) AS sends FROM std_sends')).toEqual([{ sends: 2 }]);
      expect(inputs.map(({ file }) => file)).toEqual(['maillog*', 'maillog*']);
    });
  });
});
