import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, flowOrder } from '../../../src/map/layout/columns.js';
import { rising } from '../../../src/map/layout/heights.js';
import { layered } from '../../../src/map/layout/layered.js';

const options = { width: 100, height: (lines: number) => 40 + lines * 5, gap: { x: 50, y: 10 } };
const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    arcs: fc
      .array(
        fc.record({
          from: fc.integer({ min: 0, max: size - 1 }),
          to: fc.integer({ min: 0, max: size - 1 }),
          weight: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 16 },
      )
      .map((arcs) => arcs.filter(({ from, to }) => from !== to)),
  }),
);

describe('the layout', () => {
  test('never lets two boxes of a column touch, and keeps every box inside', () => {
    fc.assert(
      fc.property(graphs, ({ size, arcs }) => {
        const { boxes, width, height } = layered(size, arcs, options);
        for (const [i, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= -1e-6 && a.x + 100 <= width && a.y + a.height <= height + 1e-6).toBe(
            true,
          );
          for (const b of boxes.slice(i + 1))
            if (a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(10 - 1e-6);
        }
      }),
    );
  });

  test('begins every line at the side of its giver and ends it at the side of its receiver', () => {
    fc.assert(
      fc.property(graphs, ({ size, arcs }) => {
        const { boxes, routes } = layered(size, arcs, options);
        for (const [i, { from, to }] of arcs.entries())
          for (const [point, box] of [
            [routes[i]![0]!, boxes[from]!],
            [routes[i]!.at(-1)!, boxes[to]!],
          ] as const) {
            expect([box.x, box.x + 100]).toContain(point.x);
            expect(point.y > box.y && point.y < box.y + box.height).toBe(true);
          }
      }),
    );
  });

  test('puts givers left of takers where nothing runs back', () => {
    expect(
      flowOrder(3, [
        { from: 2, to: 0, weight: 1 },
        { from: 0, to: 1, weight: 1 },
      ]),
    ).toEqual([2, 0, 1]);
    const chain = [
      { from: 0, to: 1, weight: 1 },
      { from: 1, to: 2, weight: 1 },
    ];
    expect([...columnsOf(3, chain, 3)]).toEqual([0, 1, 2]);
  });
});

test('the nearest values that never fall are no worse than any others of a grid', () => {
  const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(values, (wanted) => {
      const cost = (list: readonly number[]) =>
        list.reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0);
      const found = rising(
        wanted,
        wanted.map(() => 1),
      );
      expect(found.every((value, i) => i === 0 || value >= found[i - 1]! - 1e-9)).toBe(true);
      const grid = (length: number, least: number): number[][] =>
        length === 0
          ? [[]]
          : [0, 1, 2, 3, 4]
              .filter((v) => v >= least)
              .flatMap((v) => grid(length - 1, v).map((rest) => [v, ...rest]));
      for (const other of grid(wanted.length, 0)) expect(cost(found)).toBeLessThanOrEqual(cost(other) + 1e-9);
    }),
  );
});
