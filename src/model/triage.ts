import { z } from 'zod';
import { errorClasses, severities } from './enums.js';
import { evidenceSchema } from './finding.js';

/** Where a group of errors is in its life; see `src/triage/life.ts`. */
export const groupStates = ['new', 'escalating', 'regressed', 'ongoing', 'resolved'] as const;
export type GroupState = (typeof groupStates)[number];

export const trends = ['rising', 'steady', 'falling', 'over', 'unknown'] as const;

const instant = z.iso.datetime();
const decimal = z.string().nullable();

const daySchema = z.strictObject({ day: z.iso.date(), errors: z.int() });
export type ErrorDay = z.infer<typeof daySchema>;

const personSchema = z.strictObject({
  owner_id: z.string(),
  name: z.string(),
  contact: z.string().nullable(),
});

const stepSchema = z.strictObject({
  to: z.string().describe('owner_id; empty where the inventory names nobody'),
  name: z.string(),
  at: instant.describe('from when it is with them'),
  reached: z.boolean(),
});
export type PathStep = z.infer<typeof stepSchema>;

const groupSchema = z.strictObject({
  key: z.string().describe('of class, family and origin: the same from run to run'),
  title: z.string().describe('what it is, and where it comes from'),
  what: z.string().describe('the error in a few words, without where it comes from'),
  error_class: z.enum(errorClasses),
  family: z.string().nullable().describe('kind of failure, of messages that did not arrive'),
  origin: z.string(),
  origin_name: z.string(),
  harm: z.string(),
  severity: z.enum(severities),
  state: z.enum(groupStates),
  state_why: z.string().describe('what the state rests on, one sentence'),
  verdict: z.string(),
  pattern: z.string(),
  same_rows_as: z.array(z.string()),
  rivals: z.array(z.string()).default([]).describe('patterns that nothing in the counts tells from it'),
  moments: z
    .array(
      z.strictObject({
        attribute: z.enum(['batch', 'day']),
        value: z.string(),
        errors: z.int(),
        messages: z.int(),
      }),
    )
    .default([])
    .describe('batches and days of sending in which its errors crowd beyond accident'),
  cause: z.string().describe('one sentence an analyst can check'),
  errors: z.int(),
  errors_of: z.int().describe('errors of this class'),
  messages: z.int(),
  messages_of: z.int(),
  expected: decimal,
  ratio: decimal,
  ratio_low: decimal,
  ratio_high: decimal,
  explained: decimal,
  p_adjusted: z.string().nullable(),
  persons: z.int(),
  exposed: z.int().describe('further persons who got messages of the same origin'),
  first_at: instant.nullable(),
  last_at: instant.nullable(),
  since: instant.nullable().describe('first report of the present episode: here the clock starts'),
  detected_by: z.record(z.string(), z.int()).describe('errors by who noticed'),
  by_customer: z.int().describe('errors the customer found first'),
  hours_known: z
    .int()
    .nullable()
    .describe('within so many hours half of the errors were known; null: not measurable'),
  corrected: z.int().nullable().default(null).describe('errors whose report is closed'),
  uncorrected: z
    .int()
    .nullable()
    .default(null)
    .describe('errors whose report is open; null: nobody keeps the state of reports'),
  hours_corrected: z
    .int()
    .nullable()
    .default(null)
    .describe('within so many hours of the report half of the corrected were put right'),
  corrected_at: instant.nullable().default(null).describe('last correction'),
  trend: z.strictObject({
    direction: z.enum(trends),
    recent: z.int().describe('errors in the window before as-of'),
    before: z.int().describe('errors in the window before that'),
    days: z.int().describe('length of the window'),
  }),
  timeline: z.array(daySchema).describe('days with errors; empty where the days are not known'),
  earlier: z
    .array(z.strictObject({ as_of: instant, errors: z.int().nullable(), persons: z.int().nullable() }))
    .describe('what earlier snapshots said; null where they did not have it'),
  owner: personSchema.nullable(),
  due: instant.nullable(),
  overdue: z.boolean(),
  path_up: z.array(stepSchema),
  held_by: z.string().describe('with whom it is by now'),
  say: z.array(z.string()).describe('what an agent may say to a customer'),
  ask: z.array(z.string()),
  never: z.array(z.string()).describe('what an agent leaves unsaid'),
  agent: z.array(z.string()).describe('what an agent may put right at once'),
  up: z.array(z.string()),
  approval: z.array(z.string()),
  next: z.array(z.string()),
  path: z.array(z.string()).describe('systems from source to delivery'),
  places: z.array(z.string()).describe('systems where the cause sits'),
  communications: z
    .array(z.strictObject({ communication_id: z.string(), name: z.string(), channel: z.string().nullable() }))
    .describe('what passes there'),
  evidence: z.array(evidenceSchema),
  fingerprint: z.string().nullable().describe('of the finding that speaks of it'),
});
export type TriageGroup = z.infer<typeof groupSchema>;

const totalSchema = z.strictObject({
  harm: z.string(),
  doc: z.string(),
  severity: z.enum(severities).describe('the worst of its open groups'),
  groups: z.int(),
  open: z.int(),
  overdue: z.int(),
  errors: z.int(),
});
export type HarmTotal = z.infer<typeof totalSchema>;

const rememberedSchema = z.strictObject({
  key: z.string(),
  error_class: z.string(),
  origin: z.string(),
  same_rows_as: z.array(z.string()),
  errors: z.int(),
  persons: z.int(),
  last_seen: instant.describe('as-of of the last run that had it open'),
});
export type Remembered = z.infer<typeof rememberedSchema>;

/** What `unsilo triage --format json` writes, and reads back as an earlier snapshot. */
export const triageSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  as_of: instant,
  against: z.array(z.strictObject({ file: z.string(), as_of: instant })),
  not_seen: z
    .array(z.string())
    .describe('tables in which errors show or against which they show, and of which no row was given'),
  harms: z.array(totalSchema).describe('worst first'),
  detection: z.strictObject({
    errors: z.int(),
    by_customer: z.int().describe('errors the customer found first'),
    detected_by: z.record(z.string(), z.int()),
  }),
  groups: z.array(groupSchema).describe('what to do first stands first; resolved ones last'),
  gone: z.array(rememberedSchema).describe('groups of earlier snapshots that this run does not have'),
  systems: z
    .array(z.strictObject({ system_id: z.string(), name: z.string(), silo: z.string() }))
    .describe('those the groups name'),
});
export type Triage = z.infer<typeof triageSchema>;
