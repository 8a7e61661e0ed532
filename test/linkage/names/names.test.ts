import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, nameForms, nameLevel } from '../../../src/linkage/names/index.js';
import { nameFigures } from './figures.js';
import { differentPairs, samePairs } from './read-names.js';

const level = (a: string, b: string) => nameLevel(nameForms(a), nameForms(b));

describe('spellings of names that nobody looked at while the rules were written', () => {
  it('are more than 300 pairs of one name and 100 of different ones, and as many again', () => {
    const { same, different } = nameFigures('measured', 'listed');
    expect(same).toBeGreaterThan(300);
    expect(different).toBeGreaterThan(100);
    expect(nameFigures('fresh', 'listed').different).toBeGreaterThan(100);
  });
  it('meet by sound alone, with all their entries struck out of the list', () => {
    const { blocking, recall, precision } = nameFigures('measured', 'struck out');
    expect(blocking).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.92);
    expect(precision).toBeGreaterThanOrEqual(0.98);
  });
  it('meet still better with the list', () => {
    const { blocking, recall, precision } = nameFigures('measured', 'listed');
    expect(blocking).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.98);
  });
  it('are mostly told apart even where only unwritten vowels differ', () => {
    const { blocking, recall, precision } = nameFigures('fresh', 'struck out');
    expect(blocking).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.93);
    expect(precision).toBeGreaterThanOrEqual(0.96);
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
