import { languageOf } from './locales.js';
import { wordsOf } from './sentences.js';

interface Words {
  /** Words that turn a clause into its opposite. */
  readonly not: RegExp;
  /** Words that open a condition. */
  readonly when: RegExp;
  /** Verbs that carry no meaning of their own beside a negation. */
  readonly empty: RegExp;
}

const word = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const byLanguage: Readonly<Record<string, Words>> = {
  en: {
    not: word('not|never|no|nobody|nothing|none|without|unless'),
    when: word('if|unless|when'),
    empty: word('do|does|did|have|has|had|is|are|was|were|been|be|will|would|the|a|an'),
  },
  ar: {
    not: word('[وف]?(?:لم|لن|لا|ليس|ليست|لست|غير|دون|بدون)'),
    when: word('[وف]?(?:إذا|اذا|إن|لو)'),
    empty: word('قد|كنت|كان|تكن|يكن|قمت|تقم'),
  },
  fa: {
    not: word(
      'ن(?:می|کرد|شد|داد|خواست|بود|داشت|باش|کن|دار|توان|فرست|گرفت|رفت|یافت|پرداخت)[\\p{L}\\u200c]*|نیست[\\p{L}\\u200c]*|بدون|هیچ|هرگز',
    ),
    when: word('اگر|چنانچه|درصورتی|درصورتیکه'),
    empty: word('است|هست|بود|را|که'),
  },
  de: {
    not: word('nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne'),
    when: word('wenn|falls|sofern|sollten'),
    empty: word('haben|hat|habe|sind|ist|war|waren|werden|wird|der|die|das'),
  },
  es: {
    not: word('no|nunca|sin|jamás|ningún|ninguna'),
    when: word('si|cuando'),
    empty: word('ha|has|he|haya|fue|es|el|la|lo|usted|tú'),
  },
  fr: {
    not: word('ne|n|pas|jamais|sans|aucun|aucune'),
    when: word('si|lorsque'),
    empty: word('avez|as|a|été|est|êtes|le|la|l|les'),
  },
  it: {
    not: word('non|mai|senza'),
    when: word('se|quando'),
    empty: word('hai|ha|avete|è|stato|stata|il|la|lo|l'),
  },
  pt: {
    not: word('não|nunca|sem'),
    when: word('se|caso|quando'),
    empty: word('você|foi|é|tem|tenha|o|a'),
  },
  nl: {
    not: word('niet|geen|nooit|zonder'),
    when: word('als|indien|wanneer'),
    empty: word('heeft|hebt|heb|is|bent|was|de|het'),
  },
};

/** Whether negations of a language are known. */
export const knowsNegation = (locale: string): boolean =>
  Object.hasOwn(byLanguage, languageOf(locale) || 'en');

const words = (locale: string): Words | undefined => byLanguage[languageOf(locale) || 'en'];

/** What is left of a word when it is bent: enough to tell two words apart, and no more. */
function stem(text: string, language: string): string {
  if (language === 'en') return text.replace(/(?:ing|ed|es|s|e)$/, '').slice(0, 8);
  if (language === 'ar')
    return text.replace(/^[وفبلت ينأ]+(?=\p{L}{3})/u, '').replace(/(?:تم|ت|وا|ون)$/u, '');
  return text.slice(0, 5);
}

/** A sentence by what it says without its negations, and how many of those it has. */
export interface Statement {
  readonly stems: ReadonlySet<string>;
  readonly negations: number;
}

/** What a sentence says; `undefined` in a language whose negations are not known. */
export function statementOf(sentence: string, locale: string): Statement | undefined {
  const known = words(locale);
  if (!known) return undefined;
  const language = languageOf(locale) || 'en';
  const stems = new Set<string>();
  let negations = 0;
  for (const one of wordsOf(sentence)) {
    if (known.not.test(one)) {
      negations += 1;
      if (language === 'fa' && one.length > 4) stems.add(stem(one.slice(1), language));
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
const reach = 7;

/** Of a sentence with a condition, whether the condition is negated; undefined without one. */
export function conditionOf(sentence: string, locale: string): 'met' | 'unmet' | undefined {
  const known = words(locale);
  if (!known) return undefined;
  for (const clause of sentence.split(/[,،;:]/)) {
    const list = wordsOf(clause);
    const at = list.findIndex((one) => known.when.test(one));
    if (at < 0) continue;
    return list.slice(at, at + reach).some((one) => known.not.test(one)) ? 'unmet' : 'met';
  }
  return undefined;
}
