import { isVowel, type Unit } from './units.js';

type Costs = Readonly<Record<string, number>>;

/** What Latin spellings each half vowel of the Arabic script goes with, and how badly; others do not. */
const acrossScripts: Readonly<Record<string, Costs>> = {
  β: costs('àèìòùaeiou4A', 0),
  α: { ...costs('aáàA41', 0), ...costs('eéè5', 0.3), ...costs('ouòùUO', 0.6) },
  γ: { ...costs('aàA41', 0), 5: 0.4, 2: 0.6 },
  ω: costs('uoóòùUOw', 0),
  ι: { ...costs('iIy6ì', 0), ...costs('eè', 0.2), ...costs('é5', 0.3) },
  ζ: { ...costs('iIy6ì', 0), ...costs('a41', 0.1), ...costs('eè5', 0.3) },
  ʿ: { ...costs('aeiouáéóAIUOàèìòù12456', 0), y: 0.2 },
  ε: costs('aeiouáéóAIUOàèìòù', 0),
  η: { ...costs('1245hae', 0) },
  h: { h: 0, ...costs('12', 0.3) },
};

/** Half vowels that writers of the Arabic script exchange. */
const withinArabic: Readonly<Record<string, Costs>> = {
  α: { ...costs('αβγ', 0), ʿ: 0.3 },
  β: costs('αβγ', 0),
  γ: { ...costs('αβγ', 0), ζ: 0.2, η: 0.6 },
  ω: { ω: 0 },
  ι: costs('ιζ', 0),
  ζ: { ...costs('ιζ', 0), γ: 0.2 },
  ʿ: { ...costs('ʿε', 0), α: 0.3 },
  ε: costs('ʿε', 0),
  η: { ...costs('ηh', 0), γ: 0.6 },
  h: costs('ηh', 0),
};

const baseVowel: Readonly<Record<string, string>> = {
  ...named('aáàA41', 'a'),
  ...named('eéè52', 'e'),
  ...named('iIìy6', 'i'),
  ...named('oóò', 'o'),
  ...named('uùUOw', 'u'),
  h: 'h',
}; // prettier-ignore

/** Vowels that spellings in Latin letters exchange, from Mohamed and Muhammad to Qasim and Ghasem. */
const withinLatin: Readonly<Record<string, Costs>> = {
  a: { a: 0, e: 0.2, o: 0.5, i: 0.6, u: 0.6 },
  e: { e: 0, a: 0.2, i: 0.2, o: 0.7, u: 0.8 },
  i: { i: 0, e: 0.2, a: 0.6, o: 0.8, u: 0.8 },
  o: { o: 0, u: 0.1, a: 0.5, e: 0.7, i: 0.8 },
  u: { u: 0, o: 0.1, a: 0.6, e: 0.8, i: 0.8 },
  h: { h: 0 },
};

/** Cost of leaving a unit without partner, by what the other name is written in. */
const leftOut = {
  arabic: { α: 1, β: 1, γ: 0.8, ω: 1, ι: 1, ζ: 1, ʿ: 0, ε: 0.8, η: 1, h: 0.6 } as Costs,
  latinBesideArabic: {
    ...costs('aeiouáéó', 0),
    A: 0.4,
    I: 0.6,
    O: 0.2,
    U: 0.5,
    ...costs('yw', 0.8),
    ...costs('àèìòù', 1),
    ...costs('1246', 1),
    5: 0.2,
    h: 0.6,
  } as Costs,
  latinBesideLatin: {
    ...costs('aeiou', 0.5),
    ...costs('áéó', 0.2),
    ...costs('AIUO', 0.7),
    ...costs('yw', 0.8),
    ...costs('àèìòù', 1),
    ...costs('1246', 1),
    5: 0.2,
    h: 0.4,
  } as Costs,
}; // prettier-ignore

export const never = 2;

function costs(codes: string, cost: number): Record<string, number> {
  return Object.fromEntries([...codes].map((code) => [code, cost]));
}
function named(codes: string, name: string): Record<string, string> {
  return Object.fromEntries([...codes].map((code) => [code, name]));
}

/** Consonants: free where the likeliest sound of one may be the other, dearer where only unlikely sounds meet. */
function consonantCost(a: string, b: string): number {
  if (b.includes(a[0]!) || a.includes(b[0]!)) return 0;
  for (const sound of a) if (b.includes(sound)) return 0.4;
  return never;
}

/** Whether a name is written in the Arabic script decides how its `h` and the other's vowels count. */
export interface Scripts {
  readonly a: boolean;
  readonly b: boolean;
}

function vowelCost(a: string, b: string, arabic: Scripts): number {
  if (arabic.a && arabic.b) return withinArabic[a]?.[b] ?? never;
  if (arabic.a) return acrossScripts[a]?.[b] ?? never;
  if (arabic.b) return acrossScripts[b]?.[a] ?? never;
  return withinLatin[baseVowel[a]!]?.[baseVowel[b]!] ?? never;
}

/** How badly two units go together: 0 not at all, 2 they are different sounds. */
export function pairCost(a: Unit, b: Unit, arabic: Scripts): number {
  if (isVowel(a) && isVowel(b)) return vowelCost(a.sounds, b.sounds, arabic);
  if (!isVowel(a) && !isVowel(b)) return consonantCost(a.sounds, b.sounds);
  return `${a.sounds}${b.sounds}`.match(/^jZy[ιζiy]$|^[ιζiy]jZy$/u) ? 0.2 : never;
}

const isLong = (unit: Unit | undefined): boolean => unit?.sounds === 'ι' || unit?.sounds === 'ω';

/** How badly it counts that one name has a unit and the other has nothing there; `next` follows it. */
export function missingCost(unit: Unit, next: Unit | undefined, own: boolean, other: boolean): number {
  if (!isVowel(unit)) return never;
  if (own) return unit.sounds === 'β' && isLong(next) ? 0 : leftOut.arabic[unit.sounds]!;
  return (other ? leftOut.latinBesideArabic : leftOut.latinBesideLatin)[unit.sounds] ?? never;
}
