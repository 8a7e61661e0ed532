import { withoutAccents } from '../store/dialect.js';
import { quoteName } from '../store/store.js';
import type { Role } from './types.js';

const empty = (value: string): string =>
  `CASE WHEN ${value} IN ('', 'null', 'none', 'nan', 'n/a', 'na', 'unknown', '?', 'nil') THEN NULL ELSE ${value} END`;

/** Lower case, without accents and punctuation, single blanks. */
const plain = (value: string): string =>
  empty(
    `trim(replace(translate(${withoutAccents(`lower(${value})`)}, '.,;:"/\\()[]_\u200c\u200f\u200e-', '               '), '  ', ' '))`,
  );
const packed = (value: string): string => empty(`replace(${plain(value)}, ' ', '')`);
const digits = (value: string): string => empty(`regexp_replace(${value}, '[^0-9]', '', 'g')`);

/** Digits as year, month, day, where the order can be seen; else as they stand. */
const born = (value: string): string => `
  CASE WHEN length(${value}) = 8 AND try_cast(${value} AS INTEGER) IS NOT NULL THEN ${value}
       WHEN regexp_matches(${value}, '^[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}')
       THEN regexp_extract(${value}, '[0-9]{4}') || lpad(regexp_extract(${value}, '[-./]([0-9]{1,2})[-./]', 1), 2, '0')
            || lpad(regexp_extract(${value}, '^[0-9]{1,2}'), 2, '0')
       WHEN regexp_matches(${value}, '^[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}')
       THEN left(${value}, 4) || lpad(regexp_extract(${value}, '[-./]([0-9]{1,2})[-./]', 1), 2, '0')
            || lpad(regexp_extract(${value}, '^[0-9]{4}[-./][0-9]{1,2}[-./]([0-9]{1,2})', 1), 2, '0')
       ELSE ${digits(value)} END`;

const forms: Partial<Record<Role, (value: string) => string>> = {
  date_of_birth: (value) => born(`trim(${value})`),
  email: (value) => empty(`lower(trim(${value}))`),
  phone: (value) => `right(${digits(value)}, 9)`,
  national_id: packed,
  key: packed,
  postcode: packed,
};

/** SQL of a column's value in the form in which it is compared; NULL where nothing is stated. */
export const normalised = (column: string, role: Role): string =>
  (forms[role] ?? plain)(`CAST(${quoteName(column)} AS VARCHAR)`);
