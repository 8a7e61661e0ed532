import { covers } from '../../graph/index.js';
import { keysOf, mappingOf } from '../../graph/mappings.js';
import { preferred } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { rolesOf } from '../../graph/roles.js';
import type { Flow, Inventory, Way } from '../../graph/types.js';
import type { Edit } from '../../model/edit.js';
import type { Row } from '../../store/store.js';
import { type InventoryTables, inventoryOf } from '../inventory.js';
import type { Ways } from '../read-ways.js';
import { editTables } from './edit-tables.js';
import type { FlowChange } from './supports.js';
import type { RowsByName, Touched } from './touched.js';
import { isMovable, movedBetween, nodesOf, waysOver } from './way-trees.js';

/** The ways of one field in a future. */
export interface FieldWays {
  /** Quickest way; undefined when there is none. */
  readonly way: (from: string, to: string) => Way | undefined;
  /** From a system: whether its way to another, or what that one does with the field, can differ from today. */
  readonly movedFrom: (from: string) => (to: string) => boolean;
  /** Systems where the field is changed. */
  readonly collectors: ReadonlySet<string>;
  /** Keys by which a system can attach values, as field paths. */
  readonly keys: (system: string) => readonly string[];
  /** All flows that carry the field, and those that edits touch. */
  readonly flows: readonly Flow[];
  readonly change: FlowChange;
}

/** The ways of a field with edits that touch this much. */
export type AskFuture = (edits: readonly Edit[], touched: readonly Touched[]) => FieldWays;

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

/** Makes a thing once, when it is first asked for. */
const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/**
 * Asks many futures of the ways of one field. Only flows that edits touch are made anew from their rows, and only ways
 * from where these can matter are searched anew; `ends` are systems that are asked for. Gives what the graph of the
 * whole inventory with these edits would.
 */
export function futureOf(
  { inventory, graph }: Ways,
  index: RowsByName,
  field: string,
  ends: readonly string[],
): AskFuture {
  // In the order they are packed in, so that those of a future are nearly in order.
  const base = graph
    .network(field)
    .carrying.map((i) => inventory.flows[i]!)
    .sort(preferred);
  const rows = roleRows(index.tables, field);
  const today = rolesIn(inventoryOf({ ...none, ...rows }), field);
  const ways = waysOver(base, nodesOf([...graph.systems, ...ends]));
  return (edits, touched) => {
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
    const carrying = edited.flows.filter((flow) => mappingOf(flow, field) !== undefined);
    const flows = [...base.filter(({ flowId }) => !ids.has(flowId)), ...carrying];
    const before = base.filter(({ flowId }) => ids.has(flowId));
    const change = { ids, before, after: carrying, named: edited.flows };
    const anew = once(() => waysOver(flows, ways.nodes));
    const canMove = remember((from: string) => isMovable(ways, from, change));
    const isHeld = (to: string) => touched.some(({ holders }) => holders.has(to));
    return {
      way: (from, to) => (canMove(from) ? anew() : ways).way(from, to),
      movedFrom: (from) => {
        const isMoved = canMove(from) ? movedBetween(ways, anew(), from) : () => false;
        return hasRoles ? (to) => isHeld(to) || isMoved(to) : isMoved;
      },
      flows,
      change,
      ...(hasRoles ? rolesIn(edited, field) : today),
    };
  };
}
