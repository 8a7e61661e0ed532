import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/model/errors.js';
import { type Files, failure, oneSource, withLoaded } from './ecosystem.js';

const systems = (...ids: string[]): string =>
  `system_id,name,silo_id\n${ids.map((id) => `${id},${id},bank\n`).join('')}`;
const sends = (...keys: string[]): string =>
  `message_key,system_id,comm_type,lob,channel,subject_key,key_type,sent_at\n${keys
    .map((key) => `${key},core,service,retail,email,1,customer_no,2026-01-01T00:00:00Z\n`)
    .join('')}`;
const mail = `From: MAILER-DAEMON@mx.example
To: bounces@bank.example
Subject: Undelivered Mail Returned to Sender
Date: Thu, 22 Jan 2026 20:50:02 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; jo@example.org
Action: failed
Status: 5.1.1

--b--
`;

const zipped = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ) as Zippable,
    { level },
  );

const rowsOf = (table: string, id: string, file: string, files: Files): Promise<unknown> =>
  withLoaded({ ...files, 'unsilo.yaml': oneSource(table, file) }, async (store, { inputs }) => ({
    rows: (
      await store.all<{ id: string; row: number }>(
        `SELECT ${id} AS id, _row AS row FROM std_${table} ORDER BY ALL`,
      )
    ).map(({ id, row }) => `${id} ${row}`),
    rejects: await store.all('SELECT source, "row" FROM std_rejects ORDER BY ALL'),
    inputs: inputs.map(({ file, rows_used }) => `${file} ${rows_used}`),
  }));

describe('an archive is like a folder', () => {
  it.each<[string, string, Uint8Array, string[]]>([
    ['all its texts', 'x.zip', zipped({ 'a.csv': systems('a'), 'b/c.csv': systems('c') }), ['a 2', 'c 2']],
    ['one of them', 'x.zip/b/c.csv', zipped({ 'a.csv': systems('a'), 'b/c.csv': systems('c') }), ['c 2']],
    ['a glob in it', 'x.zip/**/c*', zipped({ 'a.csv': systems('a'), 'b/c.csv': systems('c') }), ['c 2']],
    ['a glob of it', 'x*.zip', zipped({ 'a.csv': systems('a') }), ['a 2']],
    ['stored files', 'x.zip', zipped({ 'a.csv': systems('a') }, 0), ['a 2']],
    ['packed files', 'x.zip', zipped({ 'a.csv.gz': gzipSync(systems('a')) }), ['a 2']],
    [
      'other encodings',
      'x.zip',
      zipped({ 'a.csv': Buffer.from(`\ufeff${systems('ä')}`, 'utf16le') }),
      ['ä 2'],
    ],
    [
      'what an operating system adds',
      'x.zip',
      zipped({ 'a.csv': systems('a'), '__MACOSX/._a.csv': '\0' }),
      ['a 2'],
    ],
    [
      'lines of JSON',
      'x.zip',
      zipped({ 'a.jsonl': '{"system_id":"a","name":"A","silo_id":"b"}\n' }),
      ['a 1'],
    ],
  ])('%s', async (_, file, archive, rows) => {
    expect(await rowsOf('systems', 'system_id', file, { 'x.zip': archive })).toMatchObject({ rows });
  });

  it('with large tables, whose rows keep their place in it', async () => {
    const archive = zipped({ '1/sends.csv': sends('a', 'b'), '2/sends.csv': `${sends('c')}d,core\n` });
    expect(await rowsOf('sends', 'message_key', 'x.zip', { 'x.zip': archive })).toEqual({
      rows: ['a 2', 'b 3', 'c 2'],
      rejects: [{ source: 2, row: 3 }],
      inputs: ['x.zip/1/sends.csv 2', 'x.zip/2/sends.csv 1'],
    });
  });

  it('with mails', async () => {
    const source = oneSource('delivery_events', 'x.zip', 'columns: { system_id: { constant: mta } }');
    const files = { 'x.zip': zipped({ 'a.eml': mail, 'b.eml': mail }), 'unsilo.yaml': source };
    const names = await withLoaded(files, (store) =>
      store.all('SELECT event_id FROM std_delivery_events ORDER BY ALL'),
    );
    expect(names).toEqual([{ event_id: 'x.zip/a.eml#1' }, { event_id: 'x.zip/b.eml#1' }]);
  });
});

/** An archive that claims another size of its only file than it has. */
function lying(text: string, claimed: number): Uint8Array {
  const archive = Buffer.from(zipped({ 'a.csv': text }));
  archive.writeUInt32LE(claimed, archive.lastIndexOf('PK\u0001\u0002') + 24);
  return archive;
}

const cut = (archive: Uint8Array, bytes: number): Uint8Array => archive.subarray(0, archive.length - bytes);
const many = systems(...Array.from({ length: 999 }, (_, i) => `${i * 7919}`));

describe('an archive that cannot be read is told by its name', () => {
  it.each<[string, string, Uint8Array, string, string]>([
    ['cut off', 'x.zip', cut(zipped({ 'a.csv': many }), 99), 'x.zip', 'no directory of files'],
    ['empty', 'x.zip', zipped({}), 'x.zip', 'there is no file in it'],
    ['no archive', 'x.zip', strToU8(systems('a')), 'x.zip', 'no directory of files'],
    [
      'without what is named',
      'x.zip/b.csv',
      zipped({ 'a.csv': 'a' }),
      'x.zip',
      "no file in it matches 'b.csv'",
    ],
    ['of no texts', 'x.zip', zipped({ 'a.png': 'a' }), 'x.zip', "no file in it matches '*'"],
    ['of workbooks', 'x.zip/a.xlsx', zipped({ 'a.xlsx': 'a' }), 'x.zip', "'a.xlsx' in it is no text"],
    ['of archives', 'x.zip/a.zip', zipped({ 'a.zip': 'a' }), 'x.zip', "'a.zip' in it is no text"],
    ['a bomb', 'x.zip', zipped({ 'a.csv': new Uint8Array(80 * 2 ** 20) }), 'x.zip', 'times its size'],
    ['that unpacks to more', 'x.zip', lying(many, 99), 'x.zip/a.csv', 'longer than its archive says'],
    ['that unpacks to less', 'x.zip', lying(many, 2 ** 20), 'x.zip/a.csv', 'shorter than its archive says'],
  ])('%s', async (_, file, archive, named, told) => {
    const error = await failure({ 'x.zip': archive, 'unsilo.yaml': oneSource('systems', file) });
    expect(error).toBeInstanceOf(SourceError);
    expect((error as SourceError).problems).toMatchObject([
      { place: { file: named }, message: expect.stringContaining(told) as string },
    ]);
  });
});
