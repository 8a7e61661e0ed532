import { parseDuration } from './durations.js';

/** Narrow no-break space: groups digits the same way in every locale. */
const thin = '\u202f';

/** `1204` as `1 204`. */
export const groupDigits = (value: number | bigint): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, thin);

/**
 * A share as a percentage with one decimal, from integers only. Rounded down, so that 100 % means all; a share too
 * small to show is `< 0.1 %`. Empty when there is nothing to be a part of.
 */
export function renderPercentage(count: number, of: number): string {
  if (of <= 0) return '';
  const tenths = (BigInt(count) * 1000n) / BigInt(of);
  if (count > 0 && tenths === 0n) return `<${thin}0.1${thin}%`;
  const decimal = tenths % 10n === 0n ? '' : `.${tenths % 10n}`;
  return `${groupDigits(tenths / 10n)}${decimal}${thin}%`;
}

/** An exact decimal kept as text, `37.5000`, with grouped digits and without needless zeros. */
export function renderDecimal(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const tail = fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thin);
  return tail === '' ? grouped : `${grouped}.${tail}`;
}

/** A measured figure in as many places as say something: `1 204`, `21.9`, `0.003`. */
export const renderMeasure = (value: number): string =>
  value >= 100 ? groupDigits(Math.round(value)) : String(Number(value.toPrecision(3)));

/** A measure that is known to four places and never nothing. */
export const renderExpected = (value: number): string =>
  value < 0.0001 ? `<${thin}0.0001` : renderMeasure(value);

/** A share kept as an exact decimal, `0.9400`, as a percentage. */
export function renderShare(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return renderPercentage(Number(`${whole}${fraction.padEnd(4, '0').slice(0, 4)}`), 10_000);
}

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** An ISO 8601 duration in words, `1 h`; what is none stays as it is. */
export function renderDuration(text: string): string {
  const seconds = parseDuration(text);
  return seconds === undefined ? text : renderSeconds(seconds);
}

/** Seconds in the two largest units that matter: `1 d 6 h`. */
export function renderSeconds(seconds: number): string {
  const start = units.findIndex(([, size]) => seconds >= size);
  if (start < 0) return 'at once';
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of units.slice(start, start + 2)) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${groupDigits(amount)}${thin}${unit}`);
  }
  return parts.join(' ');
}
