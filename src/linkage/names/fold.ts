/** `ß ss, ø o`: letter and what it becomes. */
const letters = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(', ').map((pair) => pair.split(' ')));

/** Letters that lose more than an accent when they become plain. */
const plainLetters = letters(
  'ß ss, æ ae, œ oe, ø o, ł l, đ d, ð d, þ th, ı i, ə e, ك ک, ڪ ک, ي ی, ى ی, ے ی, ۍ ی, ې ی, ة ه, ھ ه, ہ ه, ۃ ه, ە ه, ' +
    'ٱ ا, ٹ ت, ډ د, ڈ د, ړ ر, ڑ ر, ں ن, ڤ و, ۋ و, ڵ ل',
);

/** Cyrillic and Greek as Latin letters, roughly as people write their names abroad. */
const latinLetters = letters(
  'а a, б b, в v, г g, ґ g, д d, е e, є e, ж zh, з z, и i, і i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, ' +
    'х kh, ц ts, ч ch, ш sh, щ sh, ъ , ы y, ь , э e, ю yu, я ya, ј y, љ l, њ n, ћ ch, ђ dj, џ dj, α a, β v, γ g, δ d, ' +
    'ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o, π p, ρ r, σ s, ς s, τ t, υ y, φ f, χ ch, ψ ps, ω o',
);

/** Letters of which the accent is a sound of its own, as letters that say it. */
const accentedSounds = letters('ş sh, ș sh, š sh, č ch, ž zh, ğ gh, ţ ts, ț ts, ç ʂ, إ ٳ');

const replace = (text: string, by: Readonly<Record<string, string>>): string => {
  let result = '';
  for (const letter of text) result += by[letter] ?? letter;
  return result;
};

/** Not letters of a name: joiners, direction marks and apostrophes are nothing, everything else is a gap. */
const nothing = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640'’‘ʼʻ`´ʾʿ]/gu;
const gaps = /[^\p{L}]+/gu;

const lower = (name: string): string => name.normalize('NFKC').toLowerCase().replace(nothing, '');
const plain = (text: string): string =>
  replace(text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'), plainLetters)
    .replace(gaps, ' ')
    .trim();

/**
 * A name in one written form: no accents, vowel signs or joiners, one letter for those that look alike (ي ی, ك ک, ة ه),
 * words apart by one space. The script stays.
 */
export const foldName = (name: string): string => plain(lower(name));

/** As `foldName`, but letters stay that say another sound by their accent (ş as sh, إ as an alef
 * that is i or e); Cyrillic and Greek become Latin. */
export const soundingName = (name: string): string =>
  plain(
    replace(
      replace(plain(replace(lower(name).normalize('NFC'), accentedSounds)), latinLetters),
      plainLetters,
    ),
  );
