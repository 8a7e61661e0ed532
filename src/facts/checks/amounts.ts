import { asciiDigits, easternDigits } from '../../text/digits.js';

/** An amount as a message or a record writes it. */
export interface Amount {
  /** Digits without sign and separators. */
  readonly units: bigint;
  /** How many of them are decimals. */
  readonly decimals: number;
  /** `GBP`, `€`; empty where none is stated. */
  readonly currency: string;
  readonly isPercentage: boolean;
}

const digits = new Map(Array.from(easternDigits, (digit, i) => [digit, asciiDigits[i]!]));
const toAscii = (text: string): string => Array.from(text, (letter) => digits.get(letter) ?? letter).join('');

/** Words for a number that is meant to be vague. */
const vague =
  /\b(about|approx\w*|ca|circa|around|up to|from|mn|million|thousand)\b|\d\s?[km]\b|~|≈|تقريب|حوالي|حدود/iu;
const currencies = /\b([A-Z]{3})\b|([€£$¥₹₺﷼])/u;
const number = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/gu;

/** How many digits stand behind the decimal sign. One or two behind the last sign are decimals, three only where the whole starts with 0 or signs differ. */
function decimalsOf(text: string): number {
  const [, sign = '', tail = ''] = /([.,])(\d+)$/.exec(text) ?? [];
  if (sign === '') return 0;
  const others = text.slice(0, -tail.length - 1);
  if (others.includes(sign)) return 0;
  return tail.length !== 3 || /^0+$/.test(others) || /[.,]/.test(others) ? tail.length : 0;
}

/** Reads one amount; undefined for what is none, holds several numbers, or is meant to be vague. */
export function readAmount(written: string): Amount | undefined {
  const text = toAscii(written.normalize('NFKC')).trim();
  const found = text.match(number) ?? [];
  if (found.length !== 1 || vague.test(text)) return undefined;
  const bare = found[0]!.replace(/['’\s]/gu, '');
  if (bare.length > 30) return undefined;
  const words = text
    .replace(found[0]!, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const [, code, sign] = currencies.exec(text.toUpperCase()) ?? [];
  const known = code ?? sign ?? '';
  const isOther = words !== '' && !/^(\p{L}{1,3}|CR|DR|\p{L}+\.?)$/iu.test(words);
  if (isOther) return undefined;
  return {
    units: BigInt(bare.replace(/[.,]/g, '')),
    decimals: decimalsOf(bare),
    currency: ['CR', 'DR'].includes(known) ? '' : known,
    isPercentage: /[%٪]/.test(text),
  };
}

const scaled = ({ units, decimals }: Amount, to: number): bigint => units * 10n ** BigInt(to - decimals);

/**
 * Whether a stated amount is the true one as far as it is shown: rounded or cut at its last digit. Signs are a matter of
 * the form. Undefined where currencies differ, which is not for the audit to convert.
 */
export function isSameAmount(stated: Amount, truth: Amount): boolean | undefined {
  if (stated.currency !== '' && truth.currency !== '' && stated.currency !== truth.currency) return undefined;
  const shift =
    stated.isPercentage && !truth.isPercentage ? 2 : !stated.isPercentage && truth.isPercentage ? -2 : 0;
  const to = Math.max(stated.decimals, truth.decimals) + 2;
  const off = (other: bigint) => {
    const difference = scaled(stated, to) - other;
    return difference < 0n ? -difference : difference;
  };
  const step = 10n ** BigInt(to - stated.decimals);
  const plain = scaled(truth, to);
  const shifted = shift > 0 ? plain * 100n : shift < 0 ? plain / 100n : plain;
  return off(plain) < step || off(shifted) < step;
}
