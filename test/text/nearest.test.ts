import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/text/nearest.js';

describe('nearest', () => {
  it.each([
    ['htm', ['terminal', 'json', 'html'], 'html'],
    ['HIGH', ['high', 'low'], 'high'],
    [
      'preference/sent-after-optout',
      ['preference/opposite-choice', 'preference/sent-after-opt-out'],
      'preference/sent-after-opt-out',
    ],
    ['xyzzy', ['terminal', 'json'], undefined],
    ['a', [], undefined],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('chooses the first by code unit among equally near', () => {
    expect(nearest('cat', ['car', 'bat'])).toBe('bat');
  });

  it('asks only when something is near', () => {
    expect(didYouMean('jsn', ['json'])).toEqual(["did you mean 'json'?"]);
    expect(didYouMean('parquet', ['json'])).toEqual([]);
  });

  it.each([
    ['mobil', ['core', 'mobile-app', 'mobile-banking', 'Automobiles'], 'mobile-app'],
    ['bank', ['core', 'mobile-banking'], 'mobile-banking'],
  ])('takes %s for the beginning or a part of a longer name', (typed, names, meant) => {
    expect(didYouMean(typed, names)).toEqual([`did you mean '${meant}'?`]);
  });

  it('takes two letters for no part of anything', () => {
    expect(didYouMean('co', ['core-banking'])).toEqual([]);
  });
});
