import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Syntax } from '../../../src/model/template.js';
import { readMarkup } from '../../../src/templates/read/markup/index.js';
import { parseTemplate } from '../../../src/templates/syntax/index.js';

const read = (text: string, markup: 'html' | 'mjml' | 'text' = 'html', syntax: Syntax = 'handlebars') =>
  readMarkup(text, markup, parseTemplate(text, syntax));

describe('the prose of a text', () => {
  test.each<[string, string, string]>([
    [
      'tags of the engine are one mark each',
      'Hi {{name}}, {{#if x}}yes{{/if}}',
      'Hi \uFFFC, \uFFFCyes\uFFFC',
    ],
    ['references are decoded', 'a &amp; b&nbsp;&#x2014;', 'a & b\u00A0—'],
    [
      'styles, scripts, titles and comments are not shown',
      '<title>T</title><style>p{}</style>a<!-- b -->c',
      'ac',
    ],
    ['blocks part words', '<td>one</td><td>two</td>', 'one\ntwo\n'],
    ['words inside lines stay together', 'a<b>b</b>c', 'abc'],
    ['a lone less-than sign is text', 'a < b', 'a < b'],
  ])('%s', (_title, text, prose) => {
    expect(read(text).prose.text).toBe(prose);
  });

  test('every character that is no mark, line break or reference stands where it says', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        ' ',
        'é',
        '&amp;',
        '<b>',
        '</b>',
        '<br>',
        '{{x}}',
        '\n',
        'ش',
        '<p class="q">',
        '😀',
        '<!-- c -->',
        '<',
        '"',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('');
        const { prose } = read(text);
        let before = 0;
        for (let i = 0; i < prose.text.length; i++) {
          const at = prose.toText(i);
          expect(at).toBeGreaterThanOrEqual(before);
          before = at;
          const shown = prose.text[i]!;
          if (shown === '\uFFFC') expect(text.startsWith('{{', at)).toBe(true);
          else if (shown !== '\n' && text[at] !== '&') expect(text[at]).toBe(shown);
        }
        expect(prose.toText(prose.text.length)).toBe(text.length);
      }),
    );
  });
});

describe('the links of a text', () => {
  const targets = (text: string, markup: 'html' | 'mjml' | 'text' = 'html', syntax: Syntax = 'handlebars') =>
    read(text, markup, syntax).links.map(({ target, words }) => [target, words]);

  test.each<[string, string, 'html' | 'mjml' | 'text', Syntax, [string, string][]]>([
    [
      'a target keeps its tags',
      '<a href="{{url}}?a={{b}}">Pay <b>now</b></a>',
      'html',
      'handlebars',
      [['{{url}}?a={{b}}', 'Pay now']],
    ],
    [
      'a quote inside a tag ends no attribute',
      '<a href="{{t "x"}}">a</a>',
      'html',
      'handlebars',
      [['{{t "x"}}', 'a']],
    ],
    [
      'tags between attributes are passed over',
      '<a {{#if x}}class="b"{{/if}} href=x.html>a</a>',
      'html',
      'handlebars',
      [['x.html', 'a']],
    ],
    [
      'an engine’s comparison is no tag of HTML',
      '<% if a < b %><a href="/x">y</a><% end %>',
      'html',
      'erb',
      [['/x', 'y']],
    ],
    [
      'Thymeleaf says the target beside it',
      '<a href="#" th:href="@{/x}">a</a>',
      'html',
      'thymeleaf',
      [['@{/x}', 'a']],
    ],
    [
      'buttons of MJML',
      '<mj-button href="{{url}}">Go</mj-button><mj-font href="f.css" />',
      'mjml',
      'handlebars',
      [['{{url}}', 'Go']],
    ],
    [
      'addresses in text, without the full stop',
      'See https://example.com/{{token}}/a. Bye',
      'text',
      'handlebars',
      [['https://example.com/{{token}}/a', '']],
    ],
    [
      'a field that names an address',
      'Pay: {{ pay_url }}, {{name}}',
      'text',
      'handlebars',
      [['{{ pay_url }}', '']],
    ],
    [
      'Markdown',
      'Read [the terms](https://example.com/t).',
      'text',
      'handlebars',
      [['https://example.com/t', 'the terms']],
    ],
    [
      'mail addresses and hosts with a path',
      'a@example.com or pay.example.com/x1',
      'text',
      'none',
      [
        ['a@example.com', ''],
        ['pay.example.com/x1', ''],
      ],
    ],
    [
      'no link inside the words of a link',
      '<a href="https://example.com">https://example.com</a>',
      'html',
      'none',
      [['https://example.com', 'https://example.com']],
    ],
    ['abbreviations and numbers are no hosts', 'e.g. 3.50/month, and/or, v1.2', 'text', 'none', []],
  ])('%s', (_title, text, markup, syntax, expected) => {
    expect(targets(text, markup, syntax)).toEqual(expected);
  });

  test('the span is that of the target', () => {
    const text = "<p>x</p><a class=b href='{{u}}'>a</a> https://example.com/y";
    for (const { start, end, target } of read(text).links) expect(text.slice(start, end)).toBe(target);
  });
});

describe('the elements of a text', () => {
  test('attributes have places of their own', () => {
    const text = '<body class="" DIR=\'rtl\' hidden lang={{lang}}>x</body>';
    const [body] = read(text).elements;
    const found = [...body!.attributes].map(([name, { value, at, valueAt }]) => [
      name,
      value,
      text.slice(at.start, at.end),
      text.slice(valueAt.start, valueAt.end),
    ]);
    expect(found).toEqual([
      ['class', '', 'class=""', ''],
      ['dir', 'rtl', "DIR='rtl'", 'rtl'],
      ['hidden', '', 'hidden', ''],
      ['lang', '{{lang}}', 'lang={{lang}}', '{{lang}}'],
    ]);
  });

  test('rows and cells that are not closed end where the next begins', () => {
    const text = '<table><tr><td>a<td>b<tr><td>c</table>d';
    const { elements } = read(text);
    expect(elements.map(({ name, parent }) => `${name}<${elements[parent]?.name ?? ''}`)).toEqual([
      'table<',
      'tr<table',
      'td<tr',
      'td<tr',
      'tr<table',
      'td<tr',
    ]);
    expect(elements.map(({ start, end }) => text.slice(start, end))[2]).toBe('<td>a');
  });

  test.each([
    ['opening braces', '{{'],
    ['less-than signs', '<'],
    ['per cent signs', '%{'],
    ['opened elements', '<b>'],
    ['closed elements', '<b></i>'],
    ['list items', '<ul><li>'],
    ['at signs', '@'],
    ['brackets', '[a]('],
    ['words with dots', 'a.'],
    ['stars after an address', 'www.a*'],
    ['quotes', '<a href="'],
  ])('half a megabyte of %s is read in linear time', (_title, piece) => {
    const text = piece.repeat(500_000 / piece.length);
    const began = process.cpuUsage().user;
    for (const markup of ['html', 'text'] as const) readMarkup(text, markup, parseTemplate(text, 'none'));
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(3);
  });
});
