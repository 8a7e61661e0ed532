import { monthStarts, type OtherCalendar } from '../../text/dates.js';

const macro = (calendar: OtherCalendar): string => `work_${calendar}_day`;

/** Macros that find the Gregorian day of a date of another calendar, NULL when there is no such date. */
export function calendarMacro(calendar: OtherCalendar): string {
  const { firstYear, starts } = monthStarts(calendar);
  const last = firstYear + (starts.length - 1) / 12;
  const list = `[${starts.join(',')}]`;
  const at = (offset: number) =>
    `list_extract(${list}, CAST((y - ${firstYear}) * 12 + m + ${offset} AS BIGINT))`;
  const valid = `y >= ${firstYear} AND y < ${last} AND m BETWEEN 1 AND 12 AND d >= 1`;
  return `CREATE OR REPLACE TEMP MACRO ${macro(calendar)}(y, m, d) AS CASE WHEN ${valid} AND ${at(0)} + d - 1 < ${at(1)} THEN DATE '1970-01-01' + CAST(${at(0)} + d - 1 AS INTEGER) END`;
}

/** Gregorian day of year, month and day of another calendar; the three are SQL integers. */
export const dayOf = (calendar: OtherCalendar, year: string, month: string, day: string): string =>
  `${macro(calendar)}(${year}, ${month}, ${day})`;
