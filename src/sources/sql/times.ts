import { quoteText } from '../../store/store.js';
import type { Calendar } from '../mapping/plan.js';
import { dayOf } from './calendars.js';
import { clean, latinDigits } from './text.js';

export interface TimeStyle {
  readonly calendar: Calendar;
  readonly format?: string;
  readonly zone?: string;
}

const dateShape = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{8}';
const clockShape = '\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?';
const offsetShape = 'Z|[+-]\\d{2}:?(\\d{2})?';
const timeShape = `(${dateShape})([T ]+${clockShape} ?(${offsetShape})?)?`;

const extract = (d: string, pattern: string, group = 1): string =>
  `regexp_extract(${d}, '${pattern}', ${group})`;

/** A local time of a declared zone as UTC. */
const inZone = (x: string, zone: string | undefined): string =>
  zone === undefined || zone === 'UTC' ? x : `CAST(timezone(${quoteText(zone)}, ${x}) AS TIMESTAMP)`;

const digitsOf = (x: string): string => `upper(${latinDigits(clean(x))})`;

/** The day of a date text `Y-M-D`, with `/`, `.` or nothing between. */
function day(text: string, calendar: Calendar): string {
  const part = (pattern: string) => `try_cast(${extract(text, pattern)} AS BIGINT)`;
  const [y, m, d] = ['^(\\d{4})', '^\\d{4}[-/.]?(\\d{1,2})', '(\\d{1,2})$'].map(part) as [
    string,
    string,
    string,
  ];
  return calendar === 'gregorian'
    ? `CAST(try_strptime(concat_ws('-', ${y}, ${m}, ${d}), '%Y-%m-%d') AS DATE)`
    : dayOf(calendar, y, m, d);
}

function clock(d: string): string {
  const text = `replace(${extract(d, `(${clockShape})`)}, ',', '.')`;
  return `try_cast(concat(${text}, CASE WHEN length(${text}) < 6 THEN ':00' ELSE '' END) AS TIME)`;
}

function minutes(d: string): string {
  const part = (pattern: string) => `coalesce(try_cast(${extract(d, pattern)} AS BIGINT), 0)`;
  const size = `(${part('[+-](\\d{2}):?(?:\\d{2})?$')} * 60 + ${part('[+-]\\d{2}:?(\\d{2})$')})`;
  return `to_minutes(CASE WHEN ${extract(d, '([+-])\\d{2}:?(?:\\d{2})?$')} = '-' THEN -${size} ELSE ${size} END)`;
}

/** Any spelling of a time that says what it means; evaluated only for cells the quick branches did not read. */
function slowInstant(x: string, { calendar, zone }: TimeStyle): string {
  const d = digitsOf(x);
  const date = day(extract(d, `^(${dateShape})`), calendar);
  const local = `(${date} + ${clock(d)})`;
  return `CASE WHEN NOT regexp_full_match(${d}, '${timeShape}') THEN NULL
    WHEN NOT contains(${d}, ':') THEN ${inZone(`CAST(${date} AS TIMESTAMP)`, zone)}
    WHEN suffix(${d}, 'Z') THEN ${local}
    WHEN regexp_matches(${d}, ':\\d{2}([.,]\\d+)? ?[+-]\\d{2}:?(\\d{2})?$') THEN ${local} - ${minutes(d)}
    ELSE ${zone === undefined ? 'NULL' : inZone(local, zone)} END`;
}

/** The usual spellings, told apart by length alone. */
function quickInstant(x: string, zone: string | undefined): string {
  const utc = `WHEN suffix(${x}, 'Z') AND strlen(${x}) > 18 THEN try_cast(${x} AS TIMESTAMP)`;
  const dayOnly = `WHEN strlen(${x}) = 10 THEN ${inZone(`try_cast(${x} AS TIMESTAMP)`, zone)}`;
  const local = `WHEN strlen(${x}) = 19 AND ${x}[17] = ':' THEN ${inZone(`try_cast(${x} AS TIMESTAMP)`, zone)}`;
  const offset = `WHEN strlen(${x}) = 25 AND ${x}[17] = ':' AND ${x}[23] = ':' THEN CAST(try_cast(${x} AS TIMESTAMPTZ) AS TIMESTAMP)`;
  return `CASE ${utc} ${dayOnly} ${zone === undefined ? '' : local} ${offset} END`;
}

const hasClock = (format: string): boolean => /%[-]?[HIMSTXcs]/.test(format);
const hasOffset = (format: string): boolean => /%[zZ]/.test(format);

