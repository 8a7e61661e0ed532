import { ancestry } from '../graph/index.js';
import type { Flow, FlowField, Inventory, PointField, SystemField } from '../graph/types.js';
import type { Config } from '../model/config.js';
import type { Query } from '../store/store.js';
import { parseDuration } from '../text/durations.js';

type FlowRow = {
  flow_id: string;
  from_system_id: string;
  to_system_id: string;
  mechanism: string;
  latency: string | null;
  schedule: string | null;
  _source: number;
  _row: number;
};
type FlowFieldRow = {
  flow_id: string;
  source_field: string;
  target_field: string;
  transform: string | null;
  value_map: string | null;
  key_type: string | null;
};

/** Reads what the graph needs. Retired and planned flows are left out; a flow without status is active. */
export async function readInventory(query: Query): Promise<Inventory> {
  const systems = await query.all<{ system_id: string }>(
    'SELECT DISTINCT system_id FROM std_systems ORDER BY system_id',
  );
  return {
    systems: systems.map((row) => row.system_id),
    flows: await readFlows(query),
    systemFields: await query.all<SystemField & Record<string, string | boolean>>(
      `SELECT DISTINCT system_id AS "systemId", field, role, coalesce(agent_can_edit, false) AS "agentCanEdit"
       FROM std_system_fields ORDER BY 1, 2, 3, 4`,
    ),
    pointFields: await query.all<PointField & Record<string, string>>(
      `SELECT DISTINCT p.collection_point_id AS "pointId", p.system_id AS "systemId", f.field
       FROM std_collection_point_fields f JOIN std_collection_points p USING (collection_point_id) ORDER BY 1, 2, 3`,
    ),
    mentionedFields: await readMentionedFields(query),
  };
}

async function readFlows(query: Query): Promise<Flow[]> {
  const flows = await query.all<FlowRow>(
    `SELECT flow_id, from_system_id, to_system_id, mechanism, latency, schedule, _source, _row FROM std_flows
     WHERE coalesce(status, 'active') = 'active' ORDER BY flow_id, _source, _row`,
  );
  const fields = await query.all<FlowFieldRow>(
    `SELECT flow_id, source_field, target_field, transform, value_map, key_type FROM std_flow_fields
     ORDER BY flow_id, _source, _row`,
  );
  const byFlow = new Map<string, FlowField[]>();
  for (const row of fields) {
    const known = byFlow.get(row.flow_id);
    if (known) known.push(toFlowField(row));
    else byFlow.set(row.flow_id, [toFlowField(row)]);
  }
  return flows.map((row) => ({
    flowId: row.flow_id,
    from: row.from_system_id,
    to: row.to_system_id,
    mechanism: row.mechanism,
    latency: parseDuration(row.latency ?? '') ?? null,
    schedule: row.schedule,
    fields: byFlow.get(row.flow_id) ?? [],
    source: row._source,
    row: row._row,
  }));
}

const toFlowField = (row: FlowFieldRow): FlowField => ({
  sourceField: row.source_field,
  targetField: row.target_field,
  transform: row.transform ?? 'identity',
  valueMap: row.value_map ?? '',
  keyType: row.key_type ?? '',
});

async function readMentionedFields(query: Query): Promise<string[]> {
  const rows = await query.all<{ field: string }>(
    `SELECT field FROM std_system_fields
     UNION SELECT source_field FROM std_flow_fields
     UNION SELECT target_field FROM std_flow_fields
     UNION SELECT field FROM std_communication_fields
     UNION SELECT field FROM std_collection_point_fields
     UNION SELECT field FROM std_authorities
     UNION SELECT field FROM std_template_supplies
     ORDER BY field`,
  );
  return rows.map((row) => row.field);
}

/** The agreed time of a field in seconds: the exception with the longest matching path, else the general one. */
export function agreedSeconds(config: Config): (field: string) => number {
  const general = parseDuration(config.agreed_time) ?? 0;
  const exceptions = new Map(
    (config.agreed_times ?? []).map(({ field, time }) => [field, parseDuration(time) ?? general]),
  );
  return (field) => {
    const path = ancestry(field).find((step) => exceptions.has(step));
    return path === undefined ? general : exceptions.get(path)!;
  };
}
