import { describe, expect, test } from 'vitest';
import type { Part } from '../../../src/model/template.js';
import { fillPart } from '../../../src/templates/preview/fill.js';
import { readParts } from '../../../src/templates/read/index.js';

const sample = {
  name: 'Amira <b>',
  shown: true,
  hidden: false,
  order: { number: 7 },
  lines: [
    { item: 'Pen', price: 2 },
    { item: 'Ink', price: 3 },
  ],
};
const encode = (text: string): string => text.replaceAll('<', '&lt;');
const read = (files: Record<string, string>): Part =>
  readParts(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { contract: 'unsilo.contract.json' },
  )[0]!;
const fill = (path: string, text: string) => fillPart(read({ [path]: text }), sample, encode);

describe('a template with the values of a sample', () => {
  test.each([
    ['escapes what it puts in', 'emails/a/en.html', '<p>{{name}}</p>', '<p>Amira &lt;b></p>'],
    ['leaves raw values as they are', 'emails/a/en.html', '<p>{{{name}}}</p>', '<p>Amira <b></p>'],
    ['follows a path', 'emails/a/en.html', '<p>{{order.number}}</p>', '<p>7</p>'],
    ['shows what is missing', 'emails/a/en.html', '<p>{{nmae}}</p>', '<p>‹nmae›</p>'],
    [
      'takes the branch its field decides',
      'emails/a/en.html',
      '{{#if shown}}yes{{else}}no{{/if}} {{#if hidden}}yes{{else}}no{{/if}}',
      'yes no',
    ],
    [
      'takes the other branch of a negation',
      'emails/a/en.html',
      '{{#unless hidden}}a{{/unless}}{{^shown}}b{{/shown}}',
      'a',
    ],
    [
      'turns once for each item',
      'emails/a/en.html',
      '{{#each lines}}{{item}}: {{price}} {{/each}}',
      'Pen: 2 Ink: 3 ',
    ],
    [
      'reads Liquid',
      'emails/a/en.liquid',
      '{% for line in lines %}{{ line.item | upcase }} {% endfor %}{% if hidden %}x{% endif %}',
      'Pen Ink ',
    ],
    ['reads Rails', 'sms/a/en.txt', 'Hi %{name}', 'Hi Amira &lt;b>'],
    ['does not reach what every object has', 'emails/a/en.html', '{{constructor}}', '‹constructor›'],
  ])('%s', (_, path, text, expected) => {
    expect(fill(path, text).text).toBe(expected);
  });

  test('names each missing field once', () => {
    expect(fill('emails/a/en.html', '{{a}} {{b}} {{a}} {{name}}').missing).toEqual(['a', 'b']);
  });

  test('is put together with its partials', () => {
    const part = read({
      'emails/a/en.html': '<p>{{> foot}}</p>',
      'emails/partials/foot.html': '<i>{{name}}</i>',
    });
    expect(fillPart(part, sample, encode).text).toBe('<p><i>Amira &lt;b></i></p>');
  });

  test('stays within bounds, however deep and long it is', () => {
    const deep = '{{#if shown}}'.repeat(300);
    expect(fill('emails/a/en.html', `${deep}x`).text).toContain('x');
    const rows = {
      list: Array.from({ length: 20 }, () => ({ list: Array.from({ length: 20 }, () => 'x'.repeat(9999)) })),
    };
    const part = read({ 'emails/a/en.html': '{{#each list}}{{#each list}}{{this}}{{/each}}{{/each}}' });
    expect(fillPart(part, rows, encode).text.length).toBeLessThan(2_100_000);
  });
});
