import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Initiative } from '../../src/model/roadmap.js';
import { arrange } from '../../src/roadmap/arrange.js';

const initiative = (id: string, more: Partial<Initiative> = {}): Initiative => ({
  id,
  kind: 'add_flow',
  edits: [],
  systems: [],
  fields: [],
  flows: [],
  effort: 4,
  aims: [],
  dependsOn: [],
  ...more,
});

const placesOf = (ways: readonly Initiative[], others: readonly Initiative[] = []) =>
  arrange(ways, others).map(({ initiative: { id }, wave }) => `${wave} ${id}`);

describe('the waves of a plan', () => {
  test('begin anew when one is full', () => {
    const many = Array.from({ length: 9 }, (_, i) => initiative(`i${i}`));
    expect(arrange(many, []).map(({ wave }) => wave)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  test('take two lists in step, each in its own order', () => {
    const ways = ['w1', 'w2', 'w3', 'w4'].map((id) => initiative(id, { effort: 1 }));
    const others = ['o1', 'o2'].map((id) => initiative(id, { effort: 1 }));
    expect(placesOf(ways, others)).toEqual(['1 w1', '1 o1', '1 w2', '1 w3', '1 o2', '1 w4']);
  });

  test('put what is needed before what needs it', () => {
    expect(placesOf([initiative('flow', { dependsOn: ['key'] }), initiative('key')])).toEqual([
      '1 key',
      '1 flow',
    ]);
  });

  test('build before they take out: the old goes a wave after the new', () => {
    const old = initiative('old', {
      dependsOn: ['new'],
      edits: [{ remove: 'flows', where: { flow_id: 'x' } }],
    });
    expect(placesOf([old, initiative('new')])).toEqual(['1 new', '2 old']);
  });

  test('keep every initiative once, and every need before it, whatever depends on what', () => {
    const lists = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 8 }), (needs, cut) => {
        // Only later ones depend on earlier ones, so that there are no circles.
        const all = needs.map((list, i) =>
          initiative(`i${i}`, { dependsOn: list.filter((other) => other < i).map((other) => `i${other}`) }),
        );
        const placed = arrange(all.slice(cut), all.slice(0, cut));
        const order = placed.map((one) => one.initiative.id);
        expect([...order].sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { initiative: one } of placed)
          for (const need of one.dependsOn) expect(order.indexOf(need)).toBeLessThan(order.indexOf(one.id));
      }),
    );
  });
});
