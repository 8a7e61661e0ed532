import { describe, expect, test } from 'vitest';
import type { Initiative, PersonSet } from '../../src/model/roadmap.js';
import { orderByGain } from '../../src/roadmap/order.js';

const initiative = (id: string, effort: number): Initiative => ({
  id,
  kind: 'add_flow',
  edits: [],
  systems: [],
  fields: [],
  flows: [],
  effort,
  aims: [],
  dependsOn: [],
});
const set = (wants: number[], persons: number): PersonSet => ({ wants, stuck: false, persons, messages: 0 });

describe('the order of initiatives', () => {
  test('is by what each adds for its effort', () => {
    const steps = orderByGain(
      [initiative('dear', 8), initiative('cheap', 1)],
      [set([0], 40), set([1], 10)],
      (places) => new Set(places),
    );
    expect(steps).toEqual([1, 0]);
  });

  test('brings together what only helps together, and leaves out what never does', () => {
    const steps = orderByGain(
      [initiative('idle', 1), initiative('half', 4), initiative('other half', 4)],
      [set([7], 30)],
      (places) => new Set(places.includes(1) && places.includes(2) ? [7] : []),
    );
    expect(steps).toEqual([1, 2]);
  });
});
