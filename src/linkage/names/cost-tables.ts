type Costs = Readonly<Record<string, number>>;
type CostTable = Readonly<Record<string, Costs>>;

/** `aei 0, o 0.5`: every code of the group costs as much. */
function costs(groups: string): Costs {
  const entries = groups.split(', ').map((group) => group.split(' ') as [string, string]);
  return Object.fromEntries(
    entries.flatMap(([codes, cost]) => [...codes].map((code) => [code, Number(cost)])),
  );
}

const anyVowel = 'aeiouáéóíúēāÓAIUOàèìòù';

/** What Latin spellings each half vowel of the Arabic script goes with, and how badly; others do not. */
export const acrossScripts: CostTable = {
  β: costs('àèìòùaeiouíúē4A 0'),
  α: costs('aáāàA4 0, eēéè5oòUO 0.65'),
  γ: costs('aàA4 0, 5 0.4'),
  ω: costs('uoóúòùUOÓw7 0'),
  ι: costs('iIíy6ì 0, é 0.3, eēè5 0.65'),
  ζ: costs('iIíy6ì 0, a4 0.1, eè5 0.3'),
  ʿ: costs(`${anyVowel}4567 0, y 0.2`),
  ε: costs(`${anyVowel} 0`),
  η: costs('hH 0, 45ae 0.01'),
  ϊ: costs('èìeiéí 0'),
  ǝ: costs('ei5ē 0, í 0.02, a4āouú 0.65'),
  ϋ: costs('ei5ē 0, í 0.02, a4āouú 0.65'),
  h: costs('hH 0'),
};

/** Half vowels that writers of the Arabic script exchange. */
export const withinArabic: CostTable = {
  α: costs('αβγϊ 0, ʿ 0.3'),
  β: costs('αβγϊ 0'),
  ϊ: costs('αβγϊ 0'),
  γ: costs('αβγ 0, ζ 0.2, η 0.65'),
  ω: costs('ω 0'),
  ι: costs('ιζ 0'),
  ζ: costs('ιζ 0, γ 0.2'),
  ʿ: costs('ʿε 0, α 0.3'),
  ε: costs('ʿε 0'),
  η: costs('ηh 0, γ 0.65'),
  ǝ: costs('ǝ 0'),
  ϋ: costs('ϋ 0'),
  h: costs('ηh 0'),
};

/** Vowels that spellings in Latin letters exchange, from Mohamed and Muhammad to Qasim and Ghasem. */
export const withinLatin: CostTable = {
  a: costs('a 0, e 0.2, o 0.5, iu 0.65'),
  e: costs('e 0, ai 0.2, o 0.7, u 0.8'),
  i: costs('i 0, e 0.2, a 0.65, ou 0.8'),
  o: costs('o 0, u 0.1, a 0.5, e 0.7, i 0.8'),
  u: costs('u 0, o 0.1, a 0.65, ei 0.8'),
  h: costs('h 0'),
};

const baseVowels = { a: 'aáāàA4', e: 'eēéè5', i: 'iIíìy6', o: 'oóò7', u: 'uúùUOÓw', h: 'hH' };
/** Code of a Latin vowel → the plain vowel. */
export const baseVowel: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(baseVowels).flatMap(([base, codes]) => [...codes].map((code) => [code, base])),
);

/** Cost of leaving a unit without partner. */
export const leftOut = {
  arabic: costs('αβϊωιζη 1, γε 0.8, ʿ 0, ǝ 0.65, ϋ 0.5, h 0.65'),
  latinBesideArabic: costs(
    'aeiouáéó 0.02, íēāI 0.65, ú 0.3, Ó 1, A 0.6, O 0.2, U 0.65, yw 0.8, àèìòù46 1, 5 0.2, H 0.2, 7h 0.65',
  ),
  latinBesideLatin: costs('aeiouíúēā 0.5, áéó 0.2, AIUOÓ 0.7, yw 0.8, àèìòù467 1, 5 0.2, h 0.4, H 0'),
};
