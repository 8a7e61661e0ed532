import { expect, it } from 'vitest';
import { faults, isNamed, plantFault } from './planted/plant.js';

it.each(faults.flatMap((fault) => [1, 2].map((seed) => [fault, seed] as const)))(
  'a planted cause is named first: %s (seed %i)',
  async (fault, seed) => {
    const outcome = await plantFault(fault, seed);
    expect(isNamed(outcome, outcome.groups[0])).toBe('first');
  },
);
