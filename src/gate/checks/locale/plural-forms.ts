import { languageOf } from '../../../templates/facts/locales.js';
import type { Check } from '../../check.js';

const cache = new Map<string, readonly string[]>();

/** Forms a language needs for whole numbers up to 200; CLDR has more for fractions and for millions. */
function needed(locale: string, type: 'cardinal' | 'ordinal'): readonly string[] {
  const id = `${languageOf(locale)}/${type}`;
  const known = cache.get(id);
  if (known) return known;
  const rules = new Intl.PluralRules(languageOf(locale), { type });
  const forms = [...new Set(Array.from({ length: 201 }, (_, number) => rules.select(number)))];
  cache.set(id, forms);
  return forms;
}

const order = ['zero', 'one', 'two', 'few', 'many'];

/** `=0` and `=1` stand for the forms that hold those numbers alone. */
function missingForms(locale: string, type: 'cardinal' | 'ordinal', given: readonly string[]): string[] {
  if (languageOf(locale) === '' || !given.includes('other')) return [];
  const exact: Readonly<Record<string, string>> = { zero: '=0', one: '=1', two: '=2' };
  return order
    .filter((form) => needed(locale, type).includes(form))
    .filter((form) => !given.includes(form) && !given.includes(exact[form] ?? form));
}

/** Plurals without a form that the language of their text needs, in one text or under keys of their own. */
export const pluralForms: Check = function* ({ parts }) {
  for (const part of parts)
    for (const { kind, name, categories, start, end } of part.parsed.plurals) {
      if (kind !== 'plural' && kind !== 'ordinal') continue;
      const forms = missingForms(part.locale, kind === 'plural' ? 'cardinal' : 'ordinal', categories);
      if (forms.length === 0) continue;
      const args = { locale: part.locale, forms: forms.join(', '), field: name };
      yield { case: 'forms', at: { part, span: { start, end } }, about: part.key || name, args };
    }
};
