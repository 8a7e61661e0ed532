import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDeep, cleanText, escapeHtml } from '../../src/text/escape.js';
import { isolateBidi, splitBidi } from '../../src/text/escape-bidi.js';
import { muteStart } from '../../src/text/escape-commands.js';
import { escapeJson } from '../../src/text/escape-json.js';

test.each([
  ['colour', 'a\u001b[31mb\u001b[0m', 'ab'],
  ['a title', '\u001b]0;pwned\u0007safe', 'safe'],
  ['a link', '\u001b]8;;https://example.com\u001b\\text\u001b]8;;\u001b\\', 'text'],
  ['an eight-bit sequence', 'x\u009b2Jy', 'xy'],
  ['a lone escape', 'x\u001b', 'x'],
  ['line breaks', 'one\r\ntwo\u2028three', 'one two three'],
  ['a direction override', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['invisible tags', 'a\u{e0041}b', 'ab'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['a Persian joiner, which stays', 'می\u200cشود', 'می\u200cشود'],
])('%s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('clean text has no control left and stays as it is', () => {
  const unit = fc.constantFrom(
    '\u001b',
    '[',
    ']',
    '3',
    'm',
    '\u0007',
    '\u009b',
    '\u202e',
    '\n',
    'a',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit })), (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test('every string of a value is cleaned, keys included, and nothing else changes', () => {
  expect(cleanDeep({ 'a\u0000': ['b\u001b[1m', 1, null, { c: true }] })).toEqual({
    a: ['b', 1, null, { c: true }],
  });
});

test('nothing of HTML survives', () => {
  expect(escapeHtml(`<a href="x" b='y'>&]]>`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;]]&gt;');
});

test.each([
  ['plain', 'plain'],
  ['in التكافل العائلي now', 'in \u2068التكافل العائلي\u2069 now'],
  ['تكافل ─▶ بنك', '\u2068تكافل\u2069 ─▶ \u2068بنك\u2069'],
  ['صندوق/پرونده.csv:17', '\u2068صندوق\u2069/\u2068پرونده\u2069.csv:17'],
  ['נתונים 12', '\u2068נתונים\u2069 12'],
])('%s keeps its order on the line', (line, isolated) => {
  expect(isolateBidi(line)).toBe(isolated);
  expect(splitBidi(line).join('')).toBe(line);
});

test.each([
  ['##[add-mask]x', '# #[add-mask]x'],
  ['a ##vso[task.complete result=Succeeded;]', 'a # #vso[task.complete result=Succeeded;]'],
  ['##teamcity[buildStop]', '# #teamcity[buildStop]'],
  ['## a heading', '## a heading'],
])('%s gives a build server no command', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('a line that begins like a command of a build server does not stay one', () => {
  expect(muteStart('  ::error::pwned')).toBe('  : :error::pwned');
  expect(muteStart('a::b')).toBe('a::b');
});

test('escaped JSON reads the same, and holds nothing that is obeyed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeJson(JSON.stringify(text));
      expect(JSON.parse(escaped)).toBe(text);
      expect(escaped).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]|##\w*\[/u);
    }),
  );
});
