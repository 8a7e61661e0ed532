import { type Catalogue, catalogues } from './catalogues.js';
import { type Engine, engines, neverPlain } from './engines.js';

/** A text of a message, as its author thinks of it; `lang` are attributes of the document. */
export interface Text {
  readonly message?: string;
  readonly locale?: string;
  readonly part?: 'html' | 'text' | 'subject' | 'sms';
  readonly lang?: string;
  readonly says: string;
}

/** How texts become files in a syntax. */
export interface Form {
  readonly put: (name: string) => string;
  readonly torn: (name: string) => string;
  readonly kind: 'engine' | 'catalogue';
  /** Plain texts can be told from markup. */
  readonly plain: boolean;
  readonly byPlace: boolean;
  readonly files: (texts: readonly Text[]) => Record<string, string>;
}

const page = ({ sign, put }: Engine, lang: string, body: string): string =>
  `<!DOCTYPE html>\n<html ${lang}>\n<body>\n${sign}\n<p>Dear ${put('name')}, pay ${put('amount')}.</p>\n${body}\n</body>\n</html>\n`;

function engineFile(engine: Engine, text: Text): [string, string] {
  const { message = 'reset', locale = 'en', part = 'html', lang = `lang="${locale}"`, says } = text;
  const { ending, sign } = engine;
  if (part === 'html')
    return [
      `emails/${message}/${locale}.html.${ending}`.replace('.html.html', '.html'),
      page(engine, lang, says),
    ];
  if (part === 'sms') return [`sms/${message}.${locale}.${ending}`, `${sign}${says}\n`];
  return [`emails/${message}/${locale}.${part === 'text' ? 'txt' : 'subject'}.${ending}`, `${sign}${says}\n`];
}

const ofEngine = (name: string, engine: Engine): Form => ({
  put: engine.put,
  torn: engine.torn,
  kind: 'engine',
  plain: !neverPlain.has(name),
  byPlace: false,
  files: (texts) => Object.fromEntries(texts.map((text) => engineFile(engine, text))),
});

const keys = { html: 'body_html', text: 'body_text', subject: 'subject', sms: 'sms' } as const;

/** One file for each locale; the message of all texts is that of the first. */
function catalogueFiles(catalogue: Catalogue, texts: readonly Text[]): Record<string, string> {
  const locales = new Set(texts.map(({ locale = 'en' }) => locale));
  const message = texts[0]?.message ?? 'reset';
  return Object.fromEntries(
    [...locales].map((locale) => {
      const own = texts.filter((text) => (text.locale ?? 'en') === locale);
      const byKey = Object.fromEntries(
        own.map(({ part = 'html', says }) => [keys[part], says.replaceAll('\n', ' ')]),
      );
      return [catalogue.path(locale), catalogue.write(byKey, locale, message)];
    }),
  );
}

const ofCatalogue = (catalogue: Catalogue): Form => ({
  put: catalogue.put,
  torn: catalogue.torn,
  kind: 'catalogue',
  plain: true,
  byPlace: catalogue.byPlace ?? false,
  files: (texts) => catalogueFiles(catalogue, texts),
});

export const forms: Readonly<Record<string, Form>> = {
  ...Object.fromEntries(Object.entries(engines).map(([name, engine]) => [name, ofEngine(name, engine)])),
  ...Object.fromEntries(Object.entries(catalogues).map(([name, one]) => [name, ofCatalogue(one)])),
};
