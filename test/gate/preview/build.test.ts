import { expect, test } from 'vitest';
import { buildWorld } from '../../../src/gate/build-world.js';
import { buildPreview } from '../../../src/gate/preview/build.js';
import { toDocument } from '../../../src/gate/preview/document.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = {
  contract: 'unsilo.contract.json',
  messages: { otp: { supplies: [{ name: 'code', max_length: 6 }, 'name'] } },
};

function messageOf(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const parts = readParts(files, settings);
  return buildWorld({ files, parts, settings, today: '2026-07-01' }).messages[0]!;
}

test('an SMS says what it costs as filled and at worst, and which lengths are assumed', () => {
  const message = messageOf({ 'sms/otp/fa.txt': '{{code}} کد شماست، {{name}}' });
  const { cards } = buildPreview(message, { code: '123456' });
  expect(cards).toEqual([
    {
      kind: 'sms',
      channel: 'sms',
      locale: 'fa',
      dir: 'rtl',
      from: ['sms/otp/fa.txt'],
      text: '123456 کد شماست، ‹name›',
      cost: { encoding: 'UCS-2', units: 21, segments: 1, worst: 1, assumed: ['name'] },
      missing: ['name'],
    },
  ]);
});

test('a mail has its subject above it, and a fragment gets the direction of its language', () => {
  const message = messageOf({
    'emails/otp/ar/subject.txt': 'رمز {{code}}',
    'emails/otp/ar/html.html': '<p>{{name}}</p>',
    'emails/otp/en/html.html': '<html><head></head><body>{{name}}</body></html>',
  });
  const { cards } = buildPreview(message, { code: '1', name: '<b>' }, 'ar');
  expect(cards.map(({ title, dir }) => [title, dir])).toEqual([['رمز 1', 'rtl']]);
  expect(cards[0]!.document).toMatch(/^<!DOCTYPE html><html lang="ar" dir="rtl">.*<p>&lt;b&gt;<\/p><\/body>/);
});

test.each([
  ['<html><head><title>x</title></head></html>', /<head><meta http-equiv/],
  ['<html><body>x</body></html>', /^<meta http-equiv/],
  ['<p>x</p>', /<meta charset="utf-8"><meta http-equiv/],
])('%s may load nothing', (markup, expected) => {
  expect(toDocument(markup, { locale: 'en" onload="x', dir: 'ltr' })).toMatch(expected);
  expect(toDocument(markup, { locale: 'en" onload="x', dir: 'ltr' })).not.toContain('onload');
});
