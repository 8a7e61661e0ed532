import type { Form, Text } from './forms.js';

/** A pattern of the field as texts that have it, and as texts that have not. */
export interface Pattern {
  readonly title: string;
  /** Any of these rules says it. */
  readonly rules: readonly string[];
  readonly broken: (form: Form) => readonly Text[];
  readonly whole: (form: Form) => readonly Text[];
  /** What the sender of each message hands over. */
  readonly supplies?: Readonly<Record<string, readonly string[]>>;
  /** Why it cannot be in a form. */
  readonly never?: (form: Form) => string | undefined;
}

const places = ({ byPlace }: Form): string | undefined =>
  byPlace ? 'values have places and no names' : undefined;
const noDocument = ({ kind }: Form): string | undefined =>
  kind === 'catalogue' ? 'a value of a catalogue is no document' : undefined;
const noPlain = ({ plain }: Form): string | undefined =>
  plain ? undefined : 'its files share the ending of markup';
const noClosing = ({ put }: Form): string | undefined =>
  put('x') === ':x' ? 'a tag has no sign at its end' : undefined;

const given = ['name', 'amount', 'code', 'url', 'x', 'stop_url'];
const billing = { billing: [...given, ...given.map((name) => name.toUpperCase())] };
const sister = { ...billing, welcome: [...billing.billing, 'start_day', 'START_DAY'] };

/** One text of the message `billing` in English and the same in German. */
const both = (english: string, german: string, rest: Partial<Text> = {}): Text[] => [
  { ...rest, says: english },
  { ...rest, locale: 'de', says: german },
];
const link = (address: string, words: string): string => `<p><a href="${address}">${words}</a></p>`;
const arabic = '<p>نشكرك على انتظارك ونعتذر عن التأخير في الرد عليك</p>';

const supplied: readonly Pattern[] = [
  {
    title: 'P1 a field nobody hands over',
    rules: ['supply/unsupplied-field'],
    supplies: billing,
    broken: ({ put }) => [{ message: 'billing', says: `Your code is ${put('cod')}.` }],
    whole: ({ put }) => [{ message: 'billing', says: `Your code is ${put('code')}.` }],
    never: places,
  },
  {
    title: 'P2, P4 a field that one locale asks for and nobody hands over',
    rules: ['supply/unsupplied-field'],
    supplies: billing,
    broken: ({ put }) =>
      both(`Code ${put('code')} for you.`, `Code ${put('kennwort')} für Sie.`, { message: 'billing' }),
    whole: ({ put }) =>
      both(`Code ${put('code')} for you.`, `Code ${put('code')} für Sie.`, { message: 'billing' }),
    never: places,
  },
  {
    title: 'P5, P11 a field of the sister message',
    rules: ['supply/unsupplied-field'],
    supplies: sister,
    broken: ({ put }) => [{ message: 'billing', says: `We begin on ${put('start_day')}.` }],
    whole: ({ put }) => [{ message: 'welcome', says: `We begin on ${put('start_day')}.` }],
    never: places,
  },
  {
    title: 'P7 a way to stop whose field exists nowhere',
    rules: ['supply/unsupplied-field'],
    supplies: billing,
    broken: ({ put }) => [{ message: 'billing', says: link(put('abmelde_url'), 'Abmelden'), locale: 'de' }],
    whole: ({ put }) => [{ message: 'billing', says: link(put('stop_url'), 'Abmelden'), locale: 'de' }],
    never: places,
  },
];

