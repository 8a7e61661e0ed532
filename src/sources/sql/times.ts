import { formatted, reordered } from './formats.js';
import type { Look } from './look.js';
import { bind } from './text.js';
import {
  clock,
  clockInZone,
  dateShape,
  day,
  digitsOf,
  extract,
  inZone,
  offset,
  serialTime,
  type TimeStyle,
  timeShape,
} from './time-parts.js';

const withDay = (calendar: TimeStyle['calendar'], body: string): string =>
  bind('t', day(extract('d', `^(${dateShape})`), calendar), body);

/** Warehouses write the name of the zone where others have a sign. */
const utcAsSign = (x: string): string => `regexp_replace(${x}, ' ?(UTC|GMT)$', 'Z')`;

/** Any spelling of a time that says what it means; evaluated only for cells the quick branches did not read. */
function slowInstant(x: string, { calendar, zone }: TimeStyle): string {
  const local = `(t + ${clock('d')})`;
  const read = `CASE WHEN NOT contains(d, ':') THEN ${inZone('CAST(t AS TIMESTAMP)', zone)}
    WHEN suffix(d, 'Z') THEN ${local}
    WHEN regexp_matches(d, ':\\d{2}([.,]\\d+)? ?[+-]\\d{2}:?(\\d{2})?$') THEN ${local} - ${offset('d')}
    ELSE ${zone === undefined ? 'NULL' : clockInZone(local, zone)} END`;
  return bind(
    'd',
    utcAsSign(digitsOf(x)),
    `CASE WHEN regexp_full_match(d, '${timeShape}') THEN ${withDay(calendar, read)} END`,
  );
}

/** The usual spellings, told apart by length alone. */
function quickInstant(x: string, zone: string | undefined): string {
  const utc = `WHEN suffix(${x}, 'Z') AND strlen(${x}) > 18 THEN try_cast(${x} AS TIMESTAMP)`;
  const dayOnly = `WHEN strlen(${x}) = 10 THEN ${inZone(`try_cast(${x} AS TIMESTAMP)`, zone)}`;
  const read = `try_cast(${x} AS TIMESTAMP)`;
  const byNight = `CASE WHEN ${x}[12] = '0' AND ${x}[13] < '4' THEN ${clockInZone(read, zone)} ELSE ${inZone(read, zone)} END`;
  const local = `WHEN strlen(${x}) = 19 AND ${x}[17] = ':' THEN ${byNight}`;
  const shifted = `WHEN strlen(${x}) = 25 AND ${x}[17] = ':' AND ${x}[23] = ':' THEN CAST(try_cast(${x} AS TIMESTAMPTZ) AS TIMESTAMP)`;
  return `CASE ${utc} ${dayOnly} ${zone === undefined ? '' : local} ${shifted} END`;
}

const quickThen = (quick: string, x: string, slow: string): string =>
  `coalesce(${quick}, CASE WHEN ${x} IS NOT NULL THEN ${slow} END)`;

/** Tries the day number of a spreadsheet last; `place` puts its local time into the zone. */
const withSerial = (
  x: string,
  { serial }: TimeStyle,
  usual: string,
  place: (time: string) => string,
): string => (serial ? `coalesce(${usual}, ${place(serialTime(x))})` : usual);

/** An instant in UTC. Days without a clock are midnight in the declared zone, else UTC. */
export function instant(x: string, style: TimeStyle, look: Look): string {
  if (style.calendar !== 'gregorian')
    return slowInstant(style.format === undefined ? x : reordered(x, style.format), style);
  if (style.format !== undefined) return formatted(x, style);
  const quick = quickInstant(x, style.zone);
  if (look === 'quick' && !style.serial) return quick;
  return withSerial(x, style, quickThen(quick, x, slowInstant(x, style)), (time) =>
    style.zone === undefined
      ? `CASE WHEN NOT contains(${x}, '.') THEN ${time} END`
      : inZone(time, style.zone),
  );
}

/** A calendar day; a clock behind it is left out. */
export function date(x: string, style: TimeStyle, look: Look): string {
  const { calendar, format } = style;
  if (calendar === 'gregorian' && format !== undefined)
    return `CAST(${formatted(x, { ...style, zone: 'UTC' })} AS DATE)`;
  const quick = `CASE WHEN strlen(${x}) = 10 THEN try_cast(${x} AS DATE) END`;
  if (look === 'quick' && calendar === 'gregorian' && !style.serial) return quick;
  const text = calendar === 'gregorian' || format === undefined ? x : reordered(x, format);
  const found = `CASE WHEN regexp_full_match(d, '${timeShape}') THEN ${withDay(calendar, 't')} END`;
  const slow = bind('d', digitsOf(text), found);
  if (calendar !== 'gregorian') return slow;
  return withSerial(x, style, quickThen(quick, x, slow), (time) => `CAST(${time} AS DATE)`);
}

/** A year below 1600 is a date of another calendar that nobody declared; `infinity` is no time. */
export const plausible = (x: string): string =>
  `CASE WHEN ${x} >= DATE '1600-01-01' AND ${x} <= DATE '9999-12-31' THEN ${x} END`;
