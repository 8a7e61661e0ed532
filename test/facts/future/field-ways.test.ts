import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editTables } from '../../../src/facts/future/edit-tables.js';
import { type FieldFutures, futuresOf } from '../../../src/facts/future/field-ways.js';
import { joinFutures } from '../../../src/facts/future/flows-with.js';
import { createSupports, inCompany } from '../../../src/facts/future/supports.js';
import {
  areApart,
  rowsByName,
  type Touched,
  touchedBy,
  touchingField,
} from '../../../src/facts/future/touched.js';
import type { InventoryTables } from '../../../src/facts/inventory.js';
import { waysOf } from '../../../src/facts/read-ways.js';
import { keysOf } from '../../../src/graph/mappings.js';
import type { Way } from '../../../src/graph/types.js';
import type { Edit } from '../../../src/model/edit.js';
import type { Row } from '../../../src/store/store.js';
import { configWith } from '../context.js';

const systems = ['a', 'b', 'c', 'd'];
const fields = ['preference', 'preference.delivery', 'preference.consent', 'key.email', 'contact'];
const system = fc.constantFrom(...systems);
const field = fc.constantFrom(...fields);
const latency = fc.constantFrom('PT1H', 'PT2H', 'P3D', null);
const status = fc.constantFrom('active', 'retired', null);
const id = fc.integer({ min: 0, max: 5 }).map((i) => `f${i}`);

const flowRow = fc.record({ flow_id: id, from_system_id: system, to_system_id: system, latency, status });
const mapping = fc.record({
  flow_id: id,
  source_field: field,
  target_field: field,
  transform: fc.constantFrom('identity', 'invert'),
});
const role = fc.record({
  system_id: system,
  field,
  role: fc.constantFrom('holds', 'collects', 'masters'),
  agent_can_edit: fc.boolean(),
});
const point = fc.record({ collection_point_id: fc.constantFrom('p', 'q'), system_id: system });
const asked = fc.record({ collection_point_id: fc.constantFrom('p', 'q'), field });
const placed = (rows: readonly Row[]): Row[] => rows.map((row, i) => ({ ...row, _source: 0, _row: i + 2 }));
const listOf = (row: fc.Arbitrary<Row>, maxLength: number) => fc.array(row, { maxLength }).map(placed);

const inventories: fc.Arbitrary<InventoryTables> = fc.record({
  systems: fc.constant(placed(systems.map((system_id) => ({ system_id })))),
  flows: listOf(flowRow, 8),
  flow_fields: listOf(mapping, 12),
  system_fields: listOf(role, 8),
  collection_points: listOf(point, 2),
  collection_point_fields: listOf(asked, 3),
  communication_fields: fc.constant([]),
  authorities: fc.constant([]),
  template_supplies: fc.constant([]),
});

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ add: fc.constant('flows'), row: flowRow }),
  fc.record({ add: fc.constant('flow_fields'), row: mapping }),
  fc.record({ add: fc.constant('system_fields'), row: role }),
  fc.record({ set: fc.constant('flows'), where: fc.record({ flow_id: id }), to: fc.record({ latency }) }),
  fc.record({
    set: fc.constant('flow_fields'),
    where: fc.record({ source_field: field }),
    to: fc.constant({ transform: 'identity' }),
  }),
  fc.record({
    set: fc.constant('system_fields'),
    where: fc.record({ field }),
    to: fc.constant({ role: 'holds' }),
  }),
  fc.record({ remove: fc.constant('flows'), where: fc.record({ from_system_id: system }) }),
  fc.record({ remove: fc.constant('collection_points'), where: fc.record({ system_id: system }) }),
  fc.record({ remove: fc.constant('collection_point_fields'), where: fc.record({ field }) }),
);

type WayOf = (from: string, to: string) => Way | undefined;

const waysBy = (wayOf: WayOf) =>
  systems.flatMap((from) =>
    systems.map((to) => {
      const way = wayOf(from, to);
      return way && { latency: way.latency, flows: way.flows.map(({ flowId }) => flowId) };
    }),
  );

const place = (from: string, to: string): number =>
  systems.indexOf(from) * systems.length + systems.indexOf(to);

interface Change {
  readonly list: readonly Edit[];
  readonly touched: Touched;
}

/** The future with these changes, all at once. */
const futureOf = ({ today, changed }: FieldFutures, some: readonly Change[]) =>
  changed(
    today,
    some.flatMap(({ list }) => list),
    some.map(({ touched }) => touched),
  );

const lists = fc.array(fc.array(edits, { maxLength: 2 }), { maxLength: 3 });

test.each(['preference.delivery', 'preference.consent.sms'])(
  'the ways of %s in a future are those of the whole inventory with the edits',
  (about) => {
    fc.assert(
      fc.property(inventories, lists, (tables, several) => {
        const index = rowsByName(tables);
        const all = several.map((list) => ({ list, touched: touchedBy(list, index) }));
        const touching = touchingField(about)(all);
        const found = futureOf(futuresOf(waysOf(tables, configWith()), index, about, systems), touching);
        const { graph, inventory } = waysOf(editTables(tables, several.flat()), configWith());
        expect(waysBy(found.way)).toEqual(waysBy((from, to) => graph.way(from, to, about)));
        expect([...found.collectors].sort()).toEqual(graph.collectors(about));
        expect(systems.map(found.keys)).toEqual(systems.map((one) => keysOf(inventory, one)));
      }),
      { numRuns: 100 },
    );
  },
);

