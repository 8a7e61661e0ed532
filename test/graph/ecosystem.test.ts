import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEcosystemGraph, byCodeUnit, covers } from '../../src/graph/index.js';
import type { Flow, Inventory } from '../../src/graph/types.js';
import { flowOf, inventories, inventoryOf } from './random.js';

const build = (inventory: Inventory) => buildEcosystemGraph(inventory, () => 10);
const carries = (flow: Flow, field?: string) =>
  field === undefined || flow.fields.some((entry) => covers(entry.sourceField, field));

type Rank = readonly [seconds: number, hops: number, reversed: string];
const compare = (a: Rank, b: Rank) => a[0] - b[0] || a[1] - b[1] || byCodeUnit(a[2], b[2]);

/** Every simple way by enumeration, the best first by seconds, hops, and systems read backwards. */
function bestByEnumeration(flows: readonly Flow[], from: string, to: string): Rank | undefined {
  const found: Rank[] = [];
  const walk = (systems: string[], seconds: number) => {
    const here = systems.at(-1)!;
    if (here === to) found.push([seconds, systems.length - 1, [...systems].reverse().join('|')]);
    else
      for (const flow of flows)
        if (flow.from === here && !systems.includes(flow.to))
          walk([...systems, flow.to], seconds + (flow.latency ?? 0));
  };
  walk([from], 0);
  return found.sort(compare)[0];
}

test('the quickest way is the best of all ways, ties by hops and then by systems', () => {
  fc.assert(
    fc.property(inventories, fc.constantFrom(undefined, 'a.b', 'd'), (inventory, field) => {
      const graph = build(inventory);
      const flows = inventory.flows.filter((flow) => carries(flow, field));
      for (const from of graph.systems)
        for (const to of graph.systems) {
          const way = graph.way(from, to, field);
          const seconds = way?.flows.reduce((sum, flow) => sum + (flow.latency ?? 0), 0) ?? 0;
          const rank = way && [seconds, way.flows.length, [...way.systems].reverse().join('|')];
          expect(rank).toEqual(bestByEnumeration(flows, from, to));
        }
    }),
    { numRuns: 150 },
  );
});

/** Of every simple way how many flows leave the field out and how many flows there are, the best first. */
function fewestByEnumeration(flows: readonly Flow[], ends: readonly [string, string], field: string) {
  const found: [missing: number, hops: number][] = [];
  const walk = (systems: readonly string[], missing: number) => {
    const here = systems.at(-1)!;
    if (here === ends[1]) found.push([missing, systems.length - 1]);
    else
      for (const flow of flows)
        if (flow.from === here && !systems.includes(flow.to))
          walk([...systems, flow.to], missing + (carries(flow, field) ? 0 : 1));
  };
  walk([ends[0]], 0);
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1])[0];
}

test('the nearest way is that on which the fewest flows leave the field out, then the shortest', () => {
  fc.assert(
    fc.property(inventories, fc.constantFrom('a.b', 'd'), (inventory, field) => {
      const graph = build(inventory);
      for (const from of graph.systems)
        for (const to of graph.systems) {
          const way = graph.nearest(from, to, field);
          const missing = way?.flows.filter((flow) => !carries(flow, field)).length;
          expect(way && [missing, way.flows.length]).toEqual(
            fewestByEnumeration(inventory.flows, [from, to], field),
          );
        }
    }),
    { numRuns: 150 },
  );
});

/** Reachability by Floyd and Warshall. */
function closure(systems: readonly string[], flows: readonly Flow[]): (u: string, v: string) => boolean {
  const linked = new Set(flows.map((flow) => `${flow.from}>${flow.to}`));
  for (const s of systems) linked.add(`${s}>${s}`);
  for (const k of systems)
    for (const i of systems)
      for (const j of systems)
        if (linked.has(`${i}>${k}`) && linked.has(`${k}>${j}`)) linked.add(`${i}>${j}`);
  return (u, v) => linked.has(`${u}>${v}`);
}

