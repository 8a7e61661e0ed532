import { groupDigits, renderPercentage } from '../../text/numbers.js';

/** A share between 0 and 1 as a percentage, rounded down; `unknown` where there is none. */
export const percent = (share: number | null): string =>
  share === null ? 'unknown' : renderPercentage(Math.floor(share * 1000), 1000);

/** Bits with a sign, `+12.3`. */
export const bits = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** `1 record`, `2 records`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${groupDigits(count)} ${count === 1 ? one : many}`;

/** `0.9987`, never rounded up to certainty. */
export const probability = (value: number): string => (Math.floor(value * 1e4) / 1e4).toFixed(4);
