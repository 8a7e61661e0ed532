import { describe, expect, test } from 'vitest';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import type { Part } from '../../../src/model/template.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = gateSettingsSchema.parse({});
const read = (text: string): Part[] => readParts([{ path: 'emails/welcome/de.eml', text }], settings);

const mail = [
  'From: shop@shop.example',
  'Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= =?UTF-8?B?IGFuIERpY2g=?=, {{ name }}',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="out"',
  '',
  'This is a multi-part message.',
  '--out',
  'Content-Type: multipart/alternative; boundary=in',
  '',
  '--in',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=FC=DFe, {{ na=',
  'me }}',
  '--in',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p>Grüße, {{ name }}</p>').toString('base64'),
  '--in--',
  '--out',
  'Content-Type: text/plain',
  'Content-Disposition: attachment; filename=terms.txt',
  '',
  'Terms {{ nobody }}',
  '--out--',
  '',
].join('\r\n');

test('a mail as it travels is its subject and its parts, decoded, without attachments', () => {
  expect(read(mail).map(({ name, markup, text, locale }) => ({ name, markup, text, locale }))).toEqual([
    { name: 'subject', markup: 'text', text: 'Grüße an Dich, {{ name }}', locale: 'de' },
    { name: 'text', markup: 'text', text: 'Grüße, {{ name }}\r\n', locale: 'de' },
    { name: 'html', markup: 'html', text: '<p>Grüße, {{ name }}</p>', locale: 'de' },
  ]);
});

test('places of what was decoded are those of the file', () => {
  const [subject, text] = read(mail);
  const at = (part: Part | undefined, words: string): string =>
    mail.slice(part!.toFile(part!.text.indexOf(words))).slice(0, 6);
  expect([at(subject, '{{'), at(text, 'üß'), at(text, '{{')]).toEqual(['{{ nam', '=FC=DF', '{{ na=']);
});

describe('what is broken is read as far as it goes', () => {
  test.each([
    ['no end of a part', mail.slice(0, mail.indexOf('--in--'))],
    ['a boundary nobody uses', mail.replace('boundary="out"', 'boundary="none"')],
    ['an encoding nobody knows', mail.replaceAll('utf-8', 'x-unknown')],
    ['parts in parts in parts', `${'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(500)}x`],
  ])('%s', (_title, text) => {
    expect(read(text).length).toBeLessThan(10);
  });
});
