import type { Part, PluralUse } from '../../../model/template.js';
import { languageOf } from '../../../templates/facts/locales.js';
import type { Check, GateHit } from '../../check.js';
import { barredForms, barredNeeded } from '../../variants/barred-forms.js';

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

/** Numbers from 0 on that are not among the forms there are. */
const missingNumbers = (of: number, given: readonly string[]): string[] =>
  Array.from({ length: of }, (_, form) => `${form}`).filter((form) => !given.includes(form));

function missingIn({ locale }: Part, { kind, categories, of = 0 }: PluralUse): string[] {
  if (kind === 'numbered') return missingNumbers(of, categories);
  if (kind !== 'plural' && kind !== 'ordinal') return [];
  return missingForms(locale, kind === 'plural' ? 'cardinal' : 'ordinal', categories);
}

/** A text whose forms strokes part, with fewer of them than its language needs. */
function* barred(part: Part): Generator<GateHit> {
  if (!part.text.includes('|') || languageOf(part.locale) === '') return;
  const of = barredNeeded(part.locale, needed(part.locale, 'cardinal'));
  const given = of > 0 ? barredForms(part).length : 0;
  if (given === 0 || given >= of) return;
  const args = { locale: part.locale, given, of };
  yield { case: 'barred', at: { part, span: { start: 0, end: part.text.length } }, about: part.key, args };
}

/** Plurals without a form that the language of their text needs, in one text or under keys of their own. */
export const pluralForms: Check = function* ({ parts }) {
  for (const part of parts) {
    yield* barred(part);
    for (const plural of part.parsed.plurals) {
      const { name, start, end } = plural;
      const forms = missingIn(part, plural);
      if (forms.length === 0) continue;
      const args = { locale: part.locale, forms: forms.join(', '), field: name, of: plural.of ?? 0 };
      yield {
        case: plural.kind === 'numbered' ? 'numbered' : 'forms',
        at: { part, span: { start, end } },
        about: part.key || name,
        args,
      };
    }
  }
};