const locales: readonly Pattern[] = [
  {
    title: 'P3, P25 a translation asks for a field its source has not',
    rules: ['locale/placeholder-drift', 'locale/translated-placeholder'],
    broken: ({ put }) => both('We look at it.', `Wir sehen am ${put('deadline')} danach.`),
    whole: ({ put }) =>
      both(`We look at it on ${put('deadline')}.`, `Wir sehen am ${put('deadline')} danach.`),
  },
  {
    title: 'P3, P18 a translation drops a field',
    rules: ['locale/placeholder-drift'],
    broken: ({ put }) => both(`Please do this: ${put('code')}`, 'Bitte tun Sie das Folgende:'),
    whole: ({ put }) => both(`Please do this: ${put('code')}`, `Bitte tun Sie das Folgende: ${put('code')}`),
  },
  {
    title: 'P9 a link that one locale lacks',
    rules: ['locale/placeholder-drift'],
    broken: ({ put }) => both(link(put('url'), 'Open'), '<p>Öffnen</p>'),
    whole: ({ put }) => both(link(put('url'), 'Open'), link(put('url'), 'Öffnen')),
  },
  {
    title: 'P8, P12 a name that was translated',
    rules: ['locale/translated-placeholder', 'locale/placeholder-drift'],
    broken: ({ put }) => both(`<p>Until ${put('deadline')}</p>`, `<p>Bis ${put('frist')}</p>`),
    whole: ({ put }) => both(`<p>Until ${put('deadline')}</p>`, `<p>Bis ${put('deadline')}</p>`),
    never: places,
  },
  {
    title: 'P12, P13 a name without its signs',
    rules: ['locale/translated-placeholder', 'locale/placeholder-drift'],
    broken: ({ put }) => both(`Your secret: ${put('reset_code')}`, 'Ihr Geheimnis: reset_code'),
    whole: ({ put }) => both(`Your secret: ${put('reset_code')}`, `Ihr Geheimnis: ${put('reset_code')}`),
    never: places,
  },
  {
    title: 'P13 a name with the signs of another engine',
    rules: ['locale/translated-placeholder', 'locale/placeholder-drift', 'syntax/malformed-placeholder'],
    broken: ({ put }) => both(`Your secret: ${put('reset_code')}`, 'Ihr Geheimnis: [[reset_code]]'),
    whole: ({ put }) => both(`Your secret: ${put('reset_code')}`, `Ihr Geheimnis: ${put('reset_code')}`),
    never: places,
  },
  {
    title: 'P17 one value twice and its neighbour never',
    rules: ['locale/placeholder-drift'],
    broken: ({ put }) =>
      both(
        `Come on ${put('deadline')} to ${put('code')}.`,
        `Kommen Sie am ${put('deadline')} zu ${put('deadline')}.`,
      ),
    whole: ({ put }) =>
      both(
        `Come on ${put('deadline')} to ${put('code')}.`,
        `Kommen Sie am ${put('deadline')} zu ${put('code')}.`,
      ),
  },
  {
    title: 'P23 a translation without a field and its sentence',
    rules: ['variant/missing-fact', 'locale/placeholder-drift'],
    broken: ({ put }) =>
      both(`We got it. You hear from us by ${put('deadline')}.`, 'Wir haben alles erhalten.'),
    whole: ({ put }) =>
      both(
        `We got it. You hear from us by ${put('deadline')}.`,
        `Wir haben alles erhalten. Sie hören bis ${put('deadline')} von uns.`,
      ),
  },
  {
    title: 'P26 a time that one locale writes out',
    rules: ['supply/hardcoded-value', 'locale/placeholder-drift'],
    broken: ({ put }) => both(`Valid for ${put('minutes')} minutes.`, 'Gültig für 10 Minuten.'),
    whole: ({ put }) => both(`Valid for ${put('minutes')} minutes.`, `Gültig für ${put('minutes')} Minuten.`),
  },
];

const german = 'Guten Tag, Ihre Karte ist da und wir warten mit ihr auf Sie, bitte kommen Sie zu uns.';
const english = 'Hello, your card is ready and we are waiting for you with it, please come to us.';

const parts: readonly Pattern[] = [
  {
    title: 'P16 a part in another language',
    rules: ['locale/mixed-language-parts'],
    broken: () => [
      { locale: 'de', says: `<p>${german}</p>` },
      { locale: 'de', part: 'text', says: english },
    ],
    whole: () => [
      { locale: 'de', says: `<p>${german}</p>` },
      { locale: 'de', part: 'text', says: german },
    ],
    never: noPlain,
  },
  {
    title: 'P19 a negation that one part lost',
    rules: ['variant/contradiction'],
    broken: () => [
      { says: '<p>If you did request this change, contact us at once.</p>' },
      { part: 'text', says: 'If you did not request this change, contact us at once.' },
    ],
    whole: () => [
      { says: '<p>If you did not request this change, contact us at once.</p>' },
      { part: 'text', says: 'If you did not request this change, contact us at once.' },
    ],
    never: noPlain,
  },
  {
    title: 'P19 a negation that one locale lost',
    rules: ['variant/contradiction'],
    broken: () =>
      both(
        'If you did not ask for a new password, call us.',
        'Wenn Sie ein neues Passwort angefordert haben, rufen Sie uns an.',
      ),
    whole: () =>
      both(
        'If you did not ask for a new password, call us.',
        'Wenn Sie kein neues Passwort angefordert haben, rufen Sie uns an.',
      ),
  },
  {
    title: 'P22 a code in a subject',
    rules: ['privacy/secret-in-subject'],
    broken: ({ put }) => [{ part: 'subject', says: `Your verification code is ${put('code')}` }],
    whole: ({ put }) => [{ part: 'subject', says: `Your account, ${put('name')}` }],
    never: noPlain,
  },
  {
    title: 'P22 an SMS without the time its mail states',
    rules: ['variant/missing-fact'],
    broken: ({ put }) => [
      { says: `<p>Your code is ${put('code')}. It is valid for 10 minutes.</p>` },
      { part: 'sms', says: `Open https://bank.example/r/${put('code')}` },
    ],
    whole: ({ put }) => [
      { says: `<p>Your code is ${put('code')}. It is valid for 10 minutes.</p>` },
      { part: 'sms', says: `Open https://bank.example/r/${put('code')} within 10 minutes` },
    ],
  },
  {
    title: 'P21 a sign that forces UCS-2',
    rules: ['sms/encoding-inflation'],
    broken: ({ put }) => [{ part: 'sms', says: `Don’t share ${put('code')}` }],
    whole: ({ put }) => [{ part: 'sms', says: `Do not share ${put('code')}` }],
  },
  {
    title: 'P24 a tag in a plain text',
    rules: ['text/html-in-text'],
    broken: ({ put }) => [
      { says: `<p>Hi ${put('name')}, <b>pay</b></p>` },
      { part: 'text', says: `Hi ${put('name')}, <b>pay</b>` },
    ],
    whole: ({ put }) => [
      { says: `<p>Hi ${put('name')}, <b>pay</b></p>` },
      { part: 'text', says: `Hi ${put('name')}, pay` },
    ],
    never: noPlain,
  },
];

