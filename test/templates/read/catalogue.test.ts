import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import type { Catalogue } from '../../../src/templates/read/catalogue/entry.js';
import { readJson } from '../../../src/templates/read/catalogue/json.js';
import { readPhp, readStrings } from '../../../src/templates/read/catalogue/php.js';
import { readPo } from '../../../src/templates/read/catalogue/po.js';
import { readProperties } from '../../../src/templates/read/catalogue/properties.js';
import { readXliff, readXmlStrings } from '../../../src/templates/read/catalogue/xml.js';
import { readYamlTexts } from '../../../src/templates/read/catalogue/yaml.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = gateSettingsSchema.parse({});
const keyed = ({ entries }: Catalogue) => entries.map(({ path, text }) => [path.join('.'), text]);

const words = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    ' ',
    '\n',
    '"',
    "'",
    '\\',
    '{',
    '}',
    '%',
    '#',
    ':',
    '-',
    'é',
    'ش',
    '😀',
    '\t',
    '&',
    '<',
    '=',
  ),
  minLength: 1,
  maxLength: 40,
});

/** Escapes of a character stand where the mark of an escape does. */
const agrees = (shown: string, written: string): boolean =>
  shown === written || shown.trim() === '' || /[\\&'\s]/.test(written);

function assertPlaces(source: string, { entries }: Catalogue): void {
  for (const { text, toFile } of entries) {
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const at = toFile(i);
      expect(at).toBeGreaterThanOrEqual(before);
      before = at;
      expect([text[i], source[at], agrees(text[i]!, source[at]!)]).toEqual([text[i], source[at], true]);
    }
    expect(toFile(text.length)).toBeLessThanOrEqual(source.length);
  }
}

