import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { regimesSchema } from '../../src/model/regimes.js';
import { addBusinessDays, holidaysOf } from '../../src/text/business-days.js';

const { calendars } = regimesSchema.parse(parse(readFileSync('rules/regimes.yaml', 'utf8')));
const toDay = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const toText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const daysOf = (calendar: string, year: number): string[] =>
  [...holidaysOf(year, calendars[calendar]!)].sort((a, b) => a - b).map(toText);

describe('holidays of a year', () => {
  it('are those the United States kept in 2026, Independence Day on the Friday before', () => {
    expect(daysOf('us_federal', 2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  it('are those of Canada in 2021, Christmas and Boxing Day both moved on', () => {
    expect(daysOf('ca_federal', 2021)).toEqual([
      '2021-01-01',
      '2021-04-02',
      '2021-04-05',
      '2021-05-24',
      '2021-07-01',
      '2021-09-06',
      '2021-09-30',
      '2021-10-11',
      '2021-11-11',
      '2021-12-27',
      '2021-12-28',
    ]);
  });

  it('follow Easter', () => {
    const easter = (year: number) => toText([...holidaysOf(year, [{ easter: 0 }])][0]!);
    expect([1961, 2000, 2008, 2024, 2025, 2026, 2038].map(easter)).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2008-03-23',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2038-04-25',
    ]);
  });

  it('leave out those that did not exist yet', () => {
    expect(daysOf('us_federal', 2020)).not.toContain('2020-06-19');
  });
});

describe('business days', () => {
  const isHoliday = (day: number) =>
    daysOf('us_federal', Number(toText(day).slice(0, 4))).includes(toText(day));
  it.each([
    ['2026-06-01', 10, '2026-06-15'],
    ['2026-06-12', 10, '2026-06-29'],
    ['2026-06-13', 10, '2026-06-29'],
    ['2026-12-18', 10, '2027-01-05'],
    ['2026-06-01', 0, '2026-06-01'],
  ])('after %s the last of %i is %s', (from, count, to) => {
    expect(toText(addBusinessDays(toDay(from), count, isHoliday))).toBe(to);
  });

  it('are as many as were asked for, none on a weekend', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 40 }), (from, count) => {
        const end = addBusinessDays(from, count, () => false);
        const between = Array.from({ length: end - from }, (_, i) =>
          new Date((from + 1 + i) * 86_400_000).getUTCDay(),
        );
        expect(between.filter((day) => day !== 0 && day !== 6).length).toBe(count);
        expect([0, 6]).not.toContain(between.at(-1));
      }),
    );
  });
});
