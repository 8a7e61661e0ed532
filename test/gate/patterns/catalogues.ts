/** A format of files that hold many texts by key. */
export interface Catalogue {
  readonly path: (locale: string) => string;
  /** A file with texts of one message by key. */
  readonly write: (texts: Readonly<Record<string, string>>, locale: string, message: string) => string;
  readonly put: (name: string) => string;
  readonly torn: (name: string) => string;
  /** Values have places instead of names. */
  readonly byPlace?: boolean;
}

/** Places of values where a format numbers them. */
const places = ['name', 'amount', 'code', 'url', 'stop_url', 'deadline', 'minutes', 'cod'];
const placeOf = (name: string): number => {
  const at = places.indexOf(name);
  return at < 0 ? places.length : at;
};
const lines = (
  texts: Readonly<Record<string, string>>,
  line: (key: string, text: string) => string,
): string =>
  Object.entries(texts)
    .map(([key, text]) => `${line(key, text)}\n`)
    .join('');
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", "\\'");

export const catalogues: Readonly<Record<string, Catalogue>> = {
  'Rails YAML': {
    path: (locale) => `config/locales/mailers/${locale}.yml`,
    write: (texts, locale, message) =>
      `${locale}:\n  ${message}:\n${lines(texts, (key, text) => `    ${key}: ${JSON.stringify(text)}`)}`,
    put: (name) => `%{${name}}`,
    torn: (name) => `%{${name}`,
  },
  'i18next JSON': {
    path: (locale) => `locales/${locale}/emails.json`,
    write: (texts, _locale, message) => JSON.stringify({ [message]: texts }, null, 2),
    put: (name) => `{{${name}}}`,
    torn: (name) => `{{${name}}`,
  },
  'ICU JSON': {
    path: (locale) => `emails/locales/${locale}.json`,
    write: (texts, _locale, message) => JSON.stringify({ [message]: texts }, null, 2),
    put: (name) => `{${name}}`,
    torn: (name) => `{${name}`,
  },
  ARB: {
    path: (locale) => `emails/l10n/app_${locale}.arb`,
    write: (texts, locale, message) =>
      JSON.stringify(
        {
          '@@locale': locale,
          ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${message}_${key}`, text])),
        },
        null,
        2,
      ),
    put: (name) => `{${name}}`,
    torn: (name) => `{${name}`,
  },
  'Symfony YAML': {
    path: (locale) => `translations/emails.${locale}.yaml`,
    write: (texts, _locale, message) =>
      `${message}:\n${lines(texts, (key, text) => `  ${key}: ${JSON.stringify(text)}`)}`,
    put: (name) => `%${name}%`,
    torn: (name) => `%${name}`,
  },
  'PHP array': {
    path: (locale) => `resources/lang/${locale}/emails.php`,
    write: (texts, _locale, message) =>
      `<?php\n\nreturn [\n  '${message}' => [\n${lines(texts, (key, text) => `    '${key}' => '${text.replaceAll("'", "\\'")}',`)}  ],\n];\n`,
    put: (name) => `:${name}`,
    torn: () => '',
  },
  PO: {
    path: (locale) => `locale/${locale}/LC_MESSAGES/emails.po`,
    write: (texts, _locale, message) =>
      `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n${lines(texts, (key, text) => `msgid "${message}.${key}"\nmsgstr ${JSON.stringify(text)}\n`)}`,
    put: (name) => `%(${name})s`,
    torn: (name) => `%(${name}`,
  },
  Fluent: {
    path: (locale) => `locales/${locale}/emails.ftl`,
    write: (texts, _locale, message) =>
      lines(texts, (key, text) => `${message}-${key.replaceAll('_', '-')} = ${text}`),
    put: (name) => `{ $${name} }`,
    torn: (name) => `{ $${name}`,
  },
  'Java properties': {
    path: (locale) => `src/main/resources/emails/messages_${locale}.properties`,
    write: (texts, _locale, message) =>
      lines(texts, (key, text) => `email.${message}.${key}=${text.replaceAll("'", "''")}`),
    put: (name) => `{${placeOf(name)}}`,
    torn: (name) => `{${placeOf(name)}`,
    byPlace: true,
  },
  Android: {
    path: (locale) => `emails/res/values-${locale}/strings.xml`,
    write: (texts, _locale, message) =>
      `<?xml version="1.0" encoding="utf-8"?>\n<resources>\n${lines(texts, (key, text) => `  <string name="email_${message}_${key}">${xml(text)}</string>`)}</resources>\n`,
    put: (name) => `%${placeOf(name) + 1}$s`,
    torn: (name) => `%${placeOf(name) + 1}$`,
    byPlace: true,
  },
};
