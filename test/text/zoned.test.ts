import { describe, expect, it } from 'vitest';
import { inZone, toInstant } from '../../src/text/zoned.js';

describe('an instant in a zone', () => {
  it.each([
    ['2026-05-25T23:00:00Z', 'Europe/London', '2026-05-26T00:00:00+01:00'],
    ['2026-05-25T20:00:00.000Z', 'Asia/Dubai', '2026-05-26T00:00:00+04:00'],
    ['2026-01-31T05:00:00Z', 'America/New_York', '2026-01-31T00:00:00-05:00'],
    ['2026-05-25T10:00:00Z', 'Pacific/Kiritimati', '2026-05-26T00:00:00+14:00'],
    ['2026-05-26T10:29:59.123Z', 'Asia/Kolkata', '2026-05-26T15:59:59.123+05:30'],
    ['2026-01-01T12:00:00Z', 'Europe/London', '2026-01-01T12:00:00Z'],
    ['2026-05-25T23:00:00Z', undefined, '2026-05-25T23:00:00Z'],
  ])('%s, %s: %s', (instant, zone, expected) => {
    expect(inZone(instant, zone)).toBe(expected);
    expect(Date.parse(expected)).toBe(Date.parse(instant));
  });

  it.each(['Europe/London', 'America/New_York', 'Asia/Tehran', 'Australia/Lord_Howe'])(
    'keeps the day of every midnight of a year in %s',
    (zone) => {
      for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000) {
        const midnight = new Date(toInstant(day, zone)).toISOString();
        expect(inZone(midnight, zone).slice(0, 10)).toBe(new Date(day).toISOString().slice(0, 10));
      }
    },
  );
});
