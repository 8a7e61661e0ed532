import type { Report } from '../model/report.js';
import type { Query } from '../store/store.js';
import { parseDuration } from '../text/durations.js';

type System = Report['systems'][number];
type Flow = Report['flows'][number];

type SystemRow = Record<'system_id' | 'name' | 'silo', string> & Record<'kind' | 'owner', string | null>;

/** The systems of the inventory, by id; a silo or owner without a name goes by its id. */
export async function readSystems(store: Query, withoutData: readonly string[]): Promise<System[]> {
  const rows = await store.all<SystemRow>(
    `SELECT s.system_id, min(s.name) AS name, coalesce(min(l.name), min(s.silo_id)) AS silo, min(s.kind) AS kind,
            coalesce(min(o.name), min(s.owner)) AS owner
     FROM std_systems s
     LEFT JOIN std_silos l ON l.silo_id = s.silo_id
     LEFT JOIN std_owners o ON o.owner_id = s.owner
     GROUP BY s.system_id ORDER BY s.system_id`,
  );
  return rows.map((row) => ({ ...row, has_data: !withoutData.includes(row.system_id) }));
}

type FlowRow = Record<'flow_id' | 'from' | 'to' | 'mechanism', string> & { latency: string | null };

/** The flows that run today, by id, with the fields they take from the giver. */
export async function readFlows(store: Query): Promise<Flow[]> {
  const flows = await store.all<FlowRow>(
    `SELECT flow_id, min(from_system_id) AS "from", min(to_system_id) AS "to", min(mechanism) AS mechanism,
            min(latency) AS latency
     FROM std_flows WHERE coalesce(status, 'active') = 'active' GROUP BY flow_id ORDER BY flow_id`,
  );
  const fields = await readFlowFields(store);
  return flows.map(({ flow_id, from, to, mechanism, latency }) => ({
    flow_id,
    from,
    to,
    mechanism,
    latency_s: parseDuration(latency ?? '') ?? null,
    fields: fields.get(flow_id) ?? [],
  }));
}

async function readFlowFields(store: Query): Promise<Map<string, string[]>> {
  const rows = await store.all<{ flow_id: string; field: string }>(
    'SELECT DISTINCT flow_id, source_field AS field FROM std_flow_fields ORDER BY flow_id, field',
  );
  const fields = new Map<string, string[]>();
  for (const { flow_id } of rows) fields.set(flow_id, []);
  for (const { flow_id, field } of rows) fields.get(flow_id)?.push(field);
  return fields;
}
