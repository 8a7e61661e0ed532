import { ancestry } from '../graph/index.js';
import { remember, rememberList } from '../graph/remember.js';
import type { Flow, FlowField, Inventory, PointField, SystemField } from '../graph/types.js';
import type { Config } from '../model/config.js';
import type { Query, Row } from '../store/store.js';
import { compareText } from '../text/compare.js';
import { parseDuration } from '../text/durations.js';
import { addTo } from '../text/group-by.js';

type Cell = Row[string];

/** Tables of the inventory that ways are made of, rows in order of the inputs. */
export type InventoryTables = Readonly<Record<InventoryTable, readonly Row[]>>;

/** Columns that are read of each. */
const wanted = {
  systems: ['system_id', 'lobs'],
  flows: [
    'flow_id',
    'from_system_id',
    'to_system_id',
    'mechanism',
    'latency',
    'schedule',
    'status',
    '_source',
    '_row',
  ],
  flow_fields: ['flow_id', 'source_field', 'target_field', 'transform', 'value_map', 'key_type'],
  system_fields: ['system_id', 'field', 'role', 'agent_can_edit'],
  collection_points: ['collection_point_id', 'system_id', 'offers_scopes'],
  collection_point_fields: ['collection_point_id', 'field'],
  communication_fields: ['field'],
  authorities: ['field'],
  template_supplies: ['field'],
} as const;
type InventoryTable = keyof typeof wanted;

/** Reads what the graph needs, as it stands; while one table is unpacked here, the engine reads the next. */
export async function readInventoryTables(query: Query): Promise<InventoryTables> {
  const tables = Object.entries(wanted).map(async ([name, columns]) => {
    const rows = await query.all(`SELECT ${columns.join(', ')} FROM std_${name} ORDER BY _source, _row`);
    return [name, rows] as const;
  });
  return Object.fromEntries(await Promise.all(tables)) as Partial<InventoryTables> as InventoryTables;
}

const said = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const known = (cell: Cell | undefined): string | null => (said(cell) === '' ? null : said(cell));

/** Rows sorted by columns, those that are equal in them once; equal rows keep their order. */
function distinct<T>(rows: readonly T[], keyOf: (row: T) => readonly string[]): T[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const first = new Map(keyed.reverse().map((one) => [JSON.stringify(one.key), one]));
  const order = (a: readonly string[], b: readonly string[]): number => {
    const i = a.findIndex((part, at) => part !== b[at]);
    return i < 0 ? 0 : compareText(a[i]!, b[i]!);
  };
  return [...first.values()].sort((a, b) => order(a.key, b.key)).map(({ row }) => row);
}

const mappingsByFlow = rememberList((rows: readonly Row[]) => {
  const byFlow = new Map<string, FlowField[]>();
  for (const row of rows) {
    addTo(byFlow, said(row.flow_id), toFlowField(row));
  }
  return byFlow;
});

/** Retired and planned flows are left out; a flow without status is active. */
function flowsOf({ flows, flow_fields: mappings }: InventoryTables): Flow[] {
  const byFlow = mappingsByFlow(mappings);
  return flows
    .filter(({ status }) => (known(status) ?? 'active') === 'active')
    .map(
      (row): Flow => ({
        flowId: said(row.flow_id),
        from: said(row.from_system_id),
        to: said(row.to_system_id),
        mechanism: said(row.mechanism),
        latency: parseDuration(said(row.latency)) ?? null,
        schedule: known(row.schedule),
        fields: byFlow.get(said(row.flow_id)) ?? [],
        source: Number(row._source),
        row: Number(row._row),
      }),
    )
    .sort((a, b) => compareText(a.flowId, b.flowId) || a.source - b.source || a.row - b.row);
}

const toFlowField = (row: Row): FlowField => ({
  sourceField: said(row.source_field),
  targetField: said(row.target_field),
  transform: known(row.transform) ?? 'identity',
  valueMap: said(row.value_map),
  keyType: said(row.key_type),
});

const systemFieldsOf = rememberList((rows: readonly Row[]): SystemField[] => {
  const fields = rows.map((row) => ({
    systemId: said(row.system_id),
    field: said(row.field),
    role: said(row.role),
    agentCanEdit: row.agent_can_edit === true,
  }));
  return distinct(fields, (one) => [one.systemId, one.field, one.role, String(one.agentCanEdit)]);
});

function pointFieldsOf({
  collection_points: points,
  collection_point_fields: rows,
}: InventoryTables): PointField[] {
  const systems = new Map<string, string[]>();
  for (const { collection_point_id: id, system_id: system } of points) addTo(systems, said(id), said(system));
  const fields = rows.flatMap(({ collection_point_id: id, field }) =>
    (systems.get(said(id)) ?? []).map((systemId) => ({ pointId: said(id), systemId, field: said(field) })),
  );
  return distinct(fields, (one) => [one.pointId, one.systemId, one.field]);
}

const fieldsIn = rememberList((rows: readonly Row[]) => new Set(rows.map(({ field }) => said(field))));
const mappedIn = rememberList(
  (rows: readonly Row[]) => new Set(rows.flatMap((row) => [said(row.source_field), said(row.target_field)])),
);

function mentionedIn(tables: InventoryTables): string[] {
  const fields = [
    fieldsIn(tables.system_fields),
    fieldsIn(tables.communication_fields),
    fieldsIn(tables.collection_point_fields),
    fieldsIn(tables.authorities),
    fieldsIn(tables.template_supplies),
    mappedIn(tables.flow_fields),
  ].flatMap((known) => [...known]);
  return [...new Set(fields)].filter((field) => field !== '').sort(compareText);
}

const idsOf = rememberList((rows: readonly Row[]) =>
  distinct(
    rows.map(({ system_id: id }) => said(id)),
    (id) => [id],
  ),
);

/** The inventory as the graph needs it. */
export const inventoryOf = (tables: InventoryTables): Inventory => ({
  systems: idsOf(tables.systems),
  flows: flowsOf(tables),
  systemFields: systemFieldsOf(tables.system_fields),
  pointFields: pointFieldsOf(tables),
  mentionedFields: mentionedIn(tables),
});

/** Reads the inventory as the graph needs it. */
export const readInventory = async (query: Query): Promise<Inventory> =>
  inventoryOf(await readInventoryTables(query));

/** The agreed time of a field in seconds: the exception with the longest matching path, else the general one. */
export function agreedSeconds(config: Config): (field: string) => number {
  const general = parseDuration(config.agreed_time) ?? 0;
  const exceptions = new Map(
    (config.agreed_times ?? []).map(({ field, time }) => [field, parseDuration(time) ?? general]),
  );
  return remember((field: string) => {
    const path = ancestry(field).find((step) => exceptions.has(step));
    return path === undefined ? general : exceptions.get(path)!;
  });
}
