import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readOwnRules } from '../../src/app/gate/own-rules.js';
import { buildWorld } from '../../src/gate/build-world.js';
import { checks } from '../../src/gate/checks/index.js';
import { toLists } from '../../src/gate/lists/word-list.js';
import { defaultsOf } from '../../src/gate/parameters.js';
import { gateSettingsSchema } from '../../src/model/gate-settings.js';
import { readLists } from '../../src/rules/read-lists.js';
import { readParts } from '../../src/templates/read/index.js';

const lists = toLists(await readLists(fileURLToPath(new URL('../../rules', import.meta.url))));
const { rules } = await readOwnRules();

/** A template language as files have it: how a value is put out, and around which text a file ends. */
interface Engine {
  readonly ending: string;
  readonly put: (name: string) => string;
  /** The same with its closing sign torn. */
  readonly torn: (name: string) => string;
  /** Something only this language says, so that it is told. */
  readonly sign: string;
}

const engines: Readonly<Record<string, Engine>> = {
  Handlebars: { ending: 'hbs', put: (n) => `{{${n}}}`, torn: (n) => `{{${n}}`, sign: '' },
  Mustache: { ending: 'mustache', put: (n) => `{{${n}}}`, torn: (n) => `{{${n}}`, sign: '' },
  Liquid: { ending: 'liquid', put: (n) => `{{ ${n} }}`, torn: (n) => `{{ ${n} }`, sign: '' },
  Jinja: { ending: 'j2', put: (n) => `{{ ${n} }}`, torn: (n) => `{{ ${n} }`, sign: '' },
  Django: {
    ending: 'html',
    put: (n) => `{{ ${n} }}`,
    torn: (n) => `{{ ${n} }`,
    sign: '{% load i18n %}',
  },
  Twig: { ending: 'twig', put: (n) => `{{ ${n} }}`, torn: (n) => `{{ ${n} }`, sign: '' },
  Nunjucks: { ending: 'njk', put: (n) => `{{ ${n} }}`, torn: (n) => `{{ ${n} }`, sign: '' },
  Blade: {
    ending: 'blade.php',
    put: (n) => `{{ $${n} }}`,
    torn: (n) => `{{ $${n} }`,
    sign: '@if($x) @endif',
  },
  Go: { ending: 'gotmpl', put: (n) => `{{.${n}}}`, torn: (n) => `{{.${n}}`, sign: '' },
  FreeMarker: { ending: 'ftl', put: (n) => `\${${n}}`, torn: (n) => `\${${n}`, sign: '' },
  Velocity: { ending: 'vm', put: (n) => `\${${n}}`, torn: (n) => `\${${n}`, sign: '#if($x)#end' },
  Thymeleaf: {
    ending: 'html',
    put: (n) => `[[\${${n}}]]`,
    torn: (n) => `[[\${${n}]]`,
    sign: `<i th:text="\${x}"></i>`,
  },
  Razor: { ending: 'cshtml', put: (n) => `@(Model.${n})`, torn: (n) => `@(Model.${n}`, sign: '' },
  'merge tags': {
    ending: 'html',
    put: (n) => `*|${n.toUpperCase()}|*`,
    torn: (n) => `*|${n.toUpperCase()}*`,
    sign: '',
  },
  ERB: { ending: 'erb', put: (n) => `<%= @${n} %>`, torn: (n) => `<%= @${n} `, sign: '' },
  EJS: { ending: 'ejs', put: (n) => `<%= ${n} %>`, torn: (n) => `<%= ${n} `, sign: '' },
  AMPscript: { ending: 'amp', put: (n) => `%%${n}%%`, torn: (n) => `%%${n}%`, sign: '%%[ SET @a = 1 ]%%' },
  PHP: { ending: 'php', put: (n) => `<?= $${n} ?>`, torn: (n) => `<?= $${n} `, sign: '<?php $a = 1; ?>' },
  percent: { ending: 'html', put: (n) => `%{${n}}`, torn: (n) => `%{${n}`, sign: '' },
  braces: { ending: 'html', put: (n) => `{${n}}`, torn: (n) => `{${n} `, sign: '' },
  dollar: { ending: 'html', put: (n) => `\${${n}}`, torn: (n) => `\${${n}`, sign: '' },
};
const names = Object.keys(engines);

/** What the sender of `billing` hands over. */
const given = ['name', 'amount', 'code', 'url', 'x'];
const supplies = [...given, ...given.map((name) => name.toUpperCase())];

/** Names of the rules that say something of a folder of texts. */
function found(files: Readonly<Record<string, string>>, wanted: readonly string[]): string[] {
  const read = Object.entries(files).map(([path, text]) => ({ path, text }));
  const settings = gateSettingsSchema.parse({ messages: { billing: { supplies } } });
  const parts = readParts(read, settings);
  const world = buildWorld({ files: read, parts, settings, today: '2026-07-01', lists });
  return rules
    .filter(({ id }) => wanted.includes(id))
    .filter((rule) => [...checks[rule.id]!(world, defaultsOf(rule))].length > 0)
    .map(({ id }) => id);
}

const page = ({ sign, put }: Engine, lang: string, body: string): string =>
  `<!DOCTYPE html>\n<html ${lang}>\n<body>\n${sign}\n<p>Dear ${put('name')}, pay ${put('amount')}.</p>\n${body}\n</body>\n</html>\n`;

/** Each pattern as a text that has it, and as one that has not. */
interface Pattern {
  readonly rules: readonly string[];
  readonly broken: (engine: Engine) => Record<string, string>;
  readonly whole: (engine: Engine) => Record<string, string>;
}

const file = ({ ending }: Engine, locale = 'en', name = 'reset'): string =>
  `emails/${name}/${locale}.html.${ending}`.replace('.html.html', '.html');
