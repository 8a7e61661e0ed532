import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cutLines } from '../../../src/app/classify/cut-lines.js';
import { classifyFiles } from '../../../src/app/classify/index.js';
import { readItems } from '../../../src/app/classify/read-input.js';
import type { Item } from '../../../src/app/classify/types.js';

async function* chunks(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? Buffer.from(text) : text;
}

async function gather<T>(all: AsyncIterable<readonly T[]>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const some of all) gathered.push(...some);
  return gathered;
}

const read = (text: string, column?: string): Promise<Item[]> =>
  gather(readItems(['-'], column, chunks(text)));

test.each<[string, (string | Uint8Array)[], string[]]>([
  ['lines over chunks', ['a\nb', 'c\n\nd'], ['a', 'bc', '', 'd']],
  ['line ends of Windows', ['a\r\nb\r\n'], ['a', 'b']],
  ['UTF-16 with its mark', [Buffer.from('\ufeffä\nb', 'utf16le')], ['ä', 'b']],
  ['a letter cut in two', [Buffer.from([0xc3]), Buffer.from([0xa4])], ['ä']],
  ['nothing', [], []],
])('%s are cut', async (_, texts, lines) => {
  expect(await gather(cutLines(chunks(...texts)))).toEqual(lines);
});

test('of a line longer than memory should hold the beginning is kept', async () => {
  const long = 'x'.repeat(50_000);
  const [first, second] = await gather(cutLines(chunks(long, long, long, '\nnext')));
  expect(first!.length).toBeLessThan(150_001);
  expect(second).toBe('next');
});

test('each line is an item, blank ones too', async () => {
  expect((await read('550 no\n\n551 moved\n')).map(({ input }) => input)).toEqual([
    '550 no',
    '',
    '551 moved',
  ]);
});

test('of a mail log only attempts to deliver are items, with their codes', async () => {
  const log = [
    'Nov 22 10:00:00 mx postfix/smtpd[1]: 4ABCDE1234: client=host[192.0.2.1]',
    'Nov 22 10:00:01 mx postfix/smtp[2]: 4ABCDE1234: to=<a@example.com>, relay=mx.example.com[192.0.2.9]:25, delay=1, delays=1/0/0/0, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.9] said: 550 no (in reply to RCPT TO command))',
  ].join('\n');
  const [item, ...more] = await read(log);
  expect(more).toEqual([]);
  expect(item!.of).toMatchObject({ type: 'bounced', enhancedCode: '5.1.1', remote: 'mx.example.com' });
  expect(item!.of.text).toContain('550 no');
});

test('a table is read by the names of its columns, a value in quotes over lines', async () => {
  const [item, ...more] = await read(
    'id,Bounce Reason,status,vendor\n1,"mailbox\nis ""full"", see",5.2.2,SES\n',
  );
  expect(more).toEqual([]);
  expect(item!.of).toMatchObject({ text: 'mailbox\nis "full", see', enhancedCode: '5.2.2', vendor: 'SES' });
});

test('a column that is not there is told with the nearest', async () => {
  await expect(read('id,why\n1,x\n', 'wy')).rejects.toThrow("there is no column 'wy'");
});

test('events of vendors are read by their keys, one for each recipient', async () => {
  const event = {
    notificationType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        { emailAddress: 'a@example.com', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' },
        { emailAddress: 'b@example.com', status: '5.2.2', diagnosticCode: 'smtp; 552 5.2.2 full' },
      ],
    },
  };
  const items = await read(`${JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) })}\n`);
  expect(items.map(({ of }) => [of.vendor, of.type, of.providerCode, of.enhancedCode, of.text])).toEqual([
    ['ses', 'bounced', 'Permanent/General', '5.1.1', 'smtp; 550 5.1.1 unknown'],
    ['ses', 'bounced', 'Permanent/General', '5.2.2', 'smtp; 552 5.2.2 full'],
  ]);
});

test('lines that only look like JSON are texts', async () => {
  expect((await read('{"a": broken\n{"b": 1}\n')).length).toBe(2);
});

/** A report of one recipient whose mail server knows no such user, with words to people before it. */
const reportSaying = (words: string): string =>
  [
    'From: MAILER-DAEMON@example.net',
    'Subject: Returned mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    words,
    '',
    '<someone@example.com>: 550 user unknown',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.net',
    '',
    'Final-Recipient: rfc822; someone@example.com',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 user unknown',
    '',
    '--b--',
    '',
  ].join('\r\n');

test('the recipients of a mail are items, named by file and place', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-test-classify-'));
  try {
    await writeFile(join(dir, 'one.eml'), reportSaying('We are sorry.'));
    const items = await gather(readItems([dir], undefined, chunks()));
    expect(items.map(({ input }) => input.replace(dir, ''))).toEqual(['/one.eml#1']);
    expect(items[0]!.of).toMatchObject({ type: 'bounced', enhancedCode: '5.1.1' });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

test.each([
  ['We could not deliver your message.', 'recipient_unknown'],
  ['The account is disabled.', 'recipient_inactive'],
])('of a mail about one recipient the words to people may explain more: %s', async (words, reason) => {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-mail-'));
  try {
    const file = join(dir, 'one.eml');
    await writeFile(file, reportSaying(words));
    const found = await gather(classifyFiles({ files: [file], rules: [] }, chunks()));
    expect(found.map((one) => one.found.reason)).toEqual([reason]);
  } finally {
    await rm(dir, { recursive: true });
  }
});

async function zipped(files: Record<string, string>, cut = 0): Promise<Item[]> {
  const folder = await mkdtemp(join(tmpdir(), 'unsilo-zip-'));
  const path = join(folder, 'extract.zip');
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  try {
    await writeFile(path, bytes.subarray(0, bytes.length - cut));
    return await gather(readItems([path], undefined, chunks()));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the tables and logs of an archive are read one after the other', async () => {
  const long = `550 no\n${'x'.repeat(90_000)}\n551 moved\n`;
  const items = await zipped({
    'a/Bounces.csv': 'id,BounceReason\n1,mailbox full\n',
    'b.log': long,
    'empty.csv': '',
  });
  expect(items.map(({ of }) => of.text.slice(0, 12))).toEqual([
    'mailbox full',
    '550 no',
    'xxxxxxxxxxxx',
    '551 moved',
  ]);
});

test.each<[string, Record<string, string>, number, string]>([
  ['with nothing in it', {}, 0, 'there is no file in it'],
  [
    'cut off',
    { 'a.log': Array.from({ length: 999 }, (_, i) => i * 7919).join('\n') },
    900,
    'cannot be unpacked',
  ],
  ['of mails', { 'a.eml': 'From: a' }, 0, 'holds mails'],
])('an archive %s is told', async (_, files, cut, told) => {
  await expect(zipped(files, cut)).rejects.toThrow(told);
});
