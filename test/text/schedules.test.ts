import { describe, expect, test } from 'vitest';
import { longestWait, parseSchedule } from '../../src/text/schedules.js';

const summer = Date.parse('2026-07-01T00:00:00Z');
const winter = Date.parse('2026-01-01T00:00:00Z');
const day = 1440;

describe('a weekly schedule is the minutes of its runs since Sunday midnight in UTC', () => {
  test.each([
    [
      '0 2 * * *',
      [120, 120 + day, 120 + 2 * day, 120 + 3 * day, 120 + 4 * day, 120 + 5 * day, 120 + 6 * day],
    ],
    ['30 6 * * MON-WED', [390 + day, 390 + 2 * day, 390 + 3 * day]],
    ['0 0,12 * * 0', [0, 720]],
    ['0 12 * * 7', [720]],
    ['15 8-12/2 ? * sun', [495, 615, 735]],
    ['0 20/2 * * 0', [1200, 1320]],
    ['@weekly', [0]],
    ['0 2 * * 1 Europe/London', [60 + day]],
    ['0 2 * * 0 Asia/Dubai', [7 * day - 120]],
    ['0 2 * * 0 Nowhere/City', [120]],
  ])('%s', (text, minutes) => {
    expect(parseSchedule(text, summer)).toEqual({ kind: 'weekly', minutes });
  });

  test('the offset of the zone is that of the moment it is asked for', () => {
    expect(parseSchedule('0 2 * * 0 Europe/London', winter)).toEqual({ kind: 'weekly', minutes: [120] });
  });
});

describe('a schedule by day of the month says how long one may wait for it', () => {
  test.each([
    ['0 0 1 * *', 31 * day],
    ['@monthly', 31 * day],
    ['0 6,18 15 * *', 31 * day - 720],
    ['0 0 29 2 *', 1461 * day],
    ['0 0 1 JAN,JUL *', 184 * day],
    ['0 0 13 * FRI', 7 * day],
  ])('%s', (text, longestGap) => {
    expect(parseSchedule(text, summer)).toEqual({ kind: 'rare', longestGap });
  });
});

test.each([
  '',
  'nightly',
  '0 2 * *',
  '60 2 * * *',
  '0 24 * * *',
  '0 2 0 * *',
  '5-1 * * * *',
  '*/0 * * * *',
  '0 0 31 2 *',
  '0 2 * * noday',
])('what is no schedule, or never comes, is none: %s', (text) =>
  expect(parseSchedule(text, summer)).toBeUndefined(),
);

test('the longest wait looks beyond the end of the week', () => {
  expect(longestWait([120, 1560])).toBe(6 * day);
  expect(longestWait([0])).toBe(7 * day);
  expect(longestWait([])).toBe(0);
});
