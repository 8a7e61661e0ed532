import { describe, expect, test } from 'vitest';
import { isIgnoredFolder, isSurelyTemplate, isTemplatePath } from '../../../src/templates/read/candidates.js';
import { decodeTemplate, largestTemplate } from '../../../src/templates/read/decode.js';
import { suppressionsOf } from '../../../src/templates/read/suppressions.js';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('bytes become text', () => {
  test.each<[string, string, Buffer, string, string | undefined]>([
    ['UTF-8', 'a.html', bytes('é ش'), 'é ش', undefined],
    ['UTF-8 with a mark', 'a.html', bytes([0xef, 0xbb, 0xbf], 'é'), 'é', undefined],
    ['UTF-16 with a mark', 'a.strings', Buffer.from('\uFEFF"a" = "é";', 'utf16le'), '"a" = "é";', undefined],
    [
      'what a file declares',
      'a.html',
      bytes('<meta charset="windows-1251">', [0xcf]),
      '<meta charset="windows-1251">П',
      undefined,
    ],
    [
      'Latin letters that nobody declares',
      'emails/a.txt',
      bytes('caf', [0xe9]),
      'café',
      'not UTF-8; read as windows-1252',
    ],
    [
      'Arabic letters that nobody declares',
      'emails/ar/a.txt',
      bytes([0xd4]),
      'ش',
      'not UTF-8; read as windows-1256',
    ],
    [
      '.properties, which were Latin for long',
      'a_fr.properties',
      bytes('a=caf', [0xe9]),
      'a=café',
      undefined,
    ],
    ['binary', 'a.html', bytes('a', [0, 1, 2]), '', 'binary'],
    ['binary under a mark', 'a.html', bytes([0xff, 0xfe, 0, 0]), '', 'binary'],
    ['a mark that lies', 'a.html', bytes([0xef, 0xbb, 0xbf, 0xff]), '', 'not UTF-8, as its first bytes say'],
    ['too large', 'a.html', Buffer.alloc(largestTemplate + 1, 'a'), '', 'larger than 5 MB'],
  ])('%s', (_title, path, given, text, problem) => {
    expect(decodeTemplate(path, given)).toEqual({ path, text, ...(problem !== undefined && { problem }) });
  });
});

test('folders of other people’s files are passed over, and files that cannot be templates', () => {
  expect(['node_modules', '.git', 'vendor', '..', '.github', 'emails'].filter(isIgnoredFolder)).toEqual([
    'node_modules',
    '.git',
    'vendor',
  ]);
  expect(
    ['a.png', 'emails/a.hbs', 'node_modules/x/a.hbs', '../emails/a.html', 'src/a.ts'].filter(isTemplatePath),
  ).toEqual(['emails/a.hbs', '../emails/a.html']);
  expect(
    ['data/dump.json', 'notes.txt', 'locales/en.json', 'emails/a.html'].filter(isSurelyTemplate),
  ).toEqual(['locales/en.json', 'emails/a.html']);
});

describe('comments that take findings back', () => {
  test.each([
    ['HTML', '<!-- unsilo-disable-next-line link/http reason="old host" until=2027-01-31 -->'],
    ['Handlebars', '{{!-- unsilo-disable-next-line link/http reason="old host" until=2027-01-31 --}}'],
    ['Handlebars, short', '{{! unsilo-disable-next-line link/http reason="old host" until=2027-01-31 }}'],
    ['Jinja', '{# unsilo-disable-next-line link/http reason="old host" until=2027-01-31 #}'],
    [
      'Liquid',
      '{% comment %}unsilo-disable-next-line link/http reason="old host" until=2027-01-31{% endcomment %}',
    ],
    ['ERB', '<%# unsilo-disable-next-line link/http reason="old host" until=2027-01-31 %>'],
    ['FreeMarker', '<#-- unsilo-disable-next-line link/http reason="old host" until=2027-01-31 -->'],
    ['Go', '{{/* unsilo-disable-next-line link/http reason="old host" until=2027-01-31 */}}'],
    ['AMPscript', '%%[ /* unsilo-disable-next-line link/http reason="old host" until=2027-01-31 */ ]%%'],
    ['YAML, PO and .properties', '# unsilo-disable-next-line link/http reason="old host" until=2027-01-31'],
    ['PHP', '// unsilo-disable-next-line link/http reason="old host" until=2027-01-31'],
  ])('%s', (_title, comment) => {
    const text = `first\n  ${comment}\nnext`;
    const [found] = suppressionsOf({ text });
    expect(found).toMatchObject({
      kind: 'next-line',
      rules: ['link/http'],
      reason: 'old host',
      until: '2027-01-31',
      line: 2,
    });
    expect(text.slice(found!.start, found!.end)).toBe(
      'unsilo-disable-next-line link/http reason="old host" until=2027-01-31',
    );
  });

  test('a file, several rules, packs and codes, and no reason', () => {
    expect(suppressionsOf({ text: '<!-- unsilo-disable-file privacy/*, SYN004 -->' })).toMatchObject([
      { kind: 'file', rules: ['privacy/*', 'SYN004'], line: 1 },
    ]);
    expect(suppressionsOf({ text: 'unsilo-disable-file '.repeat(20_000) })).not.toEqual([]);
  });
});
