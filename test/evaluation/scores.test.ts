import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreGroups, scorePairs, scoreRecords } from './scores.js';

type Groups = ReadonlyMap<string, string>;
const groupings = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 12 })
  .map((rows): [Groups, Groups] => [
    new Map(rows.map(([person], i) => [`r${i}`, `p${person}`])),
    new Map(rows.map(([, group], i) => [`r${i}`, `g${group}`])),
  ]);

function pairsWithin(groups: Groups): [string, string][] {
  const records = [...groups.keys()];
  return records.flatMap((a, i) =>
    records
      .slice(i + 1)
      .flatMap((b): [string, string][] => (groups.get(a) === groups.get(b) ? [[a, b]] : [])),
  );
}

/** Record by record, as B-cubed is defined. */
function bCubed(truth: Groups, found: Groups): [number, number] {
  const records = [...truth.keys()];
  const mates = (groups: Groups, a: string) => records.filter((b) => groups.get(b) === groups.get(a));
  const shares = records.map((a): [number, number] => {
    const both = mates(truth, a).filter((b) => found.get(b) === found.get(a)).length;
    return [both / mates(found, a).length, both / mates(truth, a).length];
  });
  const mean = (at: 0 | 1): number =>
    shares.reduce((sum, one) => sum + one[at], 0) / Math.max(1, records.length);
  return [mean(0), mean(1)];
}

describe('scores of a linkage', () => {
  it('of groups are those of all their pairs', () => {
    fc.assert(
      fc.property(groupings, ([truth, found]) => {
        expect(scoreGroups(truth, found)).toEqual(scorePairs(truth, pairsWithin(found)));
      }),
    );
  });

  it('of records are what B-cubed says of each', () => {
    fc.assert(
      fc.property(groupings, ([truth, found]) => {
        const { precision, recall } = scoreRecords(truth, found);
        const [p, r] = bCubed(truth, found);
        expect(precision).toBeCloseTo(p, 9);
        expect(recall).toBeCloseTo(r, 9);
      }),
    );
  });

  it('are perfect for the truth itself', () => {
    fc.assert(
      fc.property(groupings, ([truth]) => {
        expect(scoreGroups(truth, truth).f1).toBe(1);
      }),
    );
  });

  it('count one right and one wrong pair of two as half', () => {
    const truth = new Map([
      ['a', '1'],
      ['b', '1'],
      ['c', '2'],
    ]);
    const links = [['a', 'b'] as const, ['b', 'c'] as const];
    expect(scorePairs(truth, links)).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 });
  });
});
