import fc from 'fast-check';
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

  test('is the same when pairs that cannot help are not weighed', () => {
    const place = fc.nat(5);
    const joint = fc.record({ pair: fc.tuple(place, place), want: fc.nat(4) });
    const own = fc.record({
      wants: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
      persons: fc.integer({ min: 1, max: 9 }),
    });
    const some = fc.array(joint, { maxLength: 9 });
    fc.assert(
      fc.property(some, fc.array(own, { maxLength: 6 }), (joints, sets) => {
        const initiatives = [1, 2, 3, 4, 1, 2].map((effort, i) => initiative(`i${i}`, effort));
        const satisfies = (places: readonly number[]) =>
          new Set(
            joints.filter(({ pair }) => pair.every((one) => places.includes(one))).map(({ want }) => want),
          );
        const related = (want: number) => joints.flatMap((one) => (one.want === want ? one.pair : []));
        const persons = sets.map((one) => set(one.wants, one.persons));
        expect(orderByGain(initiatives, persons, satisfies, related)).toEqual(
          orderByGain(initiatives, persons, satisfies),
        );
      }),
    );
  });
});
