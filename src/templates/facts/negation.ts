import { languageOf } from './locales.js';
import { byLanguage, type NegationWords } from './negation-words.js';
import { wordsOf } from './sentences.js';

/** Whether negations of a language are known. */
export const knowsNegation = (locale: string): boolean =>
  Object.hasOwn(byLanguage, languageOf(locale) || 'en');

const words = (locale: string): NegationWords | undefined => byLanguage[languageOf(locale) || 'en'];

/** What is left of a word when it is bent: enough to tell two words apart, and no more. */
function stem(text: string, language: string): string {
  if (language === 'en') return text.replace(/(?:ing|ed|es|s|e)$/, '').slice(0, 8);
  if (language === 'ar')
    return text.replace(/^[وفبلت ينأ]+(?=\p{L}{3})/u, '').replace(/(?:تم|ت|وا|ون)$/u, '');
  return text.slice(0, language === 'tr' ? 3 : 5);
}

/** A sentence by what it says without its negations, and how many of those it has. */
export interface Statement {
  readonly stems: ReadonlySet<string>;
  readonly negations: number;
}

/** What a sentence says; nothing in a language whose negations are not known. */
export function statementOf(sentence: string, locale: string): Statement {
  const known = words(locale);
  if (!known) return { stems: new Set(), negations: 0 };
  const language = languageOf(locale) || 'en';
  const stems = new Set<string>();
  let negations = 0;
  for (const one of wordsOf(sentence)) {
    if (known.not.test(one)) {
      negations += 1;
      const verb = known.verbOf?.(one);
      if (verb) stems.add(stem(verb, language));
    } else if (!known.empty.test(one)) stems.add(stem(one, language));
  }
  return { stems, negations };
}

/** Share of the words that two statements have in common, 0 to 1. */
export function similarity(a: Statement, b: Statement): number {
  const larger = Math.max(a.stems.size, b.stems.size);
  if (larger === 0) return 0;
  let common = 0;
  for (const one of a.stems) if (b.stems.has(one)) common += 1;
  return common / larger;
}

/** Words a condition may go on for without a comma. */
const reach = 9;

/** Words that deny without a negation: what came in error was not meant for who reads it. */
const byMistake =
  /(?<!\p{L})(?:errors?|mistakes?|mistaken(?:ly)?|accident(?:ally)?|wrongly|irrtum|irrtümlich\p{L}*|versehen|versehentlich\p{L}*|fälschlich\p{L}*|erreurs?|equivocación|erróneamente|errore|erro|engano|vergissing|onterecht|pomyłk\p{L}*|pomyłkowo|błąd|błędnie|ошибк\p{L}*|ошибочно|помилк\p{L}*|помилково|грешка|omylem|chybou|omylom|greškom|грешком|misstag|fejl|feil\p{L}*|vahingossa|erehdyksessä|tévedés\p{L}*|eroare|greșeală|yanlışlıkla|hata\p{L}*|λάθος|בטעות|غلطی|خطأ|الخطأ|بالخطأ|اشتباه\p{L}*)(?!\p{L})/iu;

/** Of a sentence with a condition, whether the condition is negated; undefined without one, or where it is of a mistake. */
export function conditionOf(sentence: string, locale: string): 'met' | 'unmet' | undefined {
  const known = words(locale);
  if (!known || byMistake.test(sentence)) return undefined;
  for (const clause of sentence.split(/[,،;:]/)) {
    const list = wordsOf(clause);
    const at = list.findIndex(
      (one, i) => known.when.test(one) && (known.next?.test(list[i + 1] ?? '') ?? true),
    );
    if (at < 0) continue;
    return list.slice(at, at + reach).some((one) => known.not.test(one)) ? 'unmet' : 'met';
  }
  return undefined;
}
