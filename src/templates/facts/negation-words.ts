/** Tells words, one at a time. */
interface WordTest {
  readonly test: (word: string) => boolean;
}

/** Words of a language that say whether something holds, in lower case. */
export interface NegationWords {
  /** Words that turn a clause into its opposite. */
  readonly not: WordTest;
  /** Words that open a condition. */
  readonly when: WordTest;
  /** What follows a word that opens a condition, where the word has other uses. */
  readonly next?: WordTest;
  /** Verbs that carry no meaning of their own beside a negation. */
  readonly empty: WordTest;
  /** The verb in a word that is its own negation. */
  readonly verbOf?: (word: string) => string | undefined;
}

/** Words of a list are looked up; patterns are compiled when their language is read. */
function word(pattern: string): WordTest {
  if (/^[\p{L}\p{M}|]+$/u.test(pattern)) {
    const list = new Set(pattern.split('|'));
    return { test: (one) => list.has(one) };
  }
  let compiled: RegExp | undefined;
  return {
    test: (one) => {
      compiled ??= new RegExp(`^(?:${pattern})$`, 'u');
      return compiled.test(one);
    },
  };
}

/** Beginnings of Czech and Slovak verbs in the past or present that a prefix denies. */
const denied =
  'ne(?!bo|ž(?!ád)|ch(?!ce)|děl|jen|mocn|dáv|hod)\\p{L}{2,}(?:l|la|li|lo|ly|te|me|me)|není|nie|niet|nejsou|nejsem';
const withoutNe = (word: string): string | undefined =>
  /^ne\p{L}{4,}$/u.test(word) ? word.slice(2) : undefined;

const of = (
  not: string,
  when: string,
  empty: string,
  more: Pick<NegationWords, 'next' | 'verbOf'> = {},
): NegationWords => ({ not: word(not), when: word(when), empty: word(empty), ...more });

