import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/text/escape.js';
import { markdownCode, markdownText } from '../../src/text/escape-markdown.js';

/** As the forge renders it, HTML in it included. */
const rendered = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** What a reader sees in a table cell: nothing but the text, whatever is in it. */
const cell = (markdown: string): string =>
  /<td>Text ?(.*)<\/td>/su.exec(rendered(`| a |\n|---|\n| Text ${markdown} |`))?.[1] ?? 'no cell';

const letters = (html: string): string =>
  html
    .replace(/\u200b|&[#\w]+;/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const parts = [
  '<script>alert(1)</script>',
  '[link](javascript:alert(1))',
  '![image](https://example.com/x.png)',
  '**bold**',
  '~~gone~~',
  '`code`',
  '|',
  '\\|',
  '\\',
  '@somebody',
  'a@example.com',
  'https://example.com',
  'www.example.com',
  '#17',
  'GH-17',
  '$x$',
  '&lt;',
  '<!--',
  '[^1]',
  ':tada:',
  '\n\n# heading',
  '- [ ] task',
  '=1+1',
  ' ',
];
const hostile = fc.array(fc.constantFrom(...parts), { maxLength: 5 }).map((found) => found.join(''));

describe('text of an input in Markdown', () => {
  it('has no markup, whatever it says', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = cell(markdownText(text));
        expect(html).not.toMatch(/<(?!\/?td)/);
        expect(letters(html)).toBe(letters(escapeHtml(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('has no markup as code either', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = cell(markdownCode(text));
        expect(html.replace(/^<code>|<\/code>$/g, '')).not.toMatch(/</);
        const seen = letters(escapeHtml(text));
        expect(letters(html)).toBe(seen === '' ? '' : `<code>${seen}</code>`);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['@somebody', '@\u200bsomebody'],
    ['#17', '#\u200b17'],
    ['GH-17', 'GH-\u200b17'],
    ['https://example.com', 'https:\u200b//example.com'],
    ['www.example.com', 'www\u200b.example.com'],
  ])('calls nobody and leads nowhere: %s', (text, seen) => {
    expect(cell(markdownText(text))).toBe(seen);
  });
});
