interface LocaleFacts {
  readonly language: string;
  /** ISO 15924, `Arab`; empty where nobody knows. */
  readonly script: string;
}

const cache = new Map<string, LocaleFacts>();

function read(locale: string): LocaleFacts {
  try {
    const { language, script = '' } = new Intl.Locale(locale.replaceAll('_', '-')).maximize();
    return { language: language ?? '', script };
  } catch {
    return { language: '', script: '' };
  }
}

function factsOf(locale: string): LocaleFacts {
  const known = cache.get(locale);
  if (known) return known;
  const facts = locale === '' ? { language: '', script: '' } : read(locale);
  cache.set(locale, facts);
  return facts;
}

/** Language of a BCP 47 tag, `pt` of `pt-BR`; empty of none. */
export const languageOf = (locale: string): string => factsOf(locale).language;

/** Script a locale is written in, ISO 15924, by the likely subtags of CLDR; empty where nobody knows. */
export const scriptOf = (locale: string): string => factsOf(locale).script;

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** Whether a locale is written from right to left. */
export const isRightToLeft = (locale: string): boolean => rightToLeft.has(scriptOf(locale));

/** Whether a text in one locale serves readers of another: the same language in the same script. */
export const serves = (written: string, wanted: string): boolean =>
  languageOf(written) === languageOf(wanted) && scriptOf(written) === scriptOf(wanted);
