import { z } from 'zod';
import { causes, confidences, conflictClasses, keyTypes } from './enums.js';

export type KeyType = (typeof keyTypes)[number];

const place = z
  .strictObject({ file: z.string(), row: z.int() })
  .describe('where it stands in the inputs; a header is row 1');
const instant = z.iso
  .datetime({ offset: true })
  .nullable()
  .describe('in the zone of its source; empty when nobody recorded it');
const system = z.string().describe('id of the system');

/** Why a value stands against the other. */
export const traceReasons = [
  'nothing_against',
  'explicit_first',
  'deeper_scope',
  'later',
  'refusal_first',
  'better_rank',
] as const;
export type TraceReason = (typeof traceReasons)[number];

/** On what two records are one person's, strongest first. */
export const linkBases = [
  'declared_key',
  'national_id',
  'same_address',
  'email_and_birth',
  'phone_and_birth',
  'email_and_name',
  'address_alone',
  'similar',
] as const;
export type LinkBasis = (typeof linkBases)[number];

const keySchema = z.strictObject({
  system_id: system,
  key_type: z.enum(keyTypes),
  key: z.string().describe('masked unless revealed'),
  confidence: z.enum(confidences).describe('of its link to the person'),
  linked_to: system.nullable().describe('record with which it shares something; empty for the first'),
  basis: z.enum(linkBases).nullable().describe('what they share'),
});
export type TraceKey = z.infer<typeof keySchema>;

const heldSchema = z.strictObject({
  system_id: system,
  value: z.string().describe('what its own records come to'),
  agrees: z.boolean().nullable().describe('with what should hold; empty when nobody ever chose'),
  strength: z.string().nullable().describe('how the record that decides came about'),
  copied: z.boolean().describe('taken over from elsewhere, or never said at all'),
  at: instant,
  time_quality: z.string().nullable().describe('which clock that is'),
  scope: z.string().describe('what the record was made for, `lob/comm_type/channel`'),
  place,
});
export type TraceHeld = z.infer<typeof heldSchema>;

const winnerSchema = z.strictObject({
  value: z.string().describe('what should hold'),
  system_id: system.describe('system with the record that decides'),
  at: instant,
  scope: z.string(),
  reason: z.enum(traceReasons).describe('why it stands under the policy'),
  against: z
    .strictObject({ system_id: system, value: z.string(), at: instant, scope: z.string() })
    .nullable()
    .describe('the strongest record that says otherwise'),
  place,
});
export type TraceWinner = z.infer<typeof winnerSchema>;

const cellSchema = z.strictObject({
  kind: z.enum(['consent', 'delivery']),
  lobs: z.array(z.string()),
  comm_types: z.array(z.string()),
  channels: z.array(z.string()),
  contact_point: z.string().nullable().describe('masked unless revealed; empty for all addresses'),
  policy: z.string(),
  should: winnerSchema.nullable().describe('empty when nobody ever chose'),
  systems: z.array(heldSchema),
});
export type TraceCell = z.infer<typeof cellSchema>;

const stop = z.strictObject({ id: z.string(), name: z.string(), silo: z.string() });
const hopSchema = z.strictObject({
  from: stop,
  to: stop,
  state: z.enum(['carried', 'broken', 'slow', 'altered']),
  latency: z.int().nullable().describe('seconds; empty when unknown'),
  note: z.string(),
});

const conflictSchema = z.strictObject({
  class: z.enum(conflictClasses),
  from_system_id: system.describe('who has the value that should hold'),
  to_system_id: system.describe('who should have heard'),
  field: z.string(),
  choice: z.string(),
  held: z.string().nullable(),
  cause: z.enum(causes).nullable(),
  explanation: z.string().describe('the cause in a sentence'),
  awareness: z.string().nullable(),
  confidence: z.enum(confidences),
  since: instant,
  days: z.int().describe('from the choice to as-of, or to the last message against it'),
  messages: z.int().describe('sent against or in spite of the choice'),
  last_message_at: instant,
  way: z.array(hopSchema).describe('how it should have been heard, and where that breaks'),
  proof: place,
  held_place: place.nullable(),
});
export type TraceConflict = z.infer<typeof conflictSchema>;

const messageSchema = z.strictObject({
  system_id: system,
  communication_id: z.string().nullable(),
  lob: z.string(),
  comm_type: z.string(),
  channel: z.string(),
  sent_at: z.iso.datetime(),
  against: z.boolean().describe('the choice that should have held then was otherwise'),
  place,
});

const otherSchema = z.strictObject({
  system_id: system,
  kind: z.string(),
  value: z.string(),
  scope: z.string(),
  at: instant,
  why: z.enum(['expired', 'later', 'no_choice']).describe('why it decides nothing'),
  place,
});

/** What `unsilo preferences trace --format json` writes: one customer. */
export const traceSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  as_of: z.iso.datetime(),
  policy: z.string(),
  person: z.string().describe('pseudonym, as in reports'),
  revealed: z.boolean(),
  systems: z.array(stop),
  keys: z.array(keySchema),
  cells: z.array(cellSchema),
  conflicts: z.array(conflictSchema),
  messages: z.array(messageSchema),
  other_records: z.array(otherSchema).describe('what decides nothing: bounces, pending or expired choices'),
});
export type Trace = z.infer<typeof traceSchema>;
