import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEcosystemGraph } from '../../src/graph/index.js';
import type { Inventory } from '../../src/graph/types.js';
import { flowOf, inventories, inventoryOf } from './random.js';

const build = (inventory: Inventory) => buildEcosystemGraph(inventory, () => 10);
const without = (inventory: Inventory, system: string): Inventory => ({
  ...inventory,
  flows: inventory.flows.filter((flow) => flow.from !== system && flow.to !== system),
});

test('a system is passed by every way exactly when there is no way without it', () => {
  fc.assert(
    fc.property(inventories, fc.constantFrom(undefined, 'a.b', 'd'), (inventory, field) => {
      const graph = build(inventory);
      for (const from of graph.systems)
        for (const to of graph.systems.filter((system) => system !== from)) {
          const cut = graph.systems
            .filter((system) => system !== from && system !== to && graph.reaches(from, to, field))
            .filter((system) => !build(without(inventory, system)).reaches(from, to, field));
          expect([...graph.passes(from, to, field)].sort()).toEqual(cut.sort());
        }
    }),
    { numRuns: 150 },
  );
});

test('the systems on every way come in the order of the way', () => {
  const flows = [
    flowOf('1', 'a', 'z', 1, []),
    flowOf('2', 'z', 'm', 1, []),
    flowOf('3', 'm', 'k', 1, []),
    flowOf('4', 'm', 'l', 1, []),
    flowOf('5', 'k', 'b', 1, []),
    flowOf('6', 'l', 'b', 1, []),
  ];
  const graph = build(inventoryOf(flows));
  expect(graph.passes('a', 'b')).toEqual(['z', 'm']);
  expect(graph.passes('b', 'a')).toEqual([]);
  expect(graph.passes('a', 'a')).toEqual([]);
  expect(graph.passes('a', 'nowhere')).toEqual([]);
});