function formatted(x: string, { format = '', zone }: TimeStyle): string {
  const read = (text: string) => `CAST(try_strptime(${text}, ${quoteText(format)}) AS TIMESTAMP)`;
  const time = `coalesce(${read(x)}, CASE WHEN ${x} IS NOT NULL THEN ${read(latinDigits(clean(x)))} END)`;
  if (hasOffset(format)) return time;
  return hasClock(format) && zone === undefined ? `CAST(NULL AS TIMESTAMP)` : inZone(time, zone);
}

/** A declared order of year, month and day in another calendar, rewritten as `Y-M-D clock`. */
function reordered(x: string, format: string): string {
  const d = latinDigits(clean(x));
  const fields = [...format.matchAll(/%-?([YmdHMS])/g)].map((match) => match[1]);
  const escaped = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = `^${escaped.replace(/%-?Y/, '(\\d{4})').replace(/%-?[mdHMS]/g, '(\\d{1,2})')}$`.replaceAll(
    "'",
    "''",
  );
  const get = (field: string) => extract(d, pattern, fields.indexOf(field) + 1);
  const date = `concat_ws('-', ${['Y', 'm', 'd'].map(get).join(', ')})`;
  if (!fields.includes('H')) return `CASE WHEN regexp_matches(${d}, '${pattern}') THEN ${date} END`;
  const time = `concat_ws(':', ${['H', 'M', 'S']
    .filter((field) => fields.includes(field))
    .map(get)
    .join(', ')})`;
  return `CASE WHEN regexp_matches(${d}, '${pattern}') THEN concat(${date}, ' ', ${time}) END`;
}

/** A year below 1600 is a date of another calendar that nobody declared; `infinity` is no time. */
const plausible = (x: string, type: string): string =>
  `CASE WHEN ${x} BETWEEN ${type} '1600-01-01' AND ${type} '9999-12-31' THEN ${x} END`;

/** An instant in UTC. Days without a clock are midnight in the declared zone, else UTC. */
export function instant(x: string, style: TimeStyle): string {
  if (style.calendar !== 'gregorian')
    return slowInstant(style.format === undefined ? x : reordered(x, style.format), style);
  if (style.format !== undefined) return plausible(formatted(x, style), 'TIMESTAMP');
  const quick = quickInstant(x, style.zone);
  return plausible(
    `coalesce(${quick}, CASE WHEN ${x} IS NOT NULL THEN ${slowInstant(x, style)} END)`,
    'TIMESTAMP',
  );
}

/** A calendar day; a clock behind it is left out. */
export function date(x: string, style: TimeStyle): string {
  const { calendar, format } = style;
  if (calendar === 'gregorian' && format !== undefined)
    return plausible(`CAST(${formatted(x, { ...style, zone: 'UTC' })} AS DATE)`, 'DATE');
  const d = digitsOf(calendar === 'gregorian' || format === undefined ? x : reordered(x, format));
  const slow = `CASE WHEN regexp_full_match(${d}, '${timeShape}') THEN ${day(extract(d, `^(${dateShape})`), calendar)} END`;
  if (calendar !== 'gregorian') return slow;
  const quick = `CASE WHEN strlen(${x}) = 10 THEN try_cast(${x} AS DATE) END`;
  return plausible(`coalesce(${quick}, CASE WHEN ${x} IS NOT NULL THEN ${slow} END)`, 'DATE');
}

/** SQL text: what a time of this style should look like, said for the one cell that does not. */
export function expectedTime(x: string, { calendar, format, zone }: TimeStyle, withClock: boolean): string {
  const d = digitsOf(x);
  const what = `${calendar === 'gregorian' ? '' : `${calendar === 'jalali' ? 'Jalali' : 'Hijri'} `}`;
  const usual = format
    ? `a ${what}date as '${format}'`
    : calendar !== 'gregorian'
      ? `a ${what}date, year-month-day`
      : withClock
        ? 'a time such as 2025-01-31T10:00:00Z, or declare its format'
        : 'a date such as 2025-01-31, or declare its format';
  const zoneless =
    withClock && zone === undefined
      ? `WHEN ${format ? `try_strptime(${d}, ${quoteText(format)}) IS NOT NULL` : `regexp_full_match(${d}, '(${dateShape})[T ]+${clockShape}')`} THEN 'a time with its offset; declare time_zone for times without zone'`
      : '';
  const early =
    calendar === 'gregorian'
      ? `WHEN regexp_matches(${d}, '(^|[^0-9])(1[0-5]\\d{2})[-/.]') OR regexp_matches(${d}, '[-/.](1[0-5]\\d{2})($|[^0-9])') THEN 'a year from 1600 on; declare calendar: jalali or hijri for dates of other calendars'`
      : '';
  return early || zoneless ? `CASE ${early} ${zoneless} ELSE ${quoteText(usual)} END` : quoteText(usual);
}
