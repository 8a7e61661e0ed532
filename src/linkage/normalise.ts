import { withoutAccents } from '../store/dialect.js';
import { quoteName } from '../store/store.js';
import type { Role } from './types.js';

/** SQL of a value from that of the step before, which is a column: steps may repeat it for nothing. */
type Step = (value: string) => string;

const empty: Step = (value) =>
  `CASE WHEN ${value} IN ('', 'null', 'none', 'nan', 'n/a', 'na', 'unknown', '?', 'nil') THEN NULL ELSE ${value} END`;

const marks = '.,;:"/\\()[]_\u200c\u200f\u200e';
const anyMark = `'[.,;:"/\\\\()\\[\\]_\u200c\u200f\u200e-]|  '`;
/** Marks as blanks, single ones, and no hyphens. Most values have none, and looking is cheaper than replacing. */
const unmarked: Step = (value) =>
  `trim(CASE WHEN regexp_matches(${value}, ${anyMark})
    THEN replace(translate(${value}, '${marks}-', '${' '.repeat(marks.length)}'), '  ', ' ') ELSE ${value} END)`;

/** Lower case, without accents and punctuation, single blanks. */
const plain: readonly Step[] = [(value) => withoutAccents(`lower(${value})`), unmarked, empty];
const packed: readonly Step[] = [...plain.slice(0, 2), (value) => `replace(${value}, ' ', '')`, empty];
const digits: Step = (value) => `nullif(regexp_replace(${value}, '[^0-9]', '', 'g'), '')`;

/** Digits as year, month, day, where the order can be seen; else as they stand. */
const born: Step = (value) => `
  CASE WHEN length(${value}) = 8 AND try_cast(${value} AS INTEGER) IS NOT NULL THEN ${value}
       WHEN regexp_matches(${value}, '^[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}')
       THEN regexp_extract(${value}, '[0-9]{4}') || lpad(regexp_extract(${value}, '[-./]([0-9]{1,2})[-./]', 1), 2, '0')
            || lpad(regexp_extract(${value}, '^[0-9]{1,2}'), 2, '0')
       WHEN regexp_matches(${value}, '^[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}')
       THEN left(${value}, 4) || lpad(regexp_extract(${value}, '[-./]([0-9]{1,2})[-./]', 1), 2, '0')
            || lpad(regexp_extract(${value}, '^[0-9]{4}[-./][0-9]{1,2}[-./]([0-9]{1,2})', 1), 2, '0')
       ELSE ${digits(value)} END`;

const forms: Partial<Record<Role, readonly Step[]>> = {
  date_of_birth: [(value) => `trim(${value})`, born],
  email: [(value) => `lower(trim(${value}))`, empty],
  phone: [(value) => `right(${digits(value)}, 9)`],
  national_id: packed,
  key: packed,
  postcode: packed,
};

/** What is to be compared: a column of a relation, and the name of its normalised value. */
interface Part {
  readonly column: string;
  readonly role: Role;
  readonly name: string;
}

/**
 * A query of `columns` of a relation and of each part's value in the form in which it is compared, NULL where nothing is
 * stated. Each step is a query of its own, so that what several parts of it ask for is computed once.
 */
export function selectNormalised(
  relation: string,
  columns: readonly string[],
  parts: readonly Part[],
): string {
  const stepsOf = parts.map(({ role }) => forms[role] ?? plain);
  const selected = (values: readonly string[], from: string): string =>
    `SELECT ${[...columns, ...values.map((value, i) => `${value} AS ${parts[i]!.name}`)].join(',\n')} FROM ${from}`;
  const stated = parts.map(({ column }) => `CAST(${quoteName(column)} AS VARCHAR)`);
  let query = selected(stated, quoteName(relation));
  for (let step = 0; step < Math.max(...stepsOf.map(({ length }) => length), 0); step += 1) {
    const values = parts.map(({ name }, i) => stepsOf[i]![step]?.(name) ?? name);
    query = selected(values, `(${query}) s${step}`);
  }
  return query;
}
