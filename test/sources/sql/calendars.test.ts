import { describe, expect, it } from 'vitest';
import { calendarMacro, dayOf } from '../../../src/sources/sql/calendars.js';
import { openStore } from '../../../src/store/duckdb.js';

const dayLength = 86_400_000;

/** Every day between two as the platform writes it in a calendar. */
function days(calendar: string, from: string, to: string): [number, number, number, number][] {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const first = Date.parse(from) / dayLength;
  return Array.from({ length: Date.parse(to) / dayLength - first }, (_, i) => {
    const parts = format.formatToParts((first + i) * dayLength);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return [first + i, part('year'), part('month'), part('day')];
  });
}

describe('the engine', () => {
  it.each([
    ['jalali', 'persian', '1890-01-01', '2060-01-01'],
    ['hijri', 'islamic-umalqura', '1890-01-01', '2060-01-01'],
  ] as const)(
    'turns every day of 170 years from %s into the same day as the platform',
    async (calendar, name, from, to) => {
      const store = await openStore();
      await store.run(calendarMacro(calendar));
      await store.run('CREATE TABLE given (n BIGINT, y BIGINT, m BIGINT, d BIGINT)');
      const given = days(name, from, to);
      await store.insert('given', ['n', 'y', 'm', 'd'], given);
      const found = dayOf(calendar, 'y', 'm', 'd');
      expect(
        await store.all(
          `SELECT count(*) AS days, count(*) FILTER (${found} = DATE '1970-01-01' + CAST(n AS INTEGER)) AS same FROM given`,
        ),
      ).toEqual([{ days: given.length, same: given.length }]);
      store.close();
    },
  );

  it.each([
    ['jalali', '1403, 12, 31'],
    ['jalali', '1404, 12, 30'],
    ['jalali', '1403, 13, 1'],
    ['jalali', '1403, 0, 1'],
    ['jalali', '2024, 1, 1'],
    ['hijri', '1446, 1, 31'],
    ['hijri', '1446, 1, 0'],
    ['hijri', '2025, 1, 1'],
  ] as const)('knows no %s day %s', async (calendar, day) => {
    const store = await openStore();
    await store.run(calendarMacro(calendar));
    const [y = '', m = '', d = ''] = day.split(', ');
    expect(await store.all(`SELECT ${dayOf(calendar, y, m, d)} AS day`)).toEqual([{ day: null }]);
    store.close();
  });
});