const stop = (put: Form['put'], words: string, field = 'stop_url'): string => link(put(field), words);

const markup: readonly Pattern[] = [
  {
    title: 'P6 a way to stop that leads where another link leads',
    rules: ['unsubscribe/missing-link'],
    broken: ({ put }) => [{ says: `${link(put('url'), 'Book')}${stop(put, 'Unsubscribe', 'url')}` }],
    whole: ({ put }) => [{ says: `${link(put('url'), 'Book')}${stop(put, 'Unsubscribe')}` }],
  },
  {
    title: 'P10 a locale without the way to stop that others have',
    rules: ['unsubscribe/missing-link'],
    broken: ({ put }) => [
      { message: 'report', says: `<p>Report</p>${stop(put, 'Unsubscribe', 'unsubscribe_url')}` },
      {
        message: 'report',
        locale: 'fr',
        says: `<p>Rapport</p>${stop(put, 'Se désabonner', 'unsubscribe_url')}`,
      },
      { message: 'report', locale: 'de', says: `<p>Bericht</p>${stop(put, 'Abmelden', 'unsubscribe_url')}` },
      { message: 'report', locale: 'nl', says: '<p>Rapport</p>' },
    ],
    whole: ({ put }) => [
      { message: 'report', says: `<p>Report</p>${stop(put, 'Unsubscribe', 'unsubscribe_url')}` },
      {
        message: 'report',
        locale: 'fr',
        says: `<p>Rapport</p>${stop(put, 'Se désabonner', 'unsubscribe_url')}`,
      },
      { message: 'report', locale: 'de', says: `<p>Bericht</p>${stop(put, 'Abmelden', 'unsubscribe_url')}` },
      {
        message: 'report',
        locale: 'nl',
        says: `<p>Rapport</p>${stop(put, 'Uitschrijven', 'unsubscribe_url')}`,
      },
    ],
  },
  {
    title: 'P8 a lost sign at the end of a tag',
    rules: ['syntax/malformed-placeholder', 'syntax/parse-error'],
    broken: ({ put, torn }) => [{ says: `<p>Pay ${put('amount')} with code ${torn('code')} for you</p>` }],
    whole: ({ put }) => [{ says: `<p>Pay ${put('amount')} with code ${put('code')} for you</p>` }],
    never: noClosing,
  },
  {
    title: 'P15 letters between href= and its quote',
    rules: ['html/broken-href'],
    broken: ({ put }) => [{ says: `<p><a href=x"${put('url')}">Open</a></p>` }],
    whole: ({ put }) => [{ says: `<p><a href="${put('url')}">Open</a></p>` }],
  },
  {
    title: 'P16 a space in a tag',
    rules: ['html/malformed-tag'],
    broken: ({ put }) => [{ says: `<p>Code <b>${put('code')}</ b></p>` }],
    whole: ({ put }) => [{ says: `<p>Code <b>${put('code')}</b></p>` }],
  },
  {
    title: 'P20 no lang',
    rules: ['a11y/lang-missing'],
    broken: () => [{ lang: '', says: '<p>Bye</p>' }],
    whole: () => [{ says: '<p>Bye</p>' }],
    never: noDocument,
  },
  {
    title: 'P20 no dir',
    rules: ['rtl/dir-missing'],
    broken: () => [{ locale: 'ar', says: arabic }],
    whole: () => [{ locale: 'ar', lang: 'lang="ar" dir="rtl"', says: arabic }],
    never: noDocument,
  },
];

/** P14 is of formats with quotes of their own alone: its cases are those of `syntax/messageformat-quote`. */
export const patterns: readonly Pattern[] = [...supplied, ...locales, ...parts, ...markup];
