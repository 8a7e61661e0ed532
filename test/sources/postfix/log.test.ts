import { describe, expect, it } from 'vitest';
import { PostfixLog, type PostfixTable, postfixHeader } from '../../../src/sources/postfix/log.js';

const stamp = 'Nov 22 10:00:01 mx1';

/** The rows that lines give for a table, by the names of their columns. */
function rowsOf(
  table: PostfixTable,
  lines: readonly string[],
  last = '2026-12-01',
): Record<string, string | null>[] {
  const log = new PostfixLog(table);
  log.begin(last);
  return lines.flatMap((line, i) =>
    log.see(line, i + 1).map((one) => {
      if (!('cells' in one)) return { row: String(one.row), expected: one.expected };
      return Object.fromEntries(postfixHeader[table].map((name, at) => [name, one.cells[at] ?? null]));
    }),
  );
}

const at = (program: string, text: string): string => `${stamp} postfix/${program}[7]: ${text}`;
const begin = (id: string, message: string, recipients = 1, sender = 'news@bank.example'): string[] => [
  at('cleanup', `${id}: message-id=<${message}>`),
  at('qmgr', `${id}: from=<${sender}>, size=1, nrcpt=${recipients} (queue active)`),
];
const attempt = (
  id: string,
  to: string,
  status: string,
  text: string,
  relay = 'mx.example.org[192.0.2.4]:25',
): string =>
  at(
    'smtp',
    `${id}: to=<${to}>, relay=${relay}, delay=1, delays=0/0/1/0, dsn=2.0.0, status=${status} (${text})`,
  );
const removed = (id: string): string => at('qmgr', `${id}: removed`);
const keys = (rows: readonly Record<string, string | null>[]) =>
  rows.map(({ message_key, type }) => [message_key, type]);

describe('what a log of Postfix says', () => {
  it.each([
    ['RFC 3164', 'Nov 22 10:00:01 mx1', '2026-11-22T10:00:01'],
    ['RFC 3164 of the year before', 'Dec  2 10:00:01 mx1', '2025-12-02T10:00:01'],
    ['RFC 3164 with a priority', '<22>Nov  2 10:00:01 mx1', '2026-11-02T10:00:01'],
    ['RFC 3339', '2026-11-22T10:00:01.123456+01:00 mx1', '2026-11-22T09:00:01.123Z'],
    ['journalctl', '2026-11-22T10:00:01+0100 mx1', '2026-11-22T09:00:01.000Z'],
    ['a log without zone', '2026-11-22 10:00:01 mx1', '2026-11-22T10:00:01'],
  ])('is at the time of the line, written by %s', (_, start, time) => {
    const line = attempt('3F2A1B0C9D', 'ann@example.org', 'sent', '250 ok').replace(stamp, start);
    expect(rowsOf('delivery_events', [line])).toMatchObject([{ time }]);
  });

  it('of RFC 5424 has the number of the process apart', () => {
    const line =
      '<22>1 2026-11-22T10:00:01Z mx1 postfix/smtp 7 - - 3F2A1B0C9D: to=<ann@example.org>, relay=none, delay=1, status=bounced (gone)';
    expect(rowsOf('delivery_events', [line])).toMatchObject([
      { type: 'bounced', contact_point: 'ann@example.org', diagnostic: 'gone' },
    ]);
  });

  it('of a queue id that is used again is about another message', () => {
    const lines = ['m1', 'm2'].flatMap((id) => [
      ...begin('3F2A1', id),
      attempt('3F2A1', 'ann@example.org', 'sent', '250 ok'),
      removed('3F2A1'),
    ]);
    expect(keys(rowsOf('delivery_events', lines))).toEqual([
      ['m1', 'delivered'],
      ['m2', 'delivered'],
    ]);
    const unremoved = lines.filter((line) => !line.includes('removed'));
    expect(keys(rowsOf('delivery_events', unremoved))).toEqual([
      ['m1', 'delivered'],
      ['m2', 'delivered'],
    ]);
  });

  it('of several recipients of one message are several messages', () => {
    const lines = [
      ...begin('3F2A1', 'm1', 2),
      attempt('3F2A1', 'ann@example.org', 'sent', '250 ok'),
      attempt('3F2A1', 'ben@example.org', 'bounced', 'host x said: 550 gone'),
    ];
    expect(keys(rowsOf('delivery_events', lines))).toEqual([
      ['m1 ann@example.org', 'delivered'],
      ['m1 ben@example.org', 'bounced'],
    ]);
    expect(rowsOf('sends', lines).map(({ message_key }) => message_key)).toEqual([
      'm1 ann@example.org',
      'm1 ben@example.org',
    ]);
  });

  it('of a filter on the same machine is that it took the message, which is sent once', () => {
    const lines = [
      ...begin('3F2A1', 'm1'),
      attempt('3F2A1', 'ann@example.org', 'sent', '250 ok: queued as 3F2A2', '127.0.0.1[127.0.0.1]:10024'),
      ...begin('3F2A2', 'm1'),
      attempt('3F2A2', 'ann@example.org', 'bounced', 'host x said: 550 5.1.1 gone'),
    ];
    expect(keys(rowsOf('delivery_events', lines))).toEqual([
      ['m1', 'accepted'],
      ['m1', 'bounced'],
    ]);
    expect(rowsOf('sends', lines)).toMatchObject([
      { message_key: 'm1', sender: 'news@bank.example', key_type: 'email' },
    ]);
  });

  it('of attempts is counted, and the last one is the reason when the time runs out', () => {
    const waits = (text: string) => attempt('3F2A1', 'ann@example.org', 'deferred', text);
    const lines = [
      ...begin('3F2A1', 'm1'),
      waits('a'),
      waits('host x said: 450 4.7.1 Greylisted'),
      at('qmgr', '3F2A1: from=<news@bank.example>, status=expired, returned to sender'),
    ];
    expect(rowsOf('delivery_events', lines)).toMatchObject([
      { type: 'deferred', attempt: '1' },
      { type: 'deferred', attempt: '2' },
      {
        type: 'expired',
        raw_type: 'expired',
        reply_code: '450',
        diagnostic: 'host x said: 450 4.7.1 Greylisted',
      },
    ]);
    expect(rowsOf('sends', lines)).toHaveLength(1);
  });

  it('of reports it sends itself, of addresses tried and of mail it refused is no event', () => {
    const lines = [
      ...begin('3F2A1', 'b1', 1, ''),
      attempt('3F2A1', 'news@bank.example', 'sent', '250 ok'),
      attempt('3F2A2', 'ann@example.org', 'deliverable', '250 ok'),
      at(
        'smtpd',
        'NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 Relay access denied; from=<a@b.example> to=<c@d.example>',
      ),
      at('smtpd', 'connect from core[192.0.2.10]'),
    ];
    expect(rowsOf('delivery_events', lines)).toEqual([]);
    expect(rowsOf('sends', lines)).toEqual([]);
  });

  it('of an alias is told by the address that was written to', () => {
    const line = at(
      'local',
      '3F2A1: to=<ann@core.example>, orig_to=<service@bank.example>, relay=local, delay=0, status=sent (delivered to mailbox)',
    );
    expect(rowsOf('delivery_events', [line])).toMatchObject([
      { contact_point: 'service@bank.example', type: 'delivered' },
    ]);
  });

  it('about a delivery that is cut off is told by its number', () => {
    const line = attempt('3F2A1', 'ann@example.org', 'sent', '250 ok').slice(0, 70);
    expect(rowsOf('delivery_events', ['', line])).toEqual([
      { row: '2', expected: 'to=<…>, relay=…, status=…' },
    ]);
  });
});
