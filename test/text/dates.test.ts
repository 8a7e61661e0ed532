import { describe, expect, it } from 'vitest';
import { monthStarts, type OtherCalendar } from '../../src/text/dates.js';

const dayOf = (calendar: OtherCalendar, year: number, month: number): string => {
  const { firstYear, starts } = monthStarts(calendar);
  return new Date(starts[(year - firstYear) * 12 + month - 1]! * 86_400_000).toISOString().slice(0, 10);
};

describe('the months of other calendars', () => {
  it.each([
    ['jalali', 1403, 1, '2024-03-20'],
    ['jalali', 1404, 1, '2025-03-21'],
    ['jalali', 1357, 11, '1979-01-21'],
    ['hijri', 1446, 1, '2024-07-07'],
    ['hijri', 1446, 9, '2025-03-01'],
  ] as const)('%s %i-%i begins on %s', (calendar, year, month, day) => {
    expect(dayOf(calendar, year, month)).toBe(day);
  });

  it.each(['jalali', 'hijri'] as const)('%s months have 29 to 31 days, twelve a year', (calendar) => {
    const { starts } = monthStarts(calendar);
    const lengths = new Set(starts.slice(1).map((start, i) => start - starts[i]!));
    expect([...lengths].sort()).toEqual(calendar === 'jalali' ? [29, 30, 31] : [29, 30]);
    expect((starts.length - 1) % 12).toBe(0);
  });
});
