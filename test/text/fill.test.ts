import { describe, expect, it } from 'vitest';
import { fill, placeholdersOf } from '../../src/text/fill.js';

describe('filling a message', () => {
  it.each([
    ['{name} stays', { name: 'Card Hub' }, 'Card Hub stays'],
    ['{n:customer|customers} wrote', { n: 1 }, '1 customer wrote'],
    ['{n:customer|customers} wrote', { n: 0 }, '0 customers wrote'],
    ['{n:customer|customers} wrote', { n: 1204567 }, '1\u202f204\u202f567 customers wrote'],
    ['{n:customer|customers} wrote', { n: null }, 'an unknown number of customers wrote'],
    ['{systems} agree', { systems: ['A', 'B'] }, 'A, B agree'],
    ['since {day}', { day: null }, 'since unknown'],
    ['{name}', { name: '{other}', other: 'never filled twice' }, '{other}'],
  ])('%s', (message, values, expected) => {
    expect(fill(message, values)).toBe(expected);
  });

  it('tells which names a message asks for', () => {
    expect(placeholdersOf('{a} and {b:one|many} and {a}')).toEqual(['a', 'b']);
  });
});
