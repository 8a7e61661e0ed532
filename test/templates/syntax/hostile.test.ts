import fc from 'fast-check';
import { expect, test } from 'vitest';
import { syntaxes } from '../../../src/model/template.js';
import { parseTemplate, recogniseSyntax } from '../../../src/templates/syntax/index.js';

const pieces = [
  '{{',
  '{%',
  '<%',
  '${',
  '%{',
  '%%[',
  '<#if a>',
  '{{#each a}}',
  '{% for a in a %}',
  '{a, plural, one {',
  "'{",
  '{{"',
  '{{a.b[',
  '\\"',
  '#if(',
  'a||',
];

/** Processor time in milliseconds; time on the wall says nothing on a busy machine. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user } = process.cpuUsage(before);
  return user / 1000;
}

const own: Readonly<Record<string, readonly (typeof syntaxes)[number][]>> = {
  '{{#each a}}': ['handlebars'],
  '{% for a in a %}': ['jinja'],
  '<#if a>': ['freemarker'],
  '<%': ['erb', 'ejs'],
  '#if(': ['velocity'],
  '%%[': ['ampscript'],
  '{a, plural, one {': ['icu'],
  "'{": ['messageformat', 'icu'],
  '%{': ['percent'],
  '${': ['dollar', 'freemarker'],
};

test.each(pieces)('200 kB of %j are read in linear time', (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  for (const syntax of own[piece] ?? ['handlebars', 'liquid'])
    expect(costOf(() => parseTemplate(text, syntax))).toBeLessThan(2000);
  expect(costOf(() => recogniseSyntax('a.txt', text))).toBeLessThan(500);
});

const word = fc.constantFrom(
  ...pieces,
  '}}',
  '%}',
  '%>',
  '}',
  ']%%',
  '{{/each}}',
  '{% endfor %}',
  'name',
  ' ',
  '"',
  "'",
  '|',
  '(',
  ')',
  '\n',
  'else',
  'end',
  'é',
  'سلام',
  '\u202e',
  '\ud800',
);

test('no text makes a reading fail, and no span leaves the text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...syntaxes), fc.array(word, { maxLength: 25 }), (syntax, words) => {
      const text = words.join('');
      const { tags, uses, problems, helpers, includes, plurals } = parseTemplate(text, syntax);
      for (const { start, end } of [...tags, ...uses, ...problems, ...helpers, ...includes, ...plurals])
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }),
    { numRuns: 600 },
  );
});
