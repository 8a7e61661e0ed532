import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../src/app/link/measure.js';
import { stemsOf } from '../../../src/app/link/name-records.js';

describe('a measured share', () => {
  it.each([
    [0, 0, null, 0, 1],
    [0, 10, 0, 0, 0.2775],
    [10, 10, 1, 0.7225, 1],
    [24, 25, 0.96, 0.8046, 0.9929],
    [5, 10, 0.5, 0.2366, 0.7634],
  ])('%i of %i has the interval of Wilson', (same, of, share, low, high) => {
    const found = shareOf(same, of);
    expect(found.share).toBe(share);
    expect([found.low, found.high].map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
  });
});

describe('the name of a file before an id', () => {
  it.each([
    [
      ['crm.csv', 'cards.parquet'],
      ['crm', 'cards'],
    ],
    [
      ['data/crm.csv.gz', 'b.c.jsonl'],
      ['crm', 'b.c'],
    ],
    [
      ['x/crm.csv', 'y/crm.csv', 'cards.csv'],
      ['x/crm', 'y/crm', 'cards'],
    ],
    [
      ['crm.csv', 'crm.xlsx'],
      ['crm.csv', 'crm.xlsx'],
    ],
  ])('of %j is %j', (files, stems) => {
    expect(stemsOf(files)).toEqual(stems);
  });
});