test('source groups are the collecting systems that exchange a field and that no other collector feeds', () => {
  fc.assert(
    fc.property(inventories, fc.constantFrom('a.b', 'a.c', 'd'), (inventory, field) => {
      const graph = build(inventory);
      const reaches = closure(
        graph.systems,
        inventory.flows.filter((flow) => carries(flow, field)),
      );
      const members = graph.collectors(field);
      const groups = members
        .filter((v) => members.every((u) => !reaches(u, v) || reaches(v, u)))
        .map((v) => members.filter((u) => reaches(u, v) && reaches(v, u)).join('|'));
      expect(graph.sources(field).map((group) => group.join('|'))).toEqual([...new Set(groups)]);
      for (const u of graph.systems)
        for (const v of graph.systems) expect(graph.reaches(u, v, field)).toBe(reaches(u, v));
    }),
  );
});

test('the answer does not depend on the order of the inventory', () => {
  fc.assert(
    fc.property(inventories, (inventory) => {
      const graph = build(inventory);
      const turned = build({ ...inventory, flows: [...inventory.flows].reverse() });
      for (const from of graph.systems)
        for (const to of graph.systems) expect(turned.way(from, to)).toEqual(graph.way(from, to));
    }),
  );
});

test('a way over a flow without latency has no latency', () => {
  const graph = build(inventoryOf([flowOf('f1', 'a', 'b', 5, ['x']), flowOf('f2', 'b', 'c', null, ['x'])]));
  expect(graph.way('a', 'b', 'x')?.latency).toBe(5);
  expect(graph.way('a', 'c', 'x')?.latency).toBeNull();
});

test('of parallel flows the quicker is taken, and a stated latency before an unknown one', () => {
  const flows = [
    flowOf('f1', 'a', 'b', 9, ['x']),
    flowOf('f2', 'a', 'b', 3, ['x']),
    flowOf('f3', 'b', 'c', null, ['x']),
    flowOf('f4', 'b', 'c', 0, ['x']),
  ];
  const way = build(inventoryOf(flows)).way('a', 'c');
  expect(way?.flows.map((flow) => flow.flowId)).toEqual(['f2', 'f4']);
});

test('a flow mapped for a parent carries its children, and a renaming flow carries neither name', () => {
  const renaming = { ...flowOf('f2', 'b', 'c', 1, ['contact']) };
  const fields = renaming.fields.map((entry) => ({ ...entry, targetField: 'address' }));
  const graph = build(inventoryOf([flowOf('f1', 'a', 'b', 1, ['contact']), { ...renaming, fields }]));
  expect(graph.reaches('a', 'b', 'contact.email')).toBe(true);
  expect(graph.reaches('a', 'b', 'contacts')).toBe(false);
  expect(graph.reaches('b', 'c', 'contact.email')).toBe(false);
  expect(graph.reaches('a', 'c')).toBe(true);
});

test('a system reaches itself at once, and an unknown system nothing', () => {
  const graph = build(inventoryOf([flowOf('f1', 'a', 'b', 1, ['x'])]));
  expect(graph.way('a', 'a', 'x')).toEqual({ latency: 0, systems: ['a'], flows: [] });
  expect(graph.way('a', 'nowhere')).toBeUndefined();
  expect(graph.reaches('nowhere', 'a')).toBe(false);
});

test('roles follow the field tree: a parent speaks for its children, a point makes a holder and a collector', () => {
  const role = (systemId: string, field: string, name: string, agentCanEdit = false) => ({
    systemId,
    field,
    role: name,
    agentCanEdit,
  });
  const graph = build({
    ...inventoryOf(
      [],
      [
        role('crm', 'contact', 'collects'),
        role('core', 'contact.email', 'masters'),
        role('desk', 'contact.email', 'consumes', true),
        role('mail', 'contact.email', 'consumes'),
      ],
    ),
    pointFields: [{ pointId: 'form', systemId: 'web', field: 'contact.email' }],
  });
  expect(graph.fields).toEqual(['contact.email']);
  expect(graph.collectors('contact.email')).toEqual(['crm', 'desk', 'web']);
  expect(graph.holders('contact.email')).toEqual(['core', 'crm', 'web']);
  expect(graph.masters('contact.email')).toEqual(['core']);
});
