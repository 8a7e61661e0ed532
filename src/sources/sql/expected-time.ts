import { quoteText } from '../../store/store.js';
import { bind } from './text.js';
import { clockShape, dateShape, digitsOf, type TimeStyle } from './time-parts.js';

const names = { gregorian: '', jalali: 'Jalali ', hijri: 'Hijri ' };

function usual({ calendar, format }: TimeStyle, withClock: boolean): string {
  if (format !== undefined) return `a ${names[calendar]}date as '${format}'`;
  if (calendar !== 'gregorian') return `a ${names[calendar]}date, year-month-day, or declare its format`;
  return `${withClock ? 'a time such as 2025-01-31T10:00:00Z' : 'a date such as 2025-01-31'}, or declare its format`;
}

function withoutZone(format: string | undefined): string {
  const readable =
    format === undefined
      ? `regexp_full_match(d, '(${dateShape})[T ]+${clockShape}')`
      : `try_strptime(d, ${quoteText(format)}) IS NOT NULL`;
  return `WHEN ${readable} THEN 'a time with its offset; declare time_zone for times without zone'`;
}

const early = '(0\\d|1[0-5])\\d{2}';
const oldYear = `WHEN regexp_matches(d, '(^|[-/.])${early}([-/. T]|$)|^${early}\\d{4}$')
  THEN 'a year from 1600 on; declare calendar: jalali or hijri for dates of other calendars'`;

/** Said of what looks like a time by night in full, and could not be read all the same. */
const skippedBy = (zone: string): string =>
  `WHEN regexp_full_match(d, '(${dateShape})[T ]+0?[0-3]:.*') THEN ${quoteText(
    `a time that ${zone} had: a day of the calendar, and no hour that its clocks skipped`,
  )}`;

/** SQL text: what a time of this style should look like, said for a cell that does not. */
export function expectedTime(x: string, style: TimeStyle, withClock: boolean): string {
  const tooOld = style.calendar === 'gregorian' ? oldYear : '';
  const skipped = withClock && style.zone !== undefined ? skippedBy(style.zone) : '';
  const zoneless = withClock && style.zone === undefined ? withoutZone(style.format) : '';
  const otherwise = quoteText(usual(style, withClock));
  if (!tooOld && !zoneless && !skipped) return otherwise;
  return bind('d', digitsOf(x), `CASE ${tooOld} ${zoneless} ${skipped} ELSE ${otherwise} END`);
}
