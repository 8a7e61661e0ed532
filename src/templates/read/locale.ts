/** Language folders that are named in words. */
const inWords: Readonly<Record<string, string>> = {
  arabic: 'ar',
  chinese: 'zh',
  dutch: 'nl',
  english: 'en',
  farsi: 'fa',
  french: 'fr',
  german: 'de',
  hebrew: 'he',
  italian: 'it',
  japanese: 'ja',
  persian: 'fa',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
  turkish: 'tr',
  urdu: 'ur',
};

/** Codes that are words as well: at the end of a name they are taken for locales only beside other locales. */
const words = new Set('ab am as be co do he hi id in io is it la my no or os sh so to ts'.split(' '));

/** Three letters are words more often than languages; these are used for locales. */
const long = new Set('ast ckb dsb fil haw hsb kab kmr yue'.split(' '));

const shape =
  /^([a-z]{2,3})(?:[-_](Hans|Hant|Latn|Cyrl|Arab|[A-Z][a-z]{3}))?(?:[-_]r?([A-Za-z]{2}|\d{3}))?(?:@(latin|cyrillic))?$/i;

/** Words of paths come again and again, and asking for a locale is dear. */
function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size > 10_000) known.clear();
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

const scripts: Readonly<Record<string, string>> = { latin: 'Latn', cyrillic: 'Cyrl' };

/** BCP 47 of what has the shape of a locale, `pt_BR`, `pt-rBR`, `sr@latin`; empty otherwise. Its language need not exist. */
export const normaliseLocale = remembered((text: string): string => {
  const [, language, script, region, modifier] = shape.exec(text.replace(/\.(?:utf-?8|lproj)$/i, '')) ?? [];
  if (language === undefined) return '';
  const parts = [language, modifier ? scripts[modifier.toLowerCase()] : script, region];
  return canonical(parts.filter((part) => part !== undefined).join('-'));
});

let names: Intl.DisplayNames | undefined;

function isLanguage(code: string): boolean {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(code) !== undefined;
}

/** How sure a word is a locale: `word` is one where others stand beside it, `shape` only looks like one. */
export type LocaleKind = 'locale' | 'word' | 'shape' | 'none';

/** What kind of locale a word of a path is. */
export const localeKind = remembered((text: string): LocaleKind => {
  const locale = normaliseLocale(text);
  if (locale === '') return 'none';
  const [language = '', second] = locale.split('-');
  if (!isLanguage(language)) return 'shape';
  if (second !== undefined && /[A-Z]/.test(text)) return 'locale';
  if (second !== undefined) return words.has(language) ? 'word' : language.length === 2 ? 'locale' : 'shape';
  if (text !== text.toLowerCase()) return 'shape';
  if (language.length === 3) return long.has(language) ? 'locale' : 'shape';
  return words.has(language) ? 'word' : 'locale';
});

/** The locale a folder or a part of a file's name stands for; empty when it is none. */
export function localeOf(text: string): string {
  const word = inWords[text.toLowerCase()];
  if (word !== undefined) return word;
  const kind = localeKind(text);
  return kind === 'locale' || kind === 'word' ? normaliseLocale(text) : '';
}
