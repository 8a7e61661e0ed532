import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, nameForms, nameLevel } from '../../../src/linkage/names/index.js';
import { knownBook, type NameBook } from '../../../src/linkage/names/name-book.js';
import { bookWithout, differentPairs, type Half, type Pair, samePairs } from './read-names.js';

const level = (a: string, b: string, book: NameBook = knownBook) =>
  nameLevel(nameForms(a, book), nameForms(b, book));
const isSame = ([a, b]: Pair, book: NameBook) => !['none', 'skeleton'].includes(level(a, b, book));

function measure(half: Half, book: NameBook) {
  const [same, different] = [samePairs(half), differentPairs(half)];
  const found = same.filter((pair) => isSame(pair, book)).length;
  const wrong = different.filter((pair) => isSame(pair, book)).length;
  return {
    pairs: [same.length, different.length],
    blocking: same.filter(([a, b]) => level(a, b, book) !== 'none').length / same.length,
    recall: found / same.length,
    precision: found / (found + wrong),
  };
}

describe('spellings of names that nobody looked at while the rules were written', () => {
  it('are more than 300 pairs of one name and 100 of different ones', () => {
    const { pairs } = measure('measured', knownBook);
    expect(pairs[0]).toBeGreaterThan(300);
    expect(pairs[1]).toBeGreaterThan(100);
  });
  it('meet by sound alone, with all their entries struck out of the list', () => {
    const { blocking, recall, precision } = measure('measured', bookWithout('measured'));
    expect(blocking).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.94);
    expect(precision).toBeGreaterThanOrEqual(0.96);
  });
  it('meet still better with the list', () => {
    const { blocking, recall, precision } = measure('measured', knownBook);
    expect(blocking).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the level at which two names agree', () => {
  it.each([
    ['equal', 'Zoë', 'ZOE'],
    ['equal', 'محمد‌رضا', 'محمدرضا'],
    ['equal', 'Jean-Pierre', 'Jean Pierre'],
    ['equal', 'كريم', 'کریم'],
    ['equal', 'مُحَمَّد', 'محمد'],
    ['equal', "O'Connor", 'O’Connor'],
    ['equivalent', 'محمد', 'Mohammed'],
    ['equivalent', 'اسکندر', 'Alexander'],
    ['equivalent', 'محمدرضا', 'Mohammad Reza'],
    ['equivalent', 'عبدالرحمن', 'Abdur Rahman'],
    ['equivalent', 'السيد حسن', 'Hassan'],
    ['voiced', 'شهریار', 'Shahriar'],
    ['voiced', 'قربانی', 'Ghorbani'],
    ['voiced', 'بوتفليقة', 'Bouteflika'],
    ['voiced', 'علی قربانی', 'Ghorbani Ali'],
    ['voiced', 'Иванов', 'Ivanov'],
    ['skeleton', 'محمد', 'Mahmoud'],
    ['skeleton', 'حسن', 'Hossein'],
    ['skeleton', 'علی', 'Alavi'],
    ['none', 'علی', 'Omar'],
    ['none', '王小明', 'Wang'],
    ['equal', '王小明', '王小明'],
    ['equal', '', ' - '],
  ])('%s: %s and %s', (expected, a, b) => {
    expect(level(a, b)).toBe(expected);
  });

  const names = [...samePairs('seen'), ...differentPairs('seen')].flat();
  const letter = fc.constantFrom(...new Set(names.join('')));
  const anyName = fc.oneof(
    fc.constantFrom(...names),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: letter }),
  );

  it('is the same in both directions', () => {
    fc.assert(fc.property(anyName, anyName, (a, b) => level(a, b) === level(b, a)));
  });
  it('is equal for a name and itself, whatever it holds', () => {
    fc.assert(fc.property(anyName, (name) => level(name, name) === 'equal'));
  });
});

describe('a folded name', () => {
  it('folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => foldName(foldName(name)) === foldName(name)),
    );
  });
});
