import { covers } from '../../graph/index.js';
import { keysOf, mappingOf } from '../../graph/mappings.js';
import { packing } from '../../graph/network.js';
import { remember } from '../../graph/remember.js';
import { rolesOf } from '../../graph/roles.js';
import { arcsTo, search } from '../../graph/search.js';
import type { Flow, Inventory, Way } from '../../graph/types.js';
import type { Edit } from '../../model/edit.js';
import type { Row } from '../../store/store.js';
import { compareText } from '../../text/compare.js';
import { type InventoryTables, inventoryOf } from '../inventory.js';
import type { Ways } from '../read-ways.js';
import { editTables } from './edit-tables.js';
import type { FlowChange } from './supports.js';
import type { RowsByName, Touched } from './touched.js';

/** The ways of one field in a future. */
export interface FieldWays {
  /** Quickest way; undefined when there is none. */
  readonly way: (from: string, to: string) => Way | undefined;
  /** Systems where the field is changed. */
  readonly collectors: ReadonlySet<string>;
  /** Keys by which a system can attach values, as field paths. */
  readonly keys: (system: string) => readonly string[];
  /** All flows that carry the field, and of those that edits touch what they were and are. */
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

const latencyOf = (flows: readonly Flow[]): number | null =>
  flows.reduce<number | null>(
    (sum, { latency }) => (sum === null || latency === null ? null : sum + latency),
    0,
  );

/** Ways over flows that all carry the field; unknown latencies count as none, as in the graph of an inventory. */
function waysOver(flows: readonly Flow[], ends: readonly string[]): FieldWays['way'] {
  const nodes = [...new Set([...ends, ...flows.flatMap(({ from, to }) => [from, to])])].sort(compareText);
  const place = new Map(nodes.map((node, i) => [node, i]));
  const adjacency = packing(nodes, flows)(flows.map((_, i) => i));
  const searched = remember((from: number) => search(adjacency, from));
  return (from, to) => {
    const [source, target] = [place.get(from), place.get(to)];
    if (source === undefined || target === undefined) return undefined;
    const taken = arcsTo(adjacency, searched(source), target)?.map((arc) => flows[adjacency.flow[arc]!]!);
    return (
      taken && { latency: latencyOf(taken), systems: [from, ...taken.map((flow) => flow.to)], flows: taken }
    );
  };
}

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
 * Asks many futures of the ways of one field. Only flows that edits touch are made anew from their rows; `ends` are
 * systems that are asked for. Gives what the graph of the whole inventory with these edits would.
 */
export function futureOf(
  { inventory, graph }: Ways,
  index: RowsByName,
  field: string,
  ends: readonly string[],
): AskFuture {
  const base = graph.network(field).carrying.map((i) => inventory.flows[i]!);
  const rows = roleRows(index.tables, field);
  const today = rolesIn(inventoryOf({ ...none, ...rows }), field);
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
    return {
      way: waysOver(flows, ends),
      flows,
      change: { before: base.filter(({ flowId }) => ids.has(flowId)), after: carrying },
      ...(hasRoles ? rolesIn(edited, field) : today),
    };
  };
}
