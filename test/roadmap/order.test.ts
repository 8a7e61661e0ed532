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
});
const set = (wants: number[], persons: number): PersonSet => ({ wants, stuck: false, persons, messages: 0 });

describe('the order of initiatives', () => {
  test('is by what each adds for its effort', () => {
    const steps = orderByGain(
      [initiative('dear', 8), initiative('cheap', 1)],
      [set([0], 40), set([1], 10)],
      (places) => new Set(places),
    );
    expect(steps).toEqual([
      { initiative: 1, persons: 10, wave: 1 },
      { initiative: 0, persons: 50, wave: 1 },
    ]);
  });

  test('brings together what only helps together, and leaves out what never does', () => {
    const steps = orderByGain(
      [initiative('idle', 1), initiative('half', 4), initiative('other half', 4)],
      [set([7], 30)],
      (places) => new Set(places.includes(1) && places.includes(2) ? [7] : []),
    );
    expect(steps.map((step) => step.initiative)).toEqual([1, 2]);
  });

  test('begins a wave when one is full', () => {
    const many = Array.from({ length: 9 }, (_, i) => initiative(`i${i}`, 4));
    const steps = orderByGain(
      many,
      many.map((_, i) => set([i], 100 - i)),
      (places) => new Set(places),
    );
    expect(steps.map(({ wave }) => wave)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });
});
