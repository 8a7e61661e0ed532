import { quoteText } from '../../store/store.js';
import { asciiDigits, easternDigits } from '../../text/digits.js';
import type { Look } from './look.js';

/** Characters that do not count at the ends of a cell: blank, tab, no-break space. */
const blanks = [' ', '\t', '\u00a0'];
const atAnEnd = (x: string): string =>
  blanks
    .flatMap((one) => [`starts_with(${x}, ${quoteText(one)})`, `suffix(${x}, ${quoteText(one)})`])
    .join(' OR ');

/** A cell without blanks at its ends, NULL when nothing is left; short SQL for branches that few cells reach. */
export const trimmed = (x: string): string => `nullif(trim(${x}, ${quoteText(blanks.join(''))}), '')`;

/** The same for cells of which most have no blanks and are only looked at. */
export const clean = (x: string): string => `CASE WHEN ${atAnEnd(x)} THEN ${trimmed(x)} ELSE ${x} END`;

/** The same in fewer words, for few rows: planning the longer form costs more than it spares there. */
const briefly = (x: string): string =>
  `CASE WHEN trim(${x}, ${quoteText(blanks.join(''))}) = ${x} THEN ${x} ELSE ${trimmed(x)} END`;

/** A cleaned text, in the form that costs less for many rows or for few. */
export const cleaned = (x: string, look: Look): string => (look === 'quick' ? briefly(x) : clean(x));

/** Computes `value` once and names it in `body`: the engine plans an expression as often as it is written. */
export const bind = (name: string, value: string, body: string): string =>
  `list_extract(list_transform([${value}], lambda ${name}: ${body}), 1)`;

/** Arabic-Indic and Persian digits as ASCII ones. */
export const latinDigits = (x: string): string =>
  `translate(${x}, ${quoteText(easternDigits)}, ${quoteText(asciiDigits)})`;

/**
 * A key: as text, its digits in ASCII. Texts as long in bytes as in characters have nothing to translate; 64 hexadecimal
 * digits are a hash, which some systems write in capitals.
 */
export const key = (x: string, look: Look): string =>
  `CASE WHEN strlen(${x}) <> length(${x}) THEN ${latinDigits(trimmed(x))}
    WHEN strlen(${x}) >= 64 AND regexp_full_match(${trimmed(x)}, '[0-9A-Fa-f]{64}') THEN lower(${trimmed(x)})
    ELSE ${cleaned(x, look)} END`;

/**
 * The text is one of the words. Never IN: the engine turns a longer IN into a join, and a join does not keep the order of
 * rows, from which their numbers follow.
 */
export const isOneOf = (x: string, words: readonly string[]): string =>
  `list_contains([${words.map(quoteText).join(', ')}], ${x})`;
