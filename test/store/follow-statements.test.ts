import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pieces } from '../../src/model/headway.js';
import { followStatements } from '../../src/store/follow-statements.js';

/** Asks how far a lane is that answers with these shares, one after the other. */
function follow(shares: readonly number[]): number[] {
  const left = [...shares];
  const far = followStatements({ headway: () => left.shift()! });
  return shares.map(far);
}

describe('how far statements are that nobody has counted', () => {
  it('moves with the statement at work, and with the next', () => {
    expect(follow([0, 0.5, 1, 0])).toEqual([0, 1 - 4 / 4.5, 1 - 4 / 5, 1 - 4 / 5]);
    expect(follow([1, 0.5])[1]).toBe(1 - 4 / 5.5);
  });

  it('never goes back, and never says that all is done', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (shares) => {
        const told = follow(shares);
        expect(told).toEqual([...told].sort((a, b) => a - b));
        expect(told.at(-1)).toBeLessThan(1);
      }),
    );
  });
});

describe('pieces of work', () => {
  it('count by their weight, those at work as far as they are', () => {
    const pieces = new Pieces(10);
    pieces.begin('choices', 6, () => 0.5);
    pieces.begin('messages', 3);
    expect(pieces.read()).toEqual({ share: 0.3, rows: null, at: ['choices', 'messages'] });
    pieces.end('choices');
    expect(pieces.read()).toEqual({ share: 0.6, rows: null, at: ['messages'] });
  });
});
