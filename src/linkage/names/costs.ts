import { acrossScripts, baseVowel, leftOut, withinArabic, withinLatin } from './cost-tables.js';
import { isVowel, type Unit } from './units.js';

/** Cost of what does not go together. */
const never = 2;

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

/** Maria is not Mario. */
const lastVowel = (code: string): boolean => '47'.includes(code);

function vowelCost(a: string, b: string, arabic: Scripts): number {
  if (arabic.a && arabic.b) return withinArabic[a]?.[b] ?? never;
  if (arabic.a) return acrossScripts[a]?.[b] ?? never;
  if (arabic.b) return acrossScripts[b]?.[a] ?? never;
  if (lastVowel(a) && lastVowel(b) && (a === '7') !== (b === '7')) return 1;
  return withinLatin[baseVowel[a]!]?.[baseVowel[b]!] ?? never;
}

/** How badly two units go together: 0 not at all, 2 they are different sounds. */
export function pairCost(a: Unit, b: Unit, arabic: Scripts): number {
  if (isVowel(a) && isVowel(b)) return vowelCost(a.sounds, b.sounds, arabic);
  if (!isVowel(a) && !isVowel(b)) return consonantCost(a.sounds, b.sounds);
  return `${a.sounds}${b.sounds}`.match(/^jZy[ιζiíy]$|^[ιζiíy]jZy$/u) ? 0.2 : never;
}

/** What stands around a unit, and what the other name is like. */
export interface Context {
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
  readonly own: boolean;
  readonly other: boolean;
  /** The other name has an alef or ayn inside: its next vowel is short, Khalid of خالد, not Karim of کرم. */
  readonly alef: boolean;
}

const one = (unit: Unit | undefined, codes: string): boolean =>
  unit !== undefined && codes.includes(unit.sounds);

/** Alef carries the vowel that another letter says, ایمان; and nobody writes what nobody writes. */
const isUnsaid = (unit: Unit, { before, after, other }: Context): boolean =>
  (one(unit, 'βϊ') && one(after, 'ιω')) || (one(unit, 'α') && one(before, 'β')) || (other && one(unit, 'ǝϋ'));

/** A vowel more beside another is heard: José is not Josué. */
const besideVowel = (unit: Unit, { before, after }: Context): boolean =>
  one(unit, 'aeiou') && (one(before, 'aeiou') || one(after, 'aeiou4567'));

/**
 * Vowels that a name without letters for them does not have: Karimeh is not Karim, nor is the a of Suad one of سود, nor
 * the i of Lamia, which is a y, in لمى.
 */
const isHeard = (unit: Unit, { before, after }: Context): boolean =>
  (one(unit, '5') && one(after, 'H')) ||
  (one(unit, 'i') && one(after, '4')) ||
  (one(unit, 'a4') && one(before, 'ouOÓU'));

function besideArabic(unit: Unit, context: Context): number {
  if (isHeard(unit, context)) return 0.65;
  return context.alef && one(unit, 'íēā') ? 0.02 : leftOut.latinBesideArabic[unit.sounds]!;
}

/** How badly it counts that one name has a unit and the other has nothing there. */
export function missingCost(unit: Unit, context: Context): number {
  if (!isVowel(unit)) return never;
  if (context.own) return isUnsaid(unit, context) ? 0 : leftOut.arabic[unit.sounds]!;
  if (context.other) return besideArabic(unit, context);
  return besideVowel(unit, context) ? 0.7 : leftOut.latinBesideLatin[unit.sounds]!;
}
