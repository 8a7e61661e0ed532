import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseOf, dayText, episodeOf, isMended, stateOf, toDay } from '../../src/triage/life.js';
import { trendOf } from '../../src/triage/trend.js';

const asOf = toDay('2026-06-30T12:00:00Z');
const ago = (days: number): string => dayText(asOf - days);
/** A course from `[days before as-of, errors]`. */
const course = (...days: [number, number][]) =>
  courseOf(
    days.map(([before, errors]) => ({ day: ago(before), errors })),
    asOf,
    30,
  );
const each = (from: number, to: number, step: number, errors = 2): [number, number][] =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, i) => [from - i * step, errors]);

describe('an episode of errors', () => {
  test('ends when a silence was longer than a month and would have brought some at the earlier rate', () => {
    expect(episodeOf(course(...each(100, 60, 2)))).toMatchObject({ isOver: true, isBack: false, missed: 31 });
  });
  test('goes on as long as the silence may be an accident', () => {
    expect(episodeOf(course([200, 1], [130, 1], [60, 1]))).toMatchObject({ isOver: false });
  });
  test('goes on over the pauses of what comes once a month', () => {
    const monthly = each(340, 31, 30, 40);
    expect(episodeOf(course(...monthly))).toMatchObject({ isOver: false, isBack: false, since: asOf - 340 });
  });
  test('begins anew after a silence that had ended it', () => {
    expect(episodeOf(course(...each(200, 120, 2), ...each(10, 2, 2)))).toMatchObject({
      isBack: true,
      isOver: false,
      since: asOf - 10,
    });
  });
  test('is unknown without days, and days after as-of do not count', () => {
    expect(episodeOf(course())).toBeUndefined();
    expect(episodeOf(course([-3, 9]))).toBeUndefined();
  });
  test('never begins after its last error, nor before its first, and adding errors today keeps it open', () => {
    const days = fc.uniqueArray(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
      maxLength: 30,
      selector: ([day]) => day,
    });
    fc.assert(
      fc.property(days, (list) => {
        const found = episodeOf(course(...list))!;
        const numbers = list.map(([before]) => asOf - before);
        expect(numbers).toContain(found.since);
        expect(found.since).toBeGreaterThanOrEqual(Math.min(...numbers));
        const withToday = episodeOf(course(...list.filter(([before]) => before > 0), [0, 1]))!;
        expect(withToday.isOver).toBe(false);
      }),
    );
  });
});

describe('the trend', () => {
  test.each([
    ['rising', each(50, 30, 10, 1), each(20, 0, 2, 2)],
    ['falling', each(55, 29, 2, 2), each(20, 10, 10, 1)],
    ['steady', each(55, 29, 4, 2), each(27, 0, 4, 2)],
  ] as const)('is %s when an even chance would seldom divide the errors so', (direction, before, recent) => {
    expect(trendOf(course(...before, ...recent), 28, false).direction).toBe(direction);
  });
  test('is unknown for what began within the window, whatever it does', () => {
    expect(trendOf(course([9, 1], [2, 50]), 28, false)).toMatchObject({
      direction: 'unknown',
      recent: 51,
      before: 0,
    });
  });
  test('is over for what is over', () => {
    expect(trendOf(course([90, 4]), 28, true).direction).toBe('over');
  });
});

describe('the state of a group', () => {
  const open = { since: asOf - 200, isBack: false, isOver: false, missed: 0 };
  const signs = {
    episode: open,
    isOver: false,
    isGrowing: false,
    recent: asOf - 27,
    wasOpen: undefined,
    wasKnown: false,
  };
  test.each([
    ['ongoing', {}],
    ['escalating', { isGrowing: true }],
    ['new', { episode: { ...open, since: asOf - 5 } }],
    ['regressed', { episode: { ...open, since: asOf - 5, isBack: true } }],
    ['ongoing', { episode: { ...open, since: asOf - 50, isBack: true } }],
    ['resolved', { isOver: true, isGrowing: true }],
    ['ongoing', { episode: { ...open, isOver: true } }],
    ['new', { wasOpen: false }],
    ['regressed', { wasOpen: false, wasKnown: true }],
    ['ongoing', { wasOpen: true, wasKnown: true, episode: { ...open, since: asOf - 5 } }],
    ['escalating', { wasOpen: true, wasKnown: true, isGrowing: true }],
    ['ongoing', { episode: undefined }],
  ] as const)('is %s by %o', (state, parts) => {
    expect(stateOf({ ...signs, ...parts })).toBe(state);
  });
});

describe('a group is put right', () => {
  const last = (silence: number) => course([40, 1], [silence, 1]);
  const dayOf = (day: number): string => `${dayText(day)}T12:00:00.000Z`;
  const all = { corrected: 4, uncorrected: 0, corrected_at: dayOf(asOf - 40) };
  test.each([
    [true, 'when all reports are closed and nothing came since', all, 35],
    [false, 'not while errors still come', all, 3],
    [false, 'not just after the last correction', { ...all, corrected_at: dayOf(asOf - 2) }, 35],
    [false, 'not while a report is open', { ...all, uncorrected: 1 }, 35],
    [
      false,
      'not where nobody keeps the state of reports',
      { ...all, corrected: null, uncorrected: null },
      35,
    ],
    [true, 'also where a report is closed without a time', { ...all, corrected_at: null }, 35],
  ])('%s: %s', (is, _, handling, silence) => {
    expect(isMended(handling, last(silence))).toBe(is);
  });
});
