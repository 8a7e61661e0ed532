import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBroken } from '../../../src/facts/observed/broken.js';
import type { Pair } from '../../../src/facts/observed/expect.js';
import { expectationOf, type Observation } from '../../../src/facts/observed/observe.js';
import { findSlow } from '../../../src/facts/observed/slow.js';
import { findUndeclared, knownOf } from '../../../src/facts/observed/undeclared.js';
import { wilson } from '../../../src/facts/observed/wilson.js';
import { buildEcosystemGraph } from '../../../src/graph/index.js';
import type { EcosystemGraph, Flow, Inventory } from '../../../src/graph/types.js';

const field = 'preference.consent.email';
const names = ['a', 'b', 'c', 'd', 'e', 'f'];

function estate(arcs: readonly (readonly [string, string])[]): {
  graph: EcosystemGraph;
  inventory: Inventory;
} {
  const flows = arcs.map(
    ([from, to], i): Flow => ({
      flowId: `${from}-${to}`,
      from,
      to,
      mechanism: 'api',
      latency: 60 + 7 * i,
      schedule: null,
      fields: [{ sourceField: field, targetField: field, transform: 'identity', valueMap: '', keyType: '' }],
      source: 1,
      row: i + 2,
    }),
  );
  const systemFields = names.map((systemId) => ({ systemId, field, role: 'collects', agentCanEdit: false }));
  const inventory = { systems: names, flows, systemFields, pointFields: [], mentionedFields: [field] };
  return { inventory, graph: buildEcosystemGraph(inventory, () => 864_000) };
}

const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to, field })));

/** What is seen between two systems when of so many changes so many arrive. */
function seen(
  graph: EcosystemGraph,
  pair: (typeof pairs)[number],
  changes: number,
  arrived: number,
): Observation {
  const { expected, way, needed } = expectationOf(graph, [], pair);
  const quarter = {
    quarter: 0,
    changes,
    arrived,
    inTime: arrived,
    turned: 0,
    firstMissed: 0,
    missed: [],
    seen: [],
  };
  return { ...pair, expected, way, needed, quarters: [quarter], already: 0, overwritten: 0 };
}

/** A tree with flows both ways: every way is the only one. */
const trees = fc.tuple(...names.slice(1).map((_, i) => fc.nat({ max: i }))).map((parents) =>
  parents.flatMap((parent, i): [string, string][] => [
    [names[parent]!, names[i + 1]!],
    [names[i + 1]!, names[parent]!],
  ]),
);

describe('the interval of a share', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [264, 369, 0.6674, 0.7591],
    [0, 0, 0, 1],
  ])('of %i in %i is %f to %f', (hits, cases, low, high) => {
    expect(wilson(hits, cases).low).toBeCloseTo(low, 4);
    expect(wilson(hits, cases).high).toBeCloseTo(high, 4);
  });

  it('holds the share, narrows with more cases, and mirrors when hits and misses change places', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 200 }), (hits, more) => {
        const cases = hits + more;
        const [once, twice, turned] = [wilson(hits, cases), wilson(2 * hits, 2 * cases), wilson(more, cases)];
        expect(once.low).toBeLessThanOrEqual(hits / cases);
        expect(once.high).toBeGreaterThanOrEqual(hits / cases);
        expect(twice.high - twice.low).toBeLessThanOrEqual(once.high - once.low);
        expect(turned.low).toBeCloseTo(1 - once.high, 10);
      }),
    );
  });
});

