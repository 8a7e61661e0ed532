import { z } from 'zod';
import { causes, conflictClasses } from './enums.js';

const count = (doc: string) => z.int().describe(doc);
const days = (doc: string) => z.int().nullable().describe(doc);

/** Persons of certain links, and with the likely ones besides. */
const range = {
  certain: count('persons by certain links and times'),
  persons: count('persons with likely and possible ones besides'),
};

const lagSchema = z
  .strictObject({
    arrivals: count('changes whose arrival has a time'),
    median_s: count('seconds within which half of them arrived'),
    p95_s: count('seconds within which 95 % of them arrived'),
  })
  .describe('of values that did arrive on this pair; empty when no arrival was seen');

const rowSchema = z.strictObject({
  class: z.enum(conflictClasses),
  from_system_id: z.string().describe('who has the value that should hold'),
  to_system_id: z.string().describe('who should have it'),
  field: z.string(),
  cause: z.enum(causes).nullable().describe('empty where the inventory has no flows, or the sender knew'),
  path: z.array(z.string()).describe('systems from giver to receiver; empty when there is no way'),
  lag: lagSchema.nullable(),
  ...range,
  persons_of: count('persons with records in both systems'),
  cells: count('line × type × channel cells concerned, over all persons'),
  messages: count('messages sent against or in spite of the choice'),
  messages_of: count('messages of the receiving system on these channels'),
  cost: z.string().nullable().describe('sum of the unit costs of these messages; empty when not known'),
  days_max: days('longest time from a choice to as-of or to the last message'),
});
export type ConflictRow = z.infer<typeof rowSchema>;

const causeSchema = z.strictObject({
  cause: z.enum(causes).nullable(),
  ...range,
  pairs: count('pairs of systems and fields'),
  messages: count('messages sent against or in spite of the choice'),
});
export type CauseRow = z.infer<typeof causeSchema>;

const changeSchema = z.strictObject({
  class: z.enum(conflictClasses),
  from_system_id: z.string(),
  to_system_id: z.string(),
  field: z.string(),
  persons_added: count('persons in this conflict under the other policy only'),
  persons_removed: count('persons in it under this policy only'),
  cells_before: count('cells under this policy'),
  cells_after: count('cells under the other policy'),
});
export type PolicyChange = z.infer<typeof changeSchema>;

/** What `unsilo preferences --format json` writes: who is at odds with whom, and why. */
export const conflictsSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  as_of: z.iso.datetime(),
  policy: z.string(),
  persons: z.strictObject({
    ...range,
    known: count('persons seen'),
    in_two_systems: count('persons with records in two or more systems'),
  }),
  causes: z.array(causeSchema).describe('most persons first'),
  rows: z.array(rowSchema).describe('by cause, most persons first'),
  under_way: count('persons whose change is still on its way in time; in no other count'),
  comparison: z
    .strictObject({ policy: z.string(), persons: z.strictObject(range), changes: z.array(changeSchema) })
    .nullable()
    .describe('the same records under another policy'),
});
export type Conflicts = z.infer<typeof conflictsSchema>;
