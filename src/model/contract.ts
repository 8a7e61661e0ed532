import { z } from 'zod';
import { channels, severities } from './enums.js';

const count = z.int().min(0);
const id = z.string().min(1);

const supplySchema = z.strictObject({
  name: id.describe('as templates write it'),
  field: z.string().describe('path in the field tree'),
  type: z.string(),
  nullable: z.boolean().nullable(),
  null_rate: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('share of recipients without a value; null unknown'),
  min_length: count.nullable(),
  max_length: count.nullable().describe('characters of the longest value'),
  system_id: z.string().nullable().describe('who supplies it'),
  master_id: z.string().nullable().describe('the system of record of the field; null if nobody says'),
  path: z.array(z.string()).describe('systems from the source to the composition'),
  age: z.int().min(0).nullable().describe('seconds from a change at the source to the text; null unknown'),
});

const recipientSchema = z.strictObject({
  channel: z.enum(channels),
  locale: z.string(),
  persons: count.describe('never below 5: smaller cells are left out and counted in `withheld`'),
});

const approvalSchema = z.strictObject({
  template_id: id,
  channel: z.enum(channels),
  locale: z.string(),
  part: z.string(),
  file: z.string(),
  version: z.string().nullable(),
  owner: z.string().nullable(),
  approved_by: z.string().nullable(),
  approved_at: z.string().nullable(),
  approved_hash: z.string().nullable().describe('SHA-256 of the file that was approved'),
});

const communicationSchema = z.strictObject({
  communication_id: id,
  name: z.string(),
  comm_type: z.string(),
  purpose: z.string().describe('root of comm_type'),
  lob: z.string(),
  silo_id: z.string().nullable(),
  legal_basis: z.string().nullable(),
  regulatory: z.boolean(),
  owner: z.string().nullable(),
  audience: z.string().nullable(),
  choice_scope: z.string().nullable().describe('what a choice offered in it covers'),
  channels: z.array(z.enum(channels)),
  supplies: z.array(supplySchema),
  recipients: z.array(recipientSchema).nullable().describe('null: no sends were seen'),
  withheld: count.describe('cells of recipients below 5'),
  templates: z.array(approvalSchema),
  open_causes: z.array(
    z.strictObject({ fingerprint: id, rule: id, severity: z.enum(severities), title: z.string() }),
  ),
});

const optOutSchema = z.strictObject({
  target: id.describe('collection point, or the name of a field whose value is its address'),
  system_id: z.string().nullable(),
  channel: z.string().nullable(),
  scopes: z.array(z.string()),
  stores_preferences: z
    .boolean()
    .describe('whether what is said there reaches a system that keeps preferences'),
});

/** `unsilo.contract.json`: what templates may rely on, without a person in it. */
export const contractSchema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(1),
  ecosystem: id,
  as_of: z.iso.datetime({ offset: true }),
  valid_until: z.iso.datetime({ offset: true }).describe('after it the contract is stale'),
  inputs: z.array(z.strictObject({ file: id, sha256: id, rows: count })),
  communications: z.array(communicationSchema),
  opt_out_targets: z.array(optOutSchema),
  consent: z.array(
    z.strictObject({
      purpose: id,
      channel: z.string(),
      persons: count.describe('who may be written to'),
      of: count,
    }),
  ),
  owned_domains: z.array(z.string()),
  owners: z.array(z.strictObject({ owner_id: id, name: z.string() })),
});
export type Contract = z.infer<typeof contractSchema>;
export type ContractCommunication = Contract['communications'][number];
