import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldWords } from '../../../src/classify/reports/fold.js';
import { isOneSlip } from '../../../src/classify/reports/spelling.js';
import { errorClasses } from '../../../src/model/enums.js';
import { classify, judge, macroF1, words } from './notes.js';

const classOf = (note: string) => classify(note)?.errorClass;

describe('notes of calls', () => {
  it('are enough, of every class in each of three languages, and a third of them is kept apart', () => {
    const apart = judge('held-out').flatMap(({ judged }) => judged).length;
    const all = apart + judge('development').flatMap(({ judged }) => judged).length;
    expect(all).toBeGreaterThanOrEqual(600);
    expect(apart).toBeGreaterThanOrEqual(Math.floor(all / 3.05));
    for (const { judged } of judge('held-out'))
      expect(new Set(judged.map(({ wanted }) => wanted))).toEqual(new Set(errorClasses));
  });

  it('no note stands in both parts', () => {
    const notes = (part: 'development' | 'held-out') =>
      judge(part).flatMap(({ judged }) => judged.map(({ note }) => foldWords(note)));
    const known = new Set(notes('development'));
    expect(notes('held-out').filter((note) => known.has(note))).toEqual([]);
  });

  it.each(judge('held-out'))('kept apart are put in their class: $language', ({ judged }) => {
    expect(macroF1(judged)).toBeGreaterThanOrEqual(0.8);
  });
});

test.each([
  ['the worse of two errors', 'neighbour got my letter and the amount was wrong', 'wrong_recipient'],
  ['slips of the hand', 'My nieghbour recieved my statment', 'wrong_recipient'],
  ['several languages in one note', 'الـ link في الايميل ما يشتغل', 'broken_link'],
  ['letters of another keyboard', 'لينك خراب است ، كار نمي كند', 'broken_link'],
  ['words joined or parted', 'پیامک ها به من نمی رسند', 'undelivered'],
  ['particles written with the word', 'وبالمبلغ خطأ', 'wrong_amount'],
])('a note is understood in spite of %s', (_, note, wanted) => {
  expect(classOf(note)).toBe(wanted);
});

test.each(['', ' ', '?', 'thanks a lot, bye', 'شکرا', '12345', '\u0000\u001b[2J'])(
  'a note that tells of no error has no class: %j',
  (note) => {
    expect(classOf(note)).toBeUndefined();
  },
);

test('no note breaks the classifier, and the same note always has the same class', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (note) => {
      expect(classify(note)).toEqual(classify(note));
    }),
    { numRuns: 200 },
  );
});

test('one slip is one letter more, less or other, or two swapped', () => {
  const byHand = (a: string, b: string): boolean => {
    const letters = [...new Set(b)];
    const at = Array.from({ length: a.length + 1 }, (_, i) => i);
    const made = at.flatMap((i) => [
      a.slice(0, i) + a.slice(i + 1),
      ...letters.flatMap((letter) => [
        a.slice(0, i) + letter + a.slice(i),
        a.slice(0, i) + letter + a.slice(i + 1),
      ]),
      a.slice(0, i) + (a[i + 1] ?? '') + (a[i] ?? '') + a.slice(i + 2),
    ]);
    return a !== b && made.includes(b);
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlip(a, b)).toBe(byHand(a, b));
    }),
    { numRuns: 500 },
  );
});

test('every notion of a rule has words, and every notion is used', () => {
  const used = words.rules.flatMap(({ all, any, none }) => [...all, ...any, ...none]);
  const named = Object.keys(words.words);
  expect(used.filter((notion) => notion !== 'two_channels' && !named.includes(notion))).toEqual([]);
  expect(named.filter((notion) => !notion.startsWith('channel_') && !used.includes(notion))).toEqual([]);
});
