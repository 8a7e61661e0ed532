import { quoteText } from '../../store/store.js';
import { bind } from './text.js';
import { clockShape, dateShape, digitsOf, type TimeStyle } from './time-parts.js';

const names = { gregorian: '', jalali: 'Jalali ', hijri: 'Hijri ' };

function usual({ calendar, format }: TimeStyle, withClock: boolean): string {
  if (format !== undefined) return `a ${names[calendar]}date as '${format}'`;
  if (calendar !== 'gregorian') return `a ${names[calendar]}date, year-month-day`;
  return `${withClock ? 'a time such as 2025-01-31T10:00:00Z' : 'a date such as 2025-01-31'}, or declare its format`;
}

function withoutZone(format: string | undefined): string {
  const readable =
    format === undefined
      ? `regexp_full_match(d, '(${dateShape})[T ]+${clockShape}')`
      : `try_strptime(d, ${quoteText(format)}) IS NOT NULL`;
  return `WHEN ${readable} THEN 'a time with its offset; declare time_zone for times without zone'`;
}

const oldYear = `WHEN regexp_matches(d, '(^|[-/.])1[0-5]\\d{2}([-/. T]|$)')
  THEN 'a year from 1600 on; declare calendar: jalali or hijri for dates of other calendars'`;

/** SQL text: what a time of this style should look like, said for a cell that does not. */
export function expectedTime(x: string, style: TimeStyle, withClock: boolean): string {
  const early = style.calendar === 'gregorian' ? oldYear : '';
  const zoneless = withClock && style.zone === undefined ? withoutZone(style.format) : '';
  const otherwise = quoteText(usual(style, withClock));
  if (!early && !zoneless) return otherwise;
  return bind('d', digitsOf(x), `CASE ${early} ${zoneless} ELSE ${otherwise} END`);
}
