import { bind, clean, latinDigits, trimmed } from './text.js';

/** `12,5` has a decimal comma; `1,234.50` has thousands; `1,234` could be either and is nothing. */
const plain = (x: string): string =>
  bind(
    'd',
    latinDigits(trimmed(x)),
    `CASE WHEN regexp_full_match(d, '-?\\d+,(\\d{1,2}|\\d{4,})') THEN replace(d, ',', '.')
      WHEN regexp_full_match(d, '-?\\d{1,3}(,\\d{3})+\\.\\d+') THEN replace(d, ',', '') ELSE d END`,
  );

/** An exact decimal with four places. */
export const decimal = (x: string): string =>
  `coalesce(try_cast(${x} AS DECIMAL(18,4)), CASE WHEN ${x} IS NOT NULL THEN try_cast(${plain(x)} AS DECIMAL(18,4)) END)`;

/** A whole number; the engine alone would round `12.7`. */
export const integer = (x: string): string =>
  `CASE WHEN regexp_full_match(${latinDigits(trimmed(x))}, '[-+]?\\d+') THEN try_cast(${latinDigits(trimmed(x))} AS BIGINT) END`;

/** An ISO 8601 duration, as text. */
export const duration = (x: string): string => {
  const d = `upper(${trimmed(x)})`;
  const shape = 'P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?';
  return `CASE WHEN regexp_full_match(${d}, '${shape}') AND NOT suffix(${d}, 'P') AND NOT suffix(${d}, 'T') THEN ${d} END`;
};

/** Items separated by \`|\`, trimmed. */
export const list = (x: string): string => `regexp_replace(${clean(x)}, '\\s*\\|\\s*', '|', 'g')`;
