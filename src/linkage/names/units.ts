/**
 * What is heard of one or two letters. Consonants: all sounds the spelling may stand for, the likeliest first, and the
 * classes of the skeleton it may fall into (`''` = none). Vowels and half vowels: one code of `vowels`.
 */
export interface Unit {
  readonly id: number;
  readonly sounds: string;
  readonly classes: readonly string[];
}

/**
 * Codes of vowels. Latin: `a e i o u`, before a half vowel `á é ó`, long `A I U`, `O` (ou, long or French u), before the
 * last consonants `í ú Ó`, `ē` and `ā` in words like Nasser and Hammad, half vowels `y w`, first letter `à è ì ò ù`, last
 * letters `4` (a, ah), `5` (e, eh), `H` (the h after them), `6` (i), `7` (o). Arabic script: `α` alef and ayn with alef,
 * `β` alef at the beginning, `γ` alef at the end, `ω` waw, `ι` ye, `ζ` ye at the end that may be an alef, `ʿ` ayn and
 * hamza, `ε` ayn at the beginning, `η` he at the end, `ϊ` alef with hamza below, `ǝ` the vowel nobody writes between the last
 * consonants after alef, `ϋ` the same before a last ye.
 * `h`, which many leave out, is among them.
 */
export const vowels = 'aeiouáéóíúēāÓAIUOywàèìòùH4567αβγωιζʿεηϊǝϋh';

const known = new Map<string, Unit>();

/** Equal units are one object with one number, so that costs between them are worked out once. */
function unit(sounds: string, classes: readonly string[]): Unit {
  const key = `${sounds} ${classes.join()}`;
  const before = known.get(key);
  if (before) return before;
  const made = { id: known.size, sounds, classes };
  known.set(key, made);
  return made;
}

export const vowel = (code: string): Unit => unit(code, ['']);
export const consonant = (sounds: string, classes: string): Unit => unit(sounds, classes.split(''));
/** A consonant that may also be no more than a half vowel. */
export const softConsonant = (sounds: string, classes: string): Unit => unit(sounds, [...classes, '']);
export const isVowel = ({ sounds }: Unit): boolean => vowels.includes(sounds);
