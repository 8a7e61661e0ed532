import { quoteText } from '../../store/store.js';
import type { Look } from './look.js';
import { bind, cleaned, latinDigits, trimmed } from './text.js';

const thin = '\u202f';
/** Signs that only ever group digits: blanks, apostrophes, the Arabic thousands sign. */
const groupers = [' ', '\u00a0', thin, "'", '\u2019', '\u066c'];
/** Digits in ASCII, without signs that only group; the typographic minus as the plain one. */
const ungrouped = (x: string): string => {
  const read = latinDigits(
    `replace(translate(trim(${x}, ${quoteText(` \t\u00a0`)}), '\u2212', '-'), '\u066c', '')`,
  );
  const grouped = `'[-+]?\\d{1,3}([ \u00a0${thin}\u2019'']\\d{3})+([.,]\\d+)?'`;
  return bind(
    'g',
    `nullif(${read}, '')`,
    `CASE WHEN regexp_full_match(g, ${grouped}) THEN translate(g, ${quoteText(groupers.join(''))}, '') ELSE g END`,
  );
};

/**
 * `12,5` has a decimal comma; `1,234.50` and `1.234,50` have thousands, and so have `1,234,567` and `1 234`; `1,234`
 * could be either and is nothing.
 */
const plain = (x: string): string =>
  bind(
    'd',
    ungrouped(x),
    `CASE WHEN regexp_full_match(d, '[-+]?\\d+,(\\d{1,2}|\\d{4,})') THEN replace(d, ',', '.')
      WHEN regexp_full_match(d, '[-+]?\\d{1,3}((,\\d{3})+\\.\\d+|(,\\d{3}){2,})') THEN replace(d, ',', '')
      WHEN regexp_full_match(d, '[-+]?\\d{1,3}((\\.\\d{3})+,\\d+|(\\.\\d{3}){2,})') THEN replace(replace(d, '.', ''), ',', '.')
      ELSE d END`,
  );

/** `12.0` is whole, and a comma before three digits groups them; a point before three digits could be either. */
const whole = (x: string): string =>
  bind(
    'd',
    ungrouped(x),
    `CASE WHEN regexp_full_match(d, '[-+]?\\d+') THEN d
      WHEN regexp_full_match(d, '[-+]?\\d+\\.0{1,2}') THEN split_part(d, '.', 1)
      WHEN regexp_full_match(d, '[-+]?\\d{1,3}(,\\d{3})+|[-+]?\\d{1,3}(\\.\\d{3}){2,}') THEN translate(d, ',.', '') END`,
  );

/** An exact decimal with four places. */
export const decimal = (x: string, look: Look): string =>
  look === 'quick'
    ? `try_cast(${x} AS DECIMAL(18,4))`
    : `coalesce(try_cast(${x} AS DECIMAL(18,4)), CASE WHEN ${x} IS NOT NULL THEN try_cast(${plain(x)} AS DECIMAL(18,4)) END)`;

/** A whole number; the engine alone would round `12.7`. */
export const integer = (x: string, look: Look): string =>
  `CASE WHEN regexp_full_match(${x}, '\\d+') THEN try_cast(${x} AS BIGINT)
    ${look === 'quick' ? '' : `ELSE try_cast(${whole(x)} AS BIGINT)`} END`;

/** An ISO 8601 duration, as text. */
export const duration = (x: string): string => {
  const d = `upper(${trimmed(x)})`;
  const shape = 'P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?';
  return `CASE WHEN regexp_full_match(${d}, '${shape}') AND NOT suffix(${d}, 'P') AND NOT suffix(${d}, 'T') THEN ${d} END`;
};

/** Items separated by \`|\`, trimmed. */
export const list = (x: string, look: Look): string =>
  `regexp_replace(${cleaned(x, look)}, '\\s*\\|\\s*', '|', 'g')`;