const properties = (text: string): string =>
  text
    .replace(/[\\#=:]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(/^ /, '\\ ')
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

describe.each<[string, (text: string) => string, (source: string) => Catalogue]>([
  ['JSON', (text) => JSON.stringify({ a: { b: text } }, null, 2), readJson],
  ['YAML', (text) => stringify({ a: { b: text }, c: 'd' }), readYamlTexts],
  [
    'YAML in folded blocks',
    (text) => stringify({ a: { b: text } }, { blockQuote: 'folded', lineWidth: 20 }),
    readYamlTexts,
  ],
  [
    'YAML in single quotes',
    (text) => stringify({ a: { b: text } }, { singleQuote: true, lineWidth: 20 }),
    readYamlTexts,
  ],
  [
    'YAML in double quotes',
    (text) => stringify({ a: { b: text } }, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 20 }),
    readYamlTexts,
  ],
  ['.properties', (text) => `# c\na.b = ${properties(text)}\nc=d\n`, readProperties],
  ['PO', (text) => `msgid "a.b"\nmsgstr ""\n"${escaped(text)}"\n`, (source) => readPo(source, 'en')],
  ['PHP', (text) => `<?php return ['a' => ['b' => '${text.replace(/[\\']/g, '\\$&')}']];`, readPhp],
  [
    '.strings',
    (text) =>
      `"a.b" = "${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}";\n`,
    readStrings,
  ],
])('%s', (name, write, read) => {
  test('every text comes back, and its characters stand where they say', () => {
    fc.assert(
      fc.property(words, (text) => {
        const source = write(text);
        fc.pre(!name.startsWith('YAML') || parse(source).a.b === text);
        const catalogue = read(source);
        expect(keyed(catalogue)[0]).toEqual(['a.b', text]);
        assertPlaces(source, catalogue);
      }),
    );
  });

  test('what is cut off is read as far as it goes', () => {
    fc.assert(
      fc.property(words, fc.nat(), (text, at) => {
        const source = write(text);
        assertPlaces(source, read(source.slice(0, at % (source.length + 1))));
      }),
      { numRuns: 50 },
    );
  });
});

test('XLIFF has its languages, XML resources their names', () => {
  const xliff =
    '<xliff><file source-language="en" target-language="fa"><body><trans-unit id="a"><source>Hi &amp; you</source><target>سلام <x id="1"/></target></trans-unit></body></file></xliff>';
  expect(readXliff(xliff).entries.map(({ path, text, locale }) => [path[0], text, locale])).toEqual([
    ['a', 'Hi & you', 'en'],
    ['a', 'سلام <x id="1"/>', 'fa'],
  ]);
  expect(keyed(readXmlStrings('<resources><string name="a">Hi &lt;b></string></resources>'))).toEqual([
    ['a', 'Hi <b>'],
  ]);
});

describe('entries of catalogues', () => {
  const said = (path: string, text: string) =>
    readParts([{ path, text }], settings).map(
      ({ key, message, channel, name, locale }) =>
        `${key}: ${[message, channel, name, locale].filter(Boolean).join(' ')}`,
    );

  test.each<[string, string, string, string[]]>([
    [
      'mailers of Rails, beside texts of pages',
      'config/locales/en.yml',
      'en:\n  user_mailer:\n    welcome:\n      subject: Hi\n      body_html: <p>Hi</p>\n  errors:\n    email:\n      invalid: No\n',
      [
        'user_mailer.welcome.subject: user_mailer/welcome email subject en',
        'user_mailer.welcome.body_html: user_mailer/welcome email html en',
        'errors.email.invalid: errors.email.invalid unknown other en',
      ],
    ],
    [
      'channels under a message',
      'config/locales/fr.yml',
      'fr:\n  messages:\n    paid:\n      email:\n        subject: A\n        body: B\n      sms: Votre paiement est arrivé, merci.\n',
      [
        'messages.paid.email.subject: paid email subject fr',
        'messages.paid.email.body: paid email text fr',
        'messages.paid.sms: paid sms sms fr',
      ],
    ],
    [
      'pieces of mails in .properties',
      'i18n/messages_pt_BR.properties',
      'email.activation.title=T\nemail.activation.greeting=Olá {0}\nerror.title=E\n',
      [
        'email.activation.title: activation email subject pt-BR',
        'email.activation.greeting: activation email other pt-BR',
        'error.title: error.title unknown other pt-BR',
      ],
    ],
    [
      'locales inside a file of a message',
      'sms/otp.json',
      '{"en": "Code {{code}}", "fr": "Le code {{code}}"}',
      [': otp sms sms en', ': otp sms sms fr'],
    ],
    [
      'a catalogue of mails',
      'locales/ar/emails.json',
      '{"reset": {"subject": "أهلا"}}',
      ['reset.subject: reset email subject ar'],
    ],
    [
      'one key with its part',
      'lang/de/mail.php',
      "<?php\nreturn ['welcome_subject' => 'Hallo'];",
      ['welcome_subject: welcome email subject de'],
    ],
    [
      'PO with sentences as keys',
      'locale/fa/LC_MESSAGES/django.po',
      'msgid "Hi %(n)s"\nmsgstr "سلام %(n)s"\n',
      ['Hi %(n)s: Hi %(n)s unknown other en', 'Hi %(n)s: Hi %(n)s unknown other fa'],
    ],
    ['no catalogue at all', 'src/data.json', '{"a": "b"}', []],
  ])('%s', (_title, path, text, expected) => {
    expect(said(path, text)).toEqual(expected);
  });

  test('forms under keys of their own are said of the form `other`', () => {
    const [one, other] = readParts(
      [{ path: 'locales/en.yml', text: 'en:\n  days:\n    one: a day\n    other: "%{count} days"\n' }],
      settings,
    );
    expect(one!.parsed.plurals).toEqual([]);
    expect(other!.parsed.plurals[0]!.categories).toEqual(['one', 'other']);
  });

  test('a catalogue that breaks off says where', () => {
    const [part] = readParts([{ path: 'locales/en.json', text: '{"a": "b",\n "c" "d"}' }], settings).slice(
      -1,
    );
    expect(part!.parsed.problems).toEqual([
      { kind: 'parse', start: 16, end: 17, message: 'Expected : in JSON, found "\\"".' },
    ]);
  });
});