/** Negations and conditions by language. */
export const byLanguage: Readonly<Record<string, NegationWords>> = {
  en: of(
    'not|never|no|nobody|nothing|none|without|unless|unaware|unable',
    'if|unless|when',
    'do|does|did|have|has|had|is|are|was|were|been|be|will|would|the|a|an',
  ),
  ar: of(
    '[وف]?(?:لم|لن|لا|ليس|ليست|لست|غير|دون|بدون)',
    '[وف]?(?:إذا|اذا|إن|لو)',
    'قد|كنت|كان|تكن|يكن|قمت|تقم',
  ),
  fa: of(
    'ن(?:می|کرد|شد|داد|خواست|بود|داشت|باش|کن|دار|توان|فرست|گرفت|رفت|یافت|پرداخت)[\\p{L}\\u200c]*|نیست[\\p{L}\\u200c]*|بدون|هیچ|هرگز',
    'اگر|چنانچه|درصورتی|درصورتیکه',
    'است|هست|بود|را|که',
    { verbOf: (one) => (one.length > 4 ? one.slice(1) : undefined) },
  ),
  de: of(
    'nicht|nichts|kein|keine|keinen|keiner|keinem|nie|niemals|ohne',
    'wenn|falls|sofern|sollten',
    'haben|hat|habe|sind|ist|war|waren|werden|wird|der|die|das',
  ),
  es: of('no|nunca|sin|jamás|ningún|ninguna', 'si|cuando', 'ha|has|he|haya|fue|es|el|la|lo|usted|tú'),
  fr: of('ne|n|pas|jamais|sans|aucun|aucune', 'si|lorsque', 'avez|as|a|été|est|êtes|le|la|l|les'),
  it: of('non|niente|nulla|mai|senza', 'se|quando', 'hai|ha|avete|è|stato|stata|il|la|lo|l'),
  pt: of('não|nunca|nada|sem', 'se|caso|quando', 'você|foi|é|tem|tenha|o|a'),
  nl: of('niet|niets|geen|nooit|zonder', 'als|indien|wanneer', 'heeft|hebt|heb|is|bent|was|de|het'),
  pl: of(
    'nie|bez|nigdy|żaden|żadna|żadnych',
    'jeśli|jeżeli|jesli|gdy|gdyby',
    'jest|są|został|została|to|się',
  ),
  ru: of('не|ни|нет|без|никогда', 'если|когда', 'был|была|были|было|это|бы|вы'),
  uk: of('не|ні|немає|без|ніколи', 'якщо|коли', 'був|була|були|було|це|ви'),
  bg: { not: word('не|няма|нямате|без|никога'), when: word('ако|когато'), empty: word('сте|е|са|да|бил') },
  cs: of(`${denied}|bez|nikdy|žádný|žádné`, 'pokud|jestliže|když|kdyby', 'jste|je|jsou|si|se|to', {
    verbOf: withoutNe,
  }),
  sk: of(`${denied}|bez|nikdy|žiadny|žiadne`, 'ak|pokiaľ|keď', 'ste|je|sú|si|sa|to', { verbOf: withoutNe }),
  sr: of(
    'ne|niste|nije|nisu|nemojte|bez|не|нисте|није|нису|без',
    'ako|ukoliko|ако|уколико',
    'ste|je|su|сте|је|су',
  ),
  hr: { not: word('ne|niste|nije|nisu|nemojte|bez'), when: word('ako|ukoliko'), empty: word('ste|je|su') },
  sl: { not: word('ne|niste|ni|niso|brez|nikoli'), when: word('če|kadar'), empty: word('ste|je|so') },
  sv: of('inte|ej|aldrig|ingen|inga|inget|utan', 'om|ifall', 'har|hade|är|var|en|ett|den|det', {
    next: word('du|ni|det|den|inte|någon|ditt|din'),
  }),
  da: of('ikke|aldrig|ingen|intet|uden', 'hvis|såfremt', 'har|havde|er|var|en|et|den|det'),
  nb: of('ikke|aldri|ingen|uten', 'hvis|dersom|om', 'har|hadde|er|var|en|et|den|det', {
    next: word('du|dere|det|den|ikke|noen'),
  }),
  no: of('ikke|aldri|ingen|uten', 'hvis|dersom', 'har|hadde|er|var|en|et|den|det'),
  fi: of(
    'en|et|ei|emme|ette|eivät|ellet|ellette|ellei|ilman',
    'jos|mikäli|ellet|ellette|ellei',
    'on|olet|ole|ollut|olette',
  ),
  hu: of('nem|ne|nincs|nélkül|soha|sem', 'ha|amennyiben', 'ön|a|az|ezt|volt|van'),
  ro: of('nu|n|fără|niciodată|nicio|niciun', 'dacă|daca|când', 'ați|ai|au|a|este|sunt|fost'),
  tr: of(
    'değil\\p{L}*|yok|asla|\\p{L}{2,}m[ae]d[ıi]\\p{L}*|\\p{L}{2,}m[ae]z\\p{L}*|\\p{L}+m[ıiuü]yor\\p{L}*|\\p{L}{2,}m[ae]yın(?:ız)?|\\p{L}{2,}m[ae]yin(?:iz)?',
    'eğer|\\p{L}{2,}[ysr]s[ae](?:nız|niz|n)?|\\p{L}{2,}ys[ae](?:nız|niz|n)?',
    'siz|bir|bu|ve',
    { verbOf: (one) => (/m[ae][dyz]/.test(one) ? one : undefined) },
  ),
  el: of('δεν|δε|μην|μη|όχι|χωρίς|ποτέ', 'αν|εάν|όταν', 'έχετε|έχει|είναι|το|τη|την'),
  he: of('לא|אין|אינך|אינכם|אינו|בלי|ללא|מבלי', 'אם|כאשר|אילו', 'את|זה|זו|היה|הוא'),
  ur: { not: word('نہیں|نہ|بغیر|کبھی'), when: word('اگر|جب'), empty: word('ہے|ہیں|تھا|کی|کا|کے|نے') },
};
