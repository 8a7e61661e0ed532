import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describedBy, keeperFinder, standingsOf } from '../../../src/facts/communications/fields.js';
import { follower } from '../../../src/facts/communications/knowledge.js';
import type { Keeper, Message } from '../../../src/facts/communications/read.js';
import { waysOf } from '../../../src/facts/communications/routes.js';
import { buildEcosystemGraph } from '../../../src/graph/index.js';
import type { Flow, Inventory } from '../../../src/graph/types.js';

const field = 'person.language';
const systems = ['a', 'b', 'c', 'd', 'e', 'f'];
const kinds = ['source', 'process', 'composition', 'delivery'];

interface World {
  /** From, to, whether the field goes over it. */
  readonly flows: readonly (readonly [number, number, boolean])[];
  readonly master: number;
  readonly holders: readonly number[];
  /** System of each step, in order of kinds. */
  readonly stations: readonly number[];
}

const node = fc.integer({ min: 0, max: systems.length - 1 });
const worlds: fc.Arbitrary<World> = fc.record({
  flows: fc.array(fc.tuple(node, node, fc.boolean()), { maxLength: 14 }),
  master: node,
  holders: fc.array(node, { maxLength: 2 }),
  stations: fc.tuple(node, node, node, node),
});

const flowOf = ([from, to, carries]: World['flows'][number], i: number): Flow => {
  const mapped = carries ? [field, 'document.x'] : ['document.x'];
  return {
    flowId: String(i),
    from: systems[from]!,
    to: systems[to]!,
    mechanism: 'batch',
    latency: i + 1,
    schedule: null,
    fields: mapped.map((name) => ({
      sourceField: name,
      targetField: name,
      transform: 'identity',
      valueMap: '',
      keyType: '',
    })),
    source: 1,
    row: i,
  };
};

/** How far the field gets in a world. */
function standing(world: World) {
  const keeps = (system: number, role: string): Keeper => ({
    system: systems[system]!,
    field,
    role,
    fillRate: null,
    code: 1,
  });
  const keepers = [keeps(world.master, 'masters'), ...world.holders.map((one) => keeps(one, 'holds'))];
  const inventory: Inventory = {
    systems,
    flows: world.flows.map(flowOf),
    systemFields: keepers.map(({ system, role }) => ({ systemId: system, field, role, agentCanEdit: false })),
    pointFields: [],
    mentionedFields: [field, 'document.x'],
  };
  const steps = world.stations.map((system, i) => ({
    communication: 'm',
    channel: 'post',
    ordinal: i,
    system: systems[system]!,
    kind: kinds[i]!,
    manual: false,
    code: i,
  }));
  const graph = buildEcosystemGraph(inventory, () => 0);
  const ways = waysOf(graph, inventory, steps);
  const need = { field, required: true, purpose: null, code: 1 };
  const message: Message = { id: 'm', type: 'x', deadline: null, code: 1, needs: [need] };
  const described = describedBy(inventory, keepers);
  const sources = { graph, described, follow: follower(graph, inventory), keeperOf: keeperFinder(keepers) };
  return standingsOf(sources, message, ways).find((one) => one.field === field)!;
}

/** Whether the text has the field, by letting it spread step by step. */
function spreads({ flows, master, holders, stations }: World): boolean {
  const known = new Set([master, ...holders]);
  const carrying = flows.filter(([, , carries]) => carries);
  for (let changed = true; changed; ) {
    const next = carrying.filter(([from, to]) => known.has(from) && !known.has(to));
    for (const [, to] of next) known.add(to);
    changed = next.length > 0;
  }
  const reached = (from: number, to: number, seen = new Set<number>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return carrying.some(([giver, taker]) => giver === from && reached(taker, to, seen));
  };
  const [, process, composer] = stations as [number, number, number, number];
  const direct = flows.filter(([from, to]) => from === process && to === composer);
  const joined = direct.length > 0 ? direct.some(([, , carries]) => carries) : reached(process, composer);
  const handed = process === composer || joined;
  const fed = carrying.some(([from, to]) => from === master && to === composer);
  return composer === master || holders.includes(composer) || fed || (known.has(process) && handed);
}

test('a field reaches the text where spreading it step by step gets it there', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { state } = standing(world);
      expect(state === 'reaches').toBe(spreads(world));
    }),
    { numRuns: 400 },
  );
});

test('a field on one more flow never gets less far', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), (world, pick) => {
      fc.pre(world.flows.length > 0 && standing(world).state === 'reaches');
      const place = pick % world.flows.length;
      const flows = world.flows.map(([from, to, carries], i) => [from, to, carries || i === place] as const);
      expect(standing({ ...world, flows }).state).toBe('reaches');
    }),
  );
});

test('mending the hop that is named, again and again, brings the field into the text', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      let mended = world;
      for (let times = 0; times <= kinds.length; times++) {
        const { state, last, next } = standing(mended);
        if (state !== 'stops') return;
        const hop = [systems.indexOf(last!), systems.indexOf(next!), true] as const;
        mended = { ...mended, flows: [...mended.flows, hop] };
      }
      expect(standing(mended).state).toBe('reaches');
    }),
    { numRuns: 300 },
  );
});
