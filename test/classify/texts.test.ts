import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCache } from '../../src/classify/cache.js';
import { longestText, maskText } from '../../src/classify/mask.js';
import { meldTemplates } from '../../src/classify/meld.js';
import { readCodes } from '../../src/classify/read-codes.js';
import { phraseOf, TemplateCounter } from '../../src/classify/templates.js';
import { unwrapText } from '../../src/classify/unwrap.js';

describe('masking', () => {
  test.each([
    ['550 5.1.1 <a.b@example.com>: unknown', '550 5.1.1 <<address>>: unknown'],
    ['host mx.example.com[192.0.2.1] said', 'host <host>[<ip>] said'],
    ['from 2001:db8:0:1::5 at 2026-11-22', 'from <ip> at <time>'],
    ['see https://example.com/a?b=c now', 'see <url> now'],
    ['see https://support.google.com/mail/?p=NoSuchUser now', 'see <url> NoSuchUser now'],
    ['id a1-20020a05b00123 after 47 hours', 'id <id> after # hours'],
    ['550-5.7.26 no', '550-5.7.26 no'],
    ['RESOLVER.ADR.RecipNotFound; x', 'RESOLVER.ADR.RecipNotFound; x'],
    ['two\r\n\tlines\u0000here\u202e', 'two lines here'],
  ])('%j becomes %j', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  test('takes time that grows with the text only up to a length', () => {
    expect(maskText('a@'.repeat(1e6)).length).toBeLessThan(2 * longestText);
  });

  test('leaves no address, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
        expect(maskText(`${before} someone@example.com ${after}`)).not.toContain('someone@example.com');
      }),
    );
  });
});

describe('codes of a text', () => {
  test.each<[string, [string, string, string]]>([
    ['550 5.1.1 no', ['5.1.1', '550', '']],
    ['550-5.7.26 no', ['5.7.26', '550', '']],
    ['503 5.0.0 need RCPT 550 5.1.1 no', ['5.1.1', '503', '']],
    ['5.0.947 invented', ['', '', '']],
    ['(in reply to RCPT TO command)', ['', '', 'rcpt']],
    ['after end of data: 554', ['', '554', 'data']],
    ['in reply to MAIL FROM', ['', '', 'mail_from']],
    ['refused to talk to me: 554', ['', '554', 'connect']],
    ['size 1022 of 10', ['', '', '']],
  ])('%s', (text, [enhancedCode, replyCode, stage]) => {
    expect(readCodes(text)).toEqual({ enhancedCode, replyCode, stage });
  });
});

test.each([
  ['host a said: 550 no (in reply to RCPT TO)', '550 no (in reply to RCPT TO)'],
  ['expired; last transfail: 421 4.7.1 greylisted', '421 4.7.1 greylisted'],
  ["Remote Server returned '550 unknown'", "'550 unknown'"],
  ['a said: b; c said: innermost', 'innermost'],
  ['nothing quoted', ''],
])('of %j the innermost answer is %j', (text, inner) => {
  expect(unwrapText(text)).toBe(inner);
});

test('templates are counted, the most frequent first', () => {
  const counter = new TemplateCounter();
  for (const text of ['Odd thing for a@example.com', 'other', 'odd thing for b@example.com'])
    counter.add(text);
  expect(counter.all()).toEqual([
    { template: 'odd thing for <address>', count: 2 },
    { template: 'other', count: 1 },
  ]);
  expect(counter.total).toBe(3);
});

test('templates that differ in a word of many are one kind, others are not', () => {
  const templates = ['node a went away at night', 'node b went away at night', 'disk b is full', 'tired'];
  expect(meldTemplates(templates.map((template) => ({ template, count: 1 })))).toEqual([
    { template: 'node * went away at night', count: 2 },
    { template: 'disk b is full', count: 1 },
    { template: 'tired', count: 1 },
  ]);
  expect(phraseOf('node * went away at night')).toBe('went away at night');
});

test('a rule to begin with looks for the longest run of words', () => {
  expect(phraseOf('550 <address>: the frobnicator is tired today (<id>)')).toBe(
    'the frobnicator is tired today',
  );
  expect(phraseOf('<address>')).toBe('');
});

test('a cache asks once for what was asked lately, and forgets', () => {
  const cache = createCache<number>(2);
  let made = 0;
  const ask = (key: string) => cache.get(key, () => ++made);
  expect([ask('a'), ask('a'), ask('b'), ask('c'), ask('a')]).toEqual([1, 1, 2, 3, 1]);
  expect([ask('d'), ask('e'), ask('f'), ask('b')]).toEqual([4, 5, 6, 7]);
});
