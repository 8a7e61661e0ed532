import { describe, expect, it } from 'vitest';
import { isPast } from '../../src/facts/drop-spent.js';
import { observedFacts } from '../../src/model/facts/observed.js';
import { facts } from '../../src/model/facts.js';

describe('what futures take up of today', () => {
  it('is what records show of ways, and no other fact', () => {
    const taken = facts.map(({ name }) => name).filter(isPast);
    expect(taken.sort()).toEqual(observedFacts.map(({ name }) => name).sort());
  });

  it('is the sources and persons, and nothing computed from ways', () => {
    expect(['std_customers', 'work_persons'].every(isPast)).toBe(true);
    expect(['work_conflicts', 'work_pairs'].some(isPast)).toBe(false);
  });
});
