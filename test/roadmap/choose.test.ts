import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonSet } from '../../src/model/roadmap.js';
import { coverageBound } from '../../src/roadmap/bound.js';
import { chooseBest } from '../../src/roadmap/choose.js';
import { personsFixed } from '../../src/roadmap/weigh.js';

/** An initiative satisfies some wants alone, and some only together with another. */
interface World {
  readonly alone: readonly (readonly number[])[];
  readonly joint: readonly { pair: readonly [number, number]; want: number }[];
  readonly sets: readonly PersonSet[];
}

const satisfies =
  ({ alone, joint }: World) =>
  (places: readonly number[]): ReadonlySet<number> =>
    new Set([
      ...places.flatMap((place) => alone[place]!),
      ...joint.filter(({ pair }) => pair.every((one) => places.includes(one))).map(({ want }) => want),
    ]);

const place = fc.integer({ min: 0, max: 6 });
const want = fc.integer({ min: 0, max: 9 });
const worlds: fc.Arbitrary<World> = fc.record({
  alone: fc.array(fc.uniqueArray(want, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  joint: fc.array(fc.record({ pair: fc.tuple(place, place), want }), { maxLength: 4 }),
  sets: fc.array(
    fc.record({
      wants: fc.uniqueArray(want, { minLength: 1, maxLength: 3 }),
      stuck: fc.boolean(),
      persons: fc.integer({ min: 1, max: 50 }),
      messages: fc.constant(0),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

/** Every subset of up to so many, one by one. */
function most(world: World, size = 3): number {
  const places = [0, 1, 2, 3, 4, 5, 6];
  const all = places
    .flatMap((a) => places.flatMap((b) => places.map((c) => [a, b, c])))
    .filter((some) => new Set(some).size <= size);
  return Math.max(...all.map((some) => personsFixed(world.sets, satisfies(world)(some))));
}

const ask = (world: World, count = 7) =>
  chooseBest({ count, sets: world.sets, satisfies: satisfies(world), most: 3 });

describe('the changes that fix most persons', () => {
  test('are as good as the best of all choices', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const choice = ask(world);
        expect(choice.exact).toBe(true);
        expect(choice.persons).toBe(most(world));
        expect(choice.bound).toBe(choice.persons);
        expect(personsFixed(world.sets, satisfies(world)(choice.initiatives))).toBe(choice.persons);
      }),
    );
  });

  test('where all choices are too many, are near the best on the whole and never above the bound', () => {
    const totals = { found: 0, best: 0 };
    for (const world of fc.sample(worlds, { numRuns: 100, seed: 7 })) {
      const idle = Array.from({ length: 60 }, () => []);
      const wide = { ...world, alone: [...world.alone, ...idle] };
      const choice = ask(wide, wide.alone.length);
      expect(choice.exact).toBe(false);
      expect(choice.persons).toBeLessThanOrEqual(choice.bound);
      totals.found += choice.persons;
      totals.best += most(world);
    }
    expect(totals.found).toBeGreaterThanOrEqual(0.98 * totals.best);
  });

  test('are the same when pairs that cannot help are not weighed', () => {
    for (const world of fc.sample(worlds, { numRuns: 100, seed: 9 })) {
      const idle = Array.from({ length: 60 }, () => []);
      const wide = { ...world, alone: [...world.alone, ...idle] };
      const related = (about: number) => [
        ...wide.alone.flatMap((wants, place) => (wants.includes(about) ? [place] : [])),
        ...wide.joint.flatMap((one) => (one.want === about ? one.pair : [])),
      ];
      const question = { count: wide.alone.length, sets: wide.sets, satisfies: satisfies(wide), most: 3 };
      expect(chooseBest({ ...question, related })).toEqual(chooseBest(question));
    }
  });

  test('fix no more than the bound says', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const supports = (want: number) => [
          ...world.alone.flatMap((wants, i) => (wants.includes(want) ? [i] : [])),
          ...world.joint.flatMap(({ pair, want: joint }) => (joint === want ? pair : [])),
        ];
        for (const size of [1, 2, 3])
          expect(coverageBound(world.sets, size, supports)).toBeGreaterThanOrEqual(most(world, size));
      }),
    );
  });

  test('keep to a budget', () => {
    const sets = [
      { wants: [0], stuck: false, persons: 9, messages: 0 },
      { wants: [1], stuck: false, persons: 5, messages: 0 },
      { wants: [2], stuck: false, persons: 5, messages: 0 },
    ];
    const question = {
      count: 3,
      sets,
      satisfies: (places: readonly number[]) => new Set(places),
      most: 2,
      budget: { costs: [8, 4, 4], most: 8 },
    };
    expect(chooseBest(question)).toMatchObject({ initiatives: [1, 2], persons: 10, exact: true });
  });

  test('leave out what adds nothing', () => {
    const sets = [{ wants: [0], stuck: false, persons: 5, messages: 0 }];
    const world = { alone: [[], [0], []], joint: [], sets };
    expect(ask(world, 3)).toMatchObject({ initiatives: [1], persons: 5 });
  });

  test('never count a person with a conflict that no inventory mends', () => {
    const sets = [{ wants: [0], stuck: true, persons: 5, messages: 0 }];
    expect(ask({ alone: [[0]], joint: [], sets }, 1)).toMatchObject({ initiatives: [], persons: 0 });
  });
});