describe('the flow that does not deliver', () => {
  it('is the cut one, whichever it is, when all systems are seen', () => {
    fc.assert(
      fc.property(trees, fc.nat({ max: 9 }), (arcs, pick) => {
        const { graph } = estate(arcs);
        const cut = arcs[pick]!.join('-');
        const all = pairs.map((pair) => {
          const passes = graph.way(pair.from, pair.to, field)!.flows.some(({ flowId }) => flowId === cut);
          return seen(graph, pair, 12, passes ? 0 : 12);
        });
        const found = findBroken(all);
        expect(found.map(({ flow, fault }) => [flow.flowId, fault])).toEqual([[cut, 'silent']]);
      }),
    );
  });

  it('are no more flows than are cut, and explain all that is missed', () => {
    fc.assert(
      fc.property(
        trees,
        fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
        (arcs, picks) => {
          const { graph } = estate(arcs);
          const cut = picks.map((i) => arcs[i]!.join('-'));
          const isCut = (pair: (typeof pairs)[number]) =>
            graph.way(pair.from, pair.to, field)!.flows.some(({ flowId }) => cut.includes(flowId));
          const found = findBroken(pairs.map((pair) => seen(graph, pair, 12, isCut(pair) ? 0 : 12)));
          const named = found.map(({ flow }) => flow.flowId);
          expect(named.length).toBeLessThanOrEqual(cut.length);
          for (const pair of pairs.filter(isCut))
            expect(
              graph.way(pair.from, pair.to, field)!.flows.some(({ flowId }) => named.includes(flowId)),
            ).toBe(true);
        },
      ),
    );
  });

  it('is nobody when everything arrives, or too little was seen', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 0, max: 3 }), (arcs, few) => {
        const { graph } = estate(arcs);
        expect(findBroken(pairs.map((pair) => seen(graph, pair, 12, 12)))).toEqual([]);
        expect(findBroken([seen(graph, pairs[0]!, few, 0)])).toEqual([]);
      }),
    );
  });
});

describe('the flow that nobody declared', () => {
  it('is the hidden one, when times are known', () => {
    fc.assert(
      fc.property(trees, fc.nat({ max: 9 }), (arcs, pick) => {
        const whole = estate(arcs);
        const hidden = whole.inventory.flows[pick]!;
        const rest = estate(arcs.filter((_, i) => i !== pick));
        const latencies = new Map(whole.inventory.flows.map(({ flowId, latency }) => [flowId, latency]));
        const flows = rest.inventory.flows.map((one) => ({
          ...one,
          latency: latencies.get(one.flowId)! * 3600,
        }));
        const inventory = { ...rest.inventory, flows };
        const graph = buildEcosystemGraph(inventory, () => 1e9);
        const all = pairs.map((pair) => ({
          observation: seen(graph, pair, 12, 12),
          meanSeconds: whole.graph.way(pair.from, pair.to, field)!.latency! * 3600,
        }));
        const found = findUndeclared(knownOf({ graph, inventory }, []), all);
        expect(found.map(({ from, to }) => `${from}-${to}`)).toEqual([hidden.flowId]);
      }),
    );
  });
});

describe('the flow that takes longer than declared', () => {
  it('is the slow one, and none when all are in time', () => {
    fc.assert(
      fc.property(trees, fc.nat({ max: 9 }), (arcs, pick) => {
        const { graph } = estate(arcs);
        const slow = arcs[pick]!.join('-');
        const measured = (isLate: boolean) =>
          pairs.map((ends) => {
            const expectation = expectationOf(graph, [], ends);
            const late = isLate && expectation.way!.flows.some(({ flowId }) => flowId === slow) ? 11 : 0;
            const times = {
              medianSeconds: 0,
              p90Seconds: 0,
              maxSeconds: 0,
              p95Seconds: 0,
              meanSeconds: 0,
              lateAgreed: 0,
              between: 0,
            };
            const keeper = { channel_no: 1, kind: 'consent', axis: 'email', untimed: false, exact: true };
            const [from, to] = [ends.from, ends.to].map((id, i) => ({
              ...keeper,
              system_no: i,
              system_id: id,
            }));
            const pair: Pair = { field, from: from!, to: to!, expectation, dueMs: 0, lateMs: 0 };
            return { pair, lags: { ...times, arrivals: 12, late, examples: [] } };
          });
        expect(findSlow(measured(true)).map(({ flow }) => flow.flowId)).toEqual([slow]);
        expect(findSlow(measured(false))).toEqual([]);
      }),
    );
  });
});
