import { covers } from '../../graph/index.js';
import { keysOf, mappingOf } from '../../graph/mappings.js';
import { preferred } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { rolesOf } from '../../graph/roles.js';
import type { Inventory } from '../../graph/types.js';
import type { Edit } from '../../model/edit.js';
import type { Row } from '../../store/store.js';
import { type InventoryTables, inventoryOf } from '../inventory.js';
import type { Ways } from '../read-ways.js';
import { editTables } from './edit-tables.js';
import { type FieldWays, flowsWith } from './flows-with.js';
import type { RowsByName, Touched } from './touched.js';
import { nodesOf, waysOver } from './way-trees.js';

/**
 * The ways of a field where more is changed than in a future before. `edits` are all since today; those that are new touch
 * this much, also of what the others had changed.
 */
export type ChangeFuture = (
  before: FieldWays,
  edits: readonly Edit[],
  touched: readonly Touched[],
) => FieldWays;

/** The ways of a field today, and as they can become. */
export interface FieldFutures {
  readonly today: FieldWays;
  readonly changed: ChangeFuture;
}

const none: InventoryTables = {
  systems: [],
  flows: [],
  flow_fields: [],
  system_fields: [],
  collection_points: [],
  collection_point_fields: [],
  communication_fields: [],
  authorities: [],
  template_supplies: [],
};

/** Rows of the inventory that say who changes a field, and by which keys systems attach values. */
function roleRows(
  { system_fields, collection_points, collection_point_fields }: InventoryTables,
  field: string,
) {
  const isAbout = (row: Row) => covers(String(row.field), field) || covers('key', String(row.field));
  const asked = collection_point_fields.filter(isAbout);
  const ids = new Set(asked.map((row) => row.collection_point_id));
  return {
    system_fields: system_fields.filter(isAbout),
    collection_point_fields: asked,
    collection_points: collection_points.filter((row) => ids.has(row.collection_point_id)),
  };
}

const rolesIn = (inventory: Inventory, field: string) => ({
  collectors: new Set(rolesOf(inventory, field).collectors),
  keys: remember((system: string) => keysOf(inventory, system)),
});

/**
 * Asks many futures of the ways of one field. Only flows that edits touch are made anew from their rows, and only ways
 * from where these can matter are searched anew; `ends` are systems that are asked for. Gives what the graph of the
 * whole inventory with these edits would.
 */
export function futuresOf(
  { inventory, graph }: Ways,
  index: RowsByName,
  field: string,
  ends: readonly string[],
): FieldFutures {
  // In the order they are packed in, so that those of a future are nearly in order.
  const base = graph
    .network(field)
    .carrying.map((i) => inventory.flows[i]!)
    .sort(preferred);
  const rows = roleRows(index.tables, field);
  const trees = waysOver(base, nodesOf([...graph.systems, ...ends]));
  const today: FieldWays = {
    way: (from, to) => trees.from(from)?.way(to),
    trees,
    movedFrom: () => undefined,
    asBeside: () => false,
    flows: base,
    change: { ids: new Set(), before: [], after: [], named: [] },
    ...rolesIn(inventoryOf({ ...none, ...rows }), field),
  };
  const changed: ChangeFuture = (before, edits, touched) => {
    const ids = new Set(touched.flatMap(({ flows }) => [...flows]));
    const own = (groups: ReadonlyMap<string, readonly Row[]>) =>
      [...ids].flatMap((id) => groups.get(id) ?? []);
    const hasRoles = touched.some(({ held }) => held.size > 0);
    const edited = inventoryOf(
      editTables(
        { ...none, flows: own(index.flows), flow_fields: own(index.mappings), ...(hasRoles && rows) },
        edits,
      ),
    );
    const named = edited.flows.filter(({ flowId }) => ids.has(flowId));
    const after = named.filter((flow) => mappingOf(flow, field) !== undefined);
    const change = { ids, before: before.flows.filter(({ flowId }) => ids.has(flowId)), after, named };
    const ways = flowsWith(before, change);
    if (!hasRoles) return { ...before, ...ways };
    const isHeld = (to: string) => touched.some(({ holders }) => holders.has(to));
    return {
      ...ways,
      movedFrom: (system) => {
        const isMoved = ways.movedFrom(system);
        return (to) => isHeld(to) || isMoved?.(to) === true;
      },
      ...rolesIn(edited, field),
    };
  };
  return { today, changed };
}
