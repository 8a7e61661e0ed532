import fc from 'fast-check';
import type { Flow, Inventory, SystemField } from '../../src/graph/types.js';

const fields = ['a', 'a.b', 'a.c', 'd'];
const node = fc.integer({ min: 0, max: 6 }).map((i) => `s${i}`);

const flow = fc
  .record({
    from: node,
    to: node,
    latency: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    carried: fc.subarray(fields),
  })
  .map(({ from, to, latency, carried }) => ({ from, to, latency, carried }));

const systemField = fc.record({
  systemId: node,
  field: fc.constantFrom(...fields),
  role: fc.constantFrom('collects', 'holds', 'masters', 'derives', 'consumes'),
  agentCanEdit: fc.boolean(),
});

/** A flow with identity mappings of the fields. */
export const flowOf = (
  flowId: string,
  from: string,
  to: string,
  latency: number | null,
  carried: readonly string[],
): Flow => ({
  flowId,
  from,
  to,
  latency,
  schedule: null,
  mechanism: 'api',
  fields: carried.map((field) => ({
    sourceField: field,
    targetField: field,
    transform: 'identity',
    valueMap: '',
    keyType: '',
  })),
  source: 1,
  row: 2,
});

/** An inventory of these flows and roles; fields are those mentioned. */
export const inventoryOf = (
  flows: readonly Flow[],
  systemFields: readonly SystemField[] = [],
): Inventory => ({
  systems: [],
  flows,
  systemFields,
  pointFields: [],
  mentionedFields: [
    ...systemFields.map((entry) => entry.field),
    ...flows.flatMap((one) => one.fields.map((entry) => entry.sourceField)),
  ],
});

/** Small random inventories, dense enough for ties, cycles and parallel flows. */
export const inventories = fc
  .record({
    flows: fc.array(flow, { maxLength: 16 }),
    systemFields: fc.array(systemField, { maxLength: 10 }),
  })
  .map(({ flows, systemFields }) =>
    inventoryOf(
      flows.map((one, i) => flowOf(`f${i}`, one.from, one.to, one.latency, one.carried)),
      systemFields,
    ),
  );
