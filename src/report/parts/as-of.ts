import { timeless } from '../../model/timeless.js';

/** Of which day something is: `as of 2026-07-01`. */
export const asOfDay = (asOf: string): string =>
  asOf === timeless ? 'of no day, as no record has a time' : `as of ${asOf.slice(0, 10)}`;

/** The same at the beginning of a line. */
export const asOfLine = (asOf: string): string => asOfDay(asOf).replace(/^./, (first) => first.toUpperCase());
