import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Files, failure, withLoaded } from './ecosystem.js';

const yaml = (file: string, rest = ''): string => `name: test
sources:
  - { table: delivery_events, file: ${file}, columns: { system_id: { constant: mta } }${rest} }
`;

const report = (to: string, id: string): string => `Return-Path: <>
From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: bounces@bank.example
Date: Thu, 22 Jan 2026 20:50:02 +0100
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

<${to}>: host mx.example.org[192.0.2.4] said: 550 5.1.1 <${to}>: User unknown in
    virtual alias table (in reply to RCPT TO command)

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; ${to}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 550 5.1.1 <${to}>: User unknown in virtual alias table

--b
Content-Type: text/rfc822-headers

Message-ID: <${id}>
From: statements@bank.example
To: ${to}
Subject: Your statement

--b--
`;

const letter =
  'From: ann@example.org\nTo: bank@bank.example\nSubject: Thank you\nDate: Thu, 22 Jan 2026 21:00:00 +0100\n\nAll is well.\n';
const quoted = (mail: string): string => `From MAILER-DAEMON Thu Jan 22 20:50:02 2026\n${mail}\n`;

const events = (files: Files, file: string, rest = ''): Promise<unknown> =>
  withLoaded({ ...files, 'unsilo.yaml': yaml(file, rest) }, async (store, { inputs }) => ({
    events: await store.all(
      'SELECT event_id, message_key, type, contact_point, _row FROM std_delivery_events ORDER BY ALL',
    ),
    rejects: await store.all('SELECT "row", value FROM std_rejects ORDER BY ALL'),
    inputs: inputs.map(({ file: name, format, rows_in, rows_set_aside }) => [
      name,
      format,
      rows_in,
      rows_set_aside,
    ]),
  }));

const event = (place: string, who: string, row: number) => ({
  event_id: `${place}#1`,
  message_key: `${who}@bank.example`,
  type: 'bounced',
  contact_point: `${who}@example.org`,
  _row: row,
});

const ann = report('ann@example.org', 'ann@bank.example');
const ben = report('ben@example.org', 'ben@bank.example');

describe('bounce mails as a source', () => {
  const folder = {
    'bounces/cur/1.mx:2,S': ann,
    'bounces/new/2.mx': letter,
    'bounces/new/3.mx': ben,
    'bounces/tmp/4.mx': ann,
    'bounces/dovecot.index.log': '\u0001',
  };

  it('are one source where they are a folder of a mail server, and none of those that report nothing is a row', async () => {
    expect(await events(folder, 'bounces')).toEqual({
      events: [event('bounces/cur/1.mx:2,S', 'ann', 1), event('bounces/new/3.mx', 'ben', 3)],
      rejects: [],
      inputs: [['bounces', 'mail', 2, 0]],
    });
  });

  it.each([
    ['a glob', { 'in/a.eml': ann, 'in/b.eml': ben }, 'in/*.eml', ['in/a.eml', 'in/b.eml']],
    [
      'an mbox',
      { 'in.mbox': quoted(ann) + quoted(letter) + quoted(ben) },
      'in.mbox',
      ['in.mbox/1', 'in.mbox/3'],
    ],
    [
      'a packed mbox',
      { 'in.mbox.gz': gzipSync(quoted(ann) + quoted(letter) + quoted(ben)) },
      'in.mbox.gz',
      ['in.mbox.gz/1', 'in.mbox.gz/3'],
    ],
  ])('are read from %s', async (_, files, file, places) => {
    const rows = file === 'in/*.eml' ? [1, 2] : [1, 3];
    expect(await events(files as Files, file)).toMatchObject({
      events: [event(places[0]!, 'ann', rows[0]!), event(places[1]!, 'ben', rows[1]!)],
      rejects: [],
    });
  });

  it('are set aside by number and name where they are none, packed badly or cut off', async () => {
    const files = {
      'in/a.eml': '',
      'in/b.eml': Buffer.from([0, 255, 254, 1]),
      'in/c.eml.gz': gzipSync(ben).subarray(0, 100),
      'in/d.eml': ben,
    };
    expect(await events(files, 'in')).toEqual({
      events: [event('in/d.eml', 'ben', 4)],
      rejects: [
        { row: 1, value: 'in/a.eml' },
        { row: 2, value: 'in/b.eml' },
        { row: 3, value: 'in/c.eml.gz' },
      ],
      inputs: [['in', 'mail', 4, 3]],
    });
  });

  it('need the system whose messages they report, and fill no other table', async () => {
    const files = { 'in/a.eml': ann };
    expect(
      (
        await failure({
          ...files,
          'unsilo.yaml': yaml('in').replace(', columns: { system_id: { constant: mta } }', ''),
        })
      ).message,
    ).toContain('system_id');
    const other = yaml('in', ', format: mail').replace('delivery_events', 'sends');
    expect((await failure({ ...files, 'unsilo.yaml': other })).message).toContain(
      'mails tell nothing of sends',
    );
  });
});
