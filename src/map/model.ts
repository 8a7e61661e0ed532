import { z } from 'zod';
import {
  actorTypes,
  channels,
  fieldRoles,
  flowStatuses,
  keyTypes,
  mechanisms,
  stepKinds,
  systemKinds,
  transforms,
} from '../model/enums.js';

/** Where the inventory says so; `pointer` leads to the place inside a document that has no rows. */
const placeSchema = z
  .strictObject({ file: z.string(), row: z.int(), pointer: z.string().optional() })
  .describe('file, and row as a spreadsheet counts');
export type MapPlace = z.infer<typeof placeSchema>;

const siloSchema = z.strictObject({
  silo_id: z.string(),
  name: z.string(),
  owner: z.string().nullable().describe('owner_id'),
  sponsor: z.string().nullable(),
  parent_silo_id: z.string().nullable(),
  place: placeSchema.nullable(),
});
export type MapSilo = z.infer<typeof siloSchema>;

const systemSchema = z.strictObject({
  system_id: z.string(),
  name: z.string().describe('the id where the inventory has no name'),
  silo_id: z.string().describe('empty for a system or third party that only other rows name'),
  lobs: z.array(z.string()),
  kind: z.enum(systemKinds).nullable(),
  owner: z.string().nullable().describe('owner_id'),
  vendor: z.string().nullable(),
  technology: z.string().nullable(),
  end_of_support: z.iso.date().nullable(),
  deduplicated: z.boolean().nullable(),
  legacy: z.boolean().nullable(),
  declared: z.boolean().describe('stands in the inventory of systems; false for third parties'),
  persons: z.int().nullable().describe('customers with a record in it; null when it gave no records'),
  place: placeSchema.nullable(),
});
export type MapSystem = z.infer<typeof systemSchema>;

const flowFieldSchema = z.strictObject({
  source_field: z.string(),
  target_field: z.string(),
  transform: z.enum(transforms).nullable(),
  value_map: z.string().nullable(),
  key_type: z.enum(keyTypes).nullable(),
});

const flowSchema = z.strictObject({
  flow_id: z.string(),
  from: z.string().describe('system_id of the giver'),
  to: z.string().describe('system_id of the receiver, or the name of a third party'),
  mechanism: z.enum(mechanisms),
  latency: z.string().nullable().describe('as declared, ISO 8601'),
  latency_s: z.int().nullable().describe('seconds; null when unknown'),
  schedule: z.string().nullable(),
  status: z.enum(flowStatuses).describe('active where the inventory says nothing'),
  owner: z.string().nullable(),
  unit_cost: z.string().nullable(),
  fields: z.array(flowFieldSchema),
  place: placeSchema.nullable(),
});
export type MapFlow = z.infer<typeof flowSchema>;

const systemFieldSchema = z.strictObject({
  system_id: z.string(),
  field: z.string(),
  role: z.enum(fieldRoles),
  agent_can_edit: z.boolean().nullable(),
  fill_rate: z.string().nullable(),
});

const channelSchema = z.strictObject({
  channel_id: z.string(),
  channel: z.enum(channels),
  system_id: z.string(),
  vendor: z.string().nullable(),
});
export type MapChannel = z.infer<typeof channelSchema>;

const stepSchema = z.strictObject({
  channel: z.enum(channels).nullable(),
  ordinal: z.int(),
  system_id: z.string(),
  kind: z.enum(stepKinds),
  manual: z.boolean().nullable(),
});

const communicationSchema = z.strictObject({
  communication_id: z.string(),
  name: z.string(),
  comm_type: z.string(),
  lob: z.string(),
  owner: z.string().nullable(),
  steps: z.array(stepSchema).describe('by channel and ordinal'),
  fields: z.array(z.strictObject({ field: z.string(), required: z.boolean().nullable() })),
});
export type MapCommunication = z.infer<typeof communicationSchema>;

const pointSchema = z.strictObject({
  collection_point_id: z.string(),
  name: z.string(),
  system_id: z.string(),
  channel: z.enum(channels).nullable(),
  actor_type: z.enum(actorTypes).nullable(),
  process: z.string().nullable(),
  persons_per_month: z.int().nullable(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      required: z.boolean().nullable(),
      prefilled: z.boolean().nullable(),
      legal_duty: z.string().nullable(),
    }),
  ),
});
export type MapPoint = z.infer<typeof pointSchema>;

/** The ecosystem as one can draw, question and hand on: its inventory, complete, without personal data. */
export const mapSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  as_of: z.iso.datetime(),
  silos: z.array(siloSchema).describe('by id'),
  systems: z.array(systemSchema).describe('by id, with everything a flow leads to or comes from'),
  flows: z.array(flowSchema).describe('by id, planned and retired ones included'),
  system_fields: z.array(systemFieldSchema).describe('by system, field and role'),
  fields: z
    .array(z.strictObject({ field: z.string(), agreed_s: z.int().describe('agreed time in seconds') }))
    .describe('paths without a mentioned path below them, sorted'),
  channels: z.array(channelSchema).describe('by id'),
  communications: z.array(communicationSchema).describe('by id'),
  collection_points: z.array(pointSchema).describe('by id'),
  owners: z.array(z.strictObject({ owner_id: z.string(), name: z.string() })).describe('by id'),
});
export type EcosystemMap = z.infer<typeof mapSchema>;

/** The flows that run today. */
export const activeFlows = (map: Pick<EcosystemMap, 'flows'>): readonly MapFlow[] =>
  map.flows.filter(({ status }) => status === 'active');
