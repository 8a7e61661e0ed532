import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEcosystemGraph } from '../../src/graph/index.js';
import type { Flow, Inventory } from '../../src/graph/types.js';
import { inventories } from './random.js';

const build = (inventory: Inventory) => buildEcosystemGraph(inventory, () => 5);
const fields = fc.constantFrom('a.b', 'd');
const seconds = (graph: ReturnType<typeof build>, from: string, to: string, field: string): number =>
  graph.way(from, to, field)?.flows.reduce((sum, flow) => sum + (flow.latency ?? 0), 0) ??
  Number.POSITIVE_INFINITY;

test('a flow more makes no way slower, parts nobody, and adds no group of collectors', () => {
  fc.assert(
    fc.property(inventories, fields, (inventory, field) => {
      const less = build({ ...inventory, flows: inventory.flows.slice(0, -1) });
      const more = build(inventory);
      for (const from of less.systems)
        for (const to of less.systems) {
          expect(seconds(more, from, to, field)).toBeLessThanOrEqual(seconds(less, from, to, field));
          if (less.reaches(from, to, field)) expect(more.reaches(from, to, field)).toBe(true);
        }
      if (less.systems.length === more.systems.length)
        expect(more.sources(field).length).toBeLessThanOrEqual(less.sources(field).length);
    }),
    { numRuns: 100 },
  );
});

test('turning every flow round turns every way and what it passes', () => {
  const turn = (flow: Flow): Flow => ({ ...flow, from: flow.to, to: flow.from });
  fc.assert(
    fc.property(inventories, fields, (inventory, field) => {
      const graph = build(inventory);
      const turned = build({ ...inventory, flows: inventory.flows.map(turn) });
      for (const from of graph.systems)
        for (const to of graph.systems) {
          expect(seconds(turned, to, from, field)).toBe(seconds(graph, from, to, field));
          expect([...turned.passes(to, from, field)].reverse()).toEqual([...graph.passes(from, to, field)]);
        }
    }),
    { numRuns: 100 },
  );
});

test('a slower flow makes no way quicker', () => {
  const slow = (flow: Flow, i: number): Flow =>
    i === 0 && flow.latency !== null ? { ...flow, latency: flow.latency + 3 } : flow;
  fc.assert(
    fc.property(inventories, fields, (inventory, field) => {
      const graph = build(inventory);
      const slower = build({ ...inventory, flows: inventory.flows.map(slow) });
      for (const from of graph.systems)
        for (const to of graph.systems)
          expect(seconds(slower, from, to, field)).toBeGreaterThanOrEqual(seconds(graph, from, to, field));
    }),
    { numRuns: 100 },
  );
});