const one = (engine: Engine, lang: string, body: string, locale = 'en'): Record<string, string> => ({
  [file(engine, locale)]: page(engine, lang, body),
});

const patterns: Readonly<Record<string, Pattern>> = {
  'P8 a lost brace': {
    rules: ['syntax/malformed-placeholder', 'syntax/parse-error'],
    broken: (engine) => one(engine, 'lang="en"', `<p>Code ${engine.torn('code')} for you</p>`),
    whole: (engine) => one(engine, 'lang="en"', `<p>Code ${engine.put('code')} for you</p>`),
  },
  'P15 letters between href= and its quote': {
    rules: ['html/broken-href'],
    broken: (engine) => one(engine, 'lang="en"', `<p><a href=x"${engine.put('url')}">Open</a></p>`),
    whole: (engine) => one(engine, 'lang="en"', `<p><a href="${engine.put('url')}">Open</a></p>`),
  },
  'P16 a space in a tag': {
    rules: ['html/malformed-tag'],
    broken: (engine) => one(engine, 'lang="en"', `<p>Code <b>${engine.put('code')}</ b></p>`),
    whole: (engine) => one(engine, 'lang="en"', `<p>Code <b>${engine.put('code')}</b></p>`),
  },
  'P20 no lang': {
    rules: ['a11y/lang-missing'],
    broken: (engine) => one(engine, '', '<p>Bye</p>'),
    whole: (engine) => one(engine, 'lang="en"', '<p>Bye</p>'),
  },
  'P20 no dir': {
    rules: ['rtl/dir-missing'],
    broken: (engine) =>
      one(engine, 'lang="ar"', '<p>نشكرك على انتظارك ونعتذر عن التأخير في الرد عليك</p>', 'ar'),
    whole: (engine) =>
      one(engine, 'lang="ar" dir="rtl"', '<p>نشكرك على انتظارك ونعتذر عن التأخير في الرد عليك</p>', 'ar'),
  },
  'P9 a link that one locale lacks': {
    rules: ['locale/placeholder-drift'],
    broken: (engine) => ({
      ...one(engine, 'lang="en"', `<p><a href="${engine.put('url')}">Open</a></p>`),
      ...one(engine, 'lang="de"', '<p>Öffnen</p>', 'de'),
    }),
    whole: (engine) => ({
      ...one(engine, 'lang="en"', `<p><a href="${engine.put('url')}">Open</a></p>`),
      ...one(engine, 'lang="de"', `<p><a href="${engine.put('url')}">Öffnen</a></p>`, 'de'),
    }),
  },
  'P12 a name that was translated': {
    rules: ['locale/translated-placeholder', 'locale/placeholder-drift'],
    broken: (engine) => ({
      ...one(engine, 'lang="en"', `<p>Until ${engine.put('deadline')}</p>`),
      ...one(engine, 'lang="de"', `<p>Bis ${engine.put('frist')}</p>`, 'de'),
    }),
    whole: (engine) => ({
      ...one(engine, 'lang="en"', `<p>Until ${engine.put('deadline')}</p>`),
      ...one(engine, 'lang="de"', `<p>Bis ${engine.put('deadline')}</p>`, 'de'),
    }),
  },
  'P1 a field nobody hands over': {
    rules: ['supply/unsupplied-field'],
    broken: (engine) => ({ [file(engine, 'en', 'billing')]: page(engine, 'lang="en"', engine.put('cod')) }),
    whole: (engine) => ({ [file(engine, 'en', 'billing')]: page(engine, 'lang="en"', engine.put('code')) }),
  },
  'P6 a way to stop that leads where another link leads': {
    rules: ['unsubscribe/missing-link'],
    broken: (engine) =>
      one(
        engine,
        'lang="en"',
        `<p><a href="${engine.put('url')}">Book</a></p><p><a href="${engine.put('url')}">Unsubscribe</a></p>`,
      ),
    whole: (engine) =>
      one(
        engine,
        'lang="en"',
        `<p><a href="${engine.put('url')}">Book</a></p><p><a href="${engine.put('stop_url')}">Unsubscribe</a></p>`,
      ),
  },
  'P21 a sign that forces UCS-2': {
    rules: ['sms/encoding-inflation'],
    broken: (engine) => ({
      [`sms/reset.en.${engine.ending}`]: `${engine.sign}Don’t share ${engine.put('code')}`,
    }),
    whole: (engine) => ({
      [`sms/reset.en.${engine.ending}`]: `${engine.sign}Don't share ${engine.put('code')}`,
    }),
  },
  'P24 a tag in a plain text': {
    rules: ['text/html-in-text'],
    broken: (engine) => ({
      [`emails/reset_plain.${engine.ending}`]: `${engine.sign}Hi ${engine.put('name')}, <b>pay</b>`,
    }),
    whole: (engine) => ({
      [`emails/reset_plain.${engine.ending}`]: `${engine.sign}Hi ${engine.put('name')}, pay`,
    }),
  },
};

/** A mail of HTML and not of text, by the ending its language shares with markup. */
const neverPlain = new Set(['Django', 'Thymeleaf', 'merge tags', 'percent', 'braces', 'dollar']);

describe.each(Object.entries(patterns))('%s', (title, { rules: wanted, broken, whole }) => {
  const asked = names.filter((name) => !/^P2[14]/.test(title) || !neverPlain.has(name));
  test.each(asked)('is found in %s, and not where it was mended', (name) => {
    const engine = engines[name]!;
    expect({ broken: found(broken(engine), wanted).length > 0, whole: found(whole(engine), wanted) }).toEqual(
      {
        broken: true,
        whole: [],
      },
    );
  });
});
