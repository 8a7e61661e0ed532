import type {
  EcosystemMap,
  MapChannel,
  MapCommunication,
  MapFlow,
  MapPoint,
  MapSilo,
  MapSystem,
} from '../../map/model.js';
import type { Query } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import { type Cells, firstOf, groupBy, readRows } from './read-rows.js';

const items = (list: unknown): string[] =>
  typeof list !== 'string' || list === 'none' ? [] : list.split('|').filter(Boolean);
/** Closed vocabularies were checked when the rows were read. */
const as = <T>(value: unknown): T => value as T;
const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

export async function readSilos(query: Query): Promise<MapSilo[]> {
  const rows = await readRows(query, 'silos', ['silo_id']);
  return firstOf(rows, 'silo_id').map((row) => ({
    silo_id: String(row.silo_id),
    name: String(row.name),
    owner: text(row.owner),
    sponsor: text(row.sponsor),
    parent_silo_id: text(row.parent_silo_id),
    place: row.place,
  }));
}

const toSystem = (row: Cells, persons: number | null): MapSystem => ({
  system_id: String(row.system_id),
  name: String(row.name),
  silo_id: String(row.silo_id),
  lobs: items(row.lobs),
  kind: as(row.kind),
  owner: text(row.owner),
  vendor: text(row.vendor),
  technology: text(row.technology),
  end_of_support: text(row.end_of_support),
  deduplicated: as(row.deduplicated),
  legacy: as(row.legacy),
  declared: true,
  persons,
  place: row.place,
});

export async function readSystems(query: Query): Promise<MapSystem[]> {
  const rows = await readRows(query, 'systems', ['system_id']);
  const known = await query.all<{ system_id: string; persons: number }>(
    'SELECT system_id, count(*) AS persons FROM work_presence GROUP BY system_id ORDER BY system_id',
  );
  const persons = new Map(known.map((row) => [row.system_id, row.persons]));
  return firstOf(rows, 'system_id').map((row) => toSystem(row, persons.get(String(row.system_id)) ?? null));
}

export async function readFlows(query: Query): Promise<MapFlow[]> {
  const flows = await readRows(query, 'flows', ['flow_id']);
  const fields = groupBy(await readRows(query, 'flow_fields', ['flow_id']), 'flow_id');
  return firstOf(flows, 'flow_id').map((row) => ({
    flow_id: String(row.flow_id),
    from: String(row.from_system_id),
    to: String(row.to_system_id),
    mechanism: as(row.mechanism),
    latency: text(row.latency),
    latency_s: parseDuration(text(row.latency) ?? '') ?? null,
    schedule: text(row.schedule),
    status: as(row.status ?? 'active'),
    owner: text(row.owner),
    unit_cost: text(row.unit_cost),
    fields: (fields.get(row.flow_id ?? null) ?? []).map((field) => ({
      source_field: String(field.source_field),
      target_field: String(field.target_field),
      transform: as(field.transform),
      value_map: text(field.value_map),
      key_type: as(field.key_type),
    })),
    place: row.place,
  }));
}

export async function readSystemFields(query: Query): Promise<EcosystemMap['system_fields']> {
  const rows = await readRows(query, 'system_fields', ['system_id', 'field', 'role']);
  return rows.map((row) => ({
    system_id: String(row.system_id),
    field: String(row.field),
    role: as(row.role),
    agent_can_edit: as(row.agent_can_edit),
    fill_rate: text(row.fill_rate),
  }));
}

export async function readChannels(query: Query): Promise<MapChannel[]> {
  const rows = await readRows(query, 'channels', ['channel_id']);
  return firstOf(rows, 'channel_id').map((row) => ({
    channel_id: String(row.channel_id),
    channel: as(row.channel),
    system_id: String(row.system_id),
    vendor: text(row.vendor),
  }));
}

export async function readCommunications(query: Query): Promise<MapCommunication[]> {
  const id = 'communication_id';
  const rows = await readRows(query, 'communications', [id]);
  const steps = groupBy(await readRows(query, 'communication_steps', [id, 'channel', 'ordinal']), id);
  const fields = groupBy(await readRows(query, 'communication_fields', [id, 'field']), id);
  return firstOf(rows, id).map((row) => ({
    communication_id: String(row[id]),
    name: String(row.name),
    comm_type: String(row.comm_type),
    lob: String(row.lob),
    owner: text(row.owner),
    steps: (steps.get(row[id] ?? null) ?? []).map((step) => ({
      channel: as(step.channel),
      ordinal: Number(step.ordinal),
      system_id: String(step.system_id),
      kind: as(step.kind),
      manual: as(step.manual),
    })),
    fields: (fields.get(row[id] ?? null) ?? []).map((field) => ({
      field: String(field.field),
      required: as(field.required),
    })),
  }));
}

export async function readPoints(query: Query): Promise<MapPoint[]> {
  const id = 'collection_point_id';
  const rows = await readRows(query, 'collection_points', [id]);
  const fields = groupBy(await readRows(query, 'collection_point_fields', [id, 'field']), id);
  return firstOf(rows, id).map((row) => ({
    collection_point_id: String(row[id]),
    name: String(row.name),
    system_id: String(row.system_id),
    channel: as(row.channel),
    actor_type: as(row.actor_type),
    process: text(row.process),
    persons_per_month: as(row.persons_per_month),
    fields: (fields.get(row[id] ?? null) ?? []).map((field) => ({
      field: String(field.field),
      required: as(field.required),
      prefilled: as(field.prefilled),
      legal_duty: text(field.legal_duty),
    })),
  }));
}