/** The future to which each change is added in turn, and the one before the last. */
function inSteps({ today, changed }: FieldFutures, some: readonly Change[]) {
  let [before, now] = [today, today];
  some.forEach(({ touched }, last) => {
    const done = some.slice(0, last + 1);
    const fresh = touched.wide ? done.map((one) => one.touched) : [touched];
    const next = changed(
      now,
      done.flatMap(({ list }) => list),
      fresh,
    );
    [before, now] = [now, next];
  });
  return { before, now };
}

test('changes that come one after the other make what they make at once', () => {
  const about = 'preference.delivery';
  fc.assert(
    fc.property(inventories, lists, (tables, several) => {
      const index = rowsByName(tables);
      const futures = futuresOf(waysOf(tables, configWith()), index, about, systems);
      const touching = touchingField(about)(
        several.map((list) => ({ list, touched: touchedBy(list, index) })),
      );
      const [{ before, now }, whole] = [inSteps(futures, touching), futureOf(futures, touching)];
      expect(waysBy(now.way)).toEqual(waysBy(whole.way));
      expect([...now.collectors].sort()).toEqual([...whole.collectors].sort());
      expect(systems.map(now.keys)).toEqual(systems.map(whole.keys));
      for (const from of systems)
        for (const to of systems.filter((one) => one !== from && !now.movedFrom(from)?.(one)))
          expect(now.way(from, to)).toEqual(before.way(from, to));
    }),
    { numRuns: 300 },
  );
});

/** Changes of flows that are named, and of nothing else. */
const changesOf = (...ids: readonly string[]) => {
  const flow_id = fc.constantFrom(...ids);
  const source_field = fc.constant('preference.delivery');
  return fc.array(
    fc.oneof(
      fc.record({ add: fc.constant('flows'), row: flowRow }).map((edit): Edit => {
        return { ...edit, row: { ...edit.row, flow_id: ids[0]! } };
      }),
      fc.record({
        add: fc.constant('flow_fields'),
        row: fc.record({
          flow_id,
          source_field,
          target_field: source_field,
          transform: fc.constant('invert'),
        }),
      }),
      fc.record({ set: fc.constant('flows'), where: fc.record({ flow_id }), to: fc.record({ latency }) }),
      fc.record({ remove: fc.constant('flows'), where: fc.record({ flow_id }) }),
    ),
    { minLength: 1, maxLength: 3 },
  );
};

test('two changes that are apart make together what they make at once, and where it is said so what one makes alone', () => {
  const about = 'preference.delivery';
  let besides = 0;
  fc.assert(
    fc.property(
      inventories,
      changesOf('f0', 'f1', 'f2'),
      changesOf('f3', 'f4', 'f5'),
      (tables, some, others) => {
        const index = rowsByName(tables);
        const futures = futuresOf(waysOf(tables, configWith()), index, about, systems);
        const [one, last] = [some, others].map((list) => ({ list, touched: touchedBy(list, index) }));
        expect(areApart(one!.touched, last!.touched)).toBe(true);
        const [before, beside] = [futureOf(futures, [one!]), futureOf(futures, [last!])];
        const [found, whole] = [joinFutures(before, beside), futureOf(futures, [one!, last!])];
        expect(waysBy(found.way)).toEqual(waysBy(whole.way));
        for (const from of systems)
          for (const to of systems.filter((other) => other !== from)) {
            if (found.asBeside(from)) expect(found.way(from, to)).toEqual(beside.way(from, to));
            else if (!found.movedFrom(from)?.(to)) expect(found.way(from, to)).toEqual(before.way(from, to));
            if (found.asBeside(from)) besides++;
          }
      },
    ),
    { numRuns: 400 },
  );
  expect(besides).toBeGreaterThan(50);
});

test('what is not said to have moved is as it was', () => {
  const about = 'preference.delivery';
  fc.assert(
    fc.property(inventories, lists, (tables, several) => {
      const index = rowsByName(tables);
      const futures = futuresOf(waysOf(tables, configWith()), index, about, systems);
      const all = several.map((list) => ({ list, touched: touchedBy(list, index) }));
      const { today } = futures;
      const found = futureOf(futures, touchingField(about)(all));
      const placesOf = ({ way, keys, collectors }: typeof found) =>
        systems.flatMap((from) =>
          systems
            .filter((to) => from !== to && !found.movedFrom(from)?.(to))
            .map((to) => ({ way: way(from, to), keys: keys(to), collects: collectors.has(to) })),
        );
      expect(placesOf(found)).toEqual(placesOf(today));
    }),
    { numRuns: 150 },
  );
});

test('changes that do not matter to a way leave it as it is, in any company', () => {
  const about = 'preference.delivery';
  const most = 7200;
  const chosen = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(inventories, lists, chosen, system, system, (tables, several, taken, from, to) => {
      const index = rowsByName(tables);
      const futures = futuresOf(waysOf(tables, configWith()), index, about, systems);
      const all = several.map((list) => ({ list, touched: touchedBy(list, index) }));
      const askFor = (some: typeof all) => futureOf(futures, some);
      const touching = touchingField(about)(all);
      const changes = touching.map((one) => askFor([one]).change);
      const together = askFor(touching);
      const related = inCompany(changes, together.change);
      const matters = createSupports(related, askFor([]).flows, together.flows, systems);
      const support = matters(from, to, most);
      const company = touching.filter((_, i) => taken[i]);
      const more = touching.filter((_, i) => taken[i] || !support.includes(i));
      const within = (way: Way | undefined) => (way && (way.latency ?? 0) <= most ? way : undefined);
      const wayWith = (some: typeof all) => waysBy((a, b) => within(askFor(some).way(a, b)))[place(from, to)];
      expect(wayWith(more)).toEqual(wayWith(company));
    }),
    { numRuns: 300 },
  );
});
