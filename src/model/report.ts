import { z } from 'zod';
import { channelSchema, communicationSchema } from './communications.js';
import { causes, severities } from './enums.js';
import { findingSchema, notEvaluatedSchema } from './finding.js';
import { manifestSchema } from './manifest.js';
import { fixedSchema, unseenSchema } from './past.js';
import { noScorecard, scorecardSchema } from './scorecard.js';

export const severityCounts = z.strictObject({
  critical: z.int(),
  high: z.int(),
  medium: z.int(),
  low: z.int(),
  info: z.int(),
});

const coverageSchema = z.strictObject({
  systems_known: z.int(),
  systems_with_data: z.int(),
  systems_without_data: z.array(z.string()).describe('ids, sorted'),
  persons: z.int(),
  persons_in_two_or_more: z.int(),
  records: z.int().describe('customer records of all systems (system and key)'),
  records_unlinked: z.int().describe('records in one system only, linked to no other record'),
  messages_undone: z
    .int()
    .optional()
    .describe('messages that failed after an event had called them delivered'),
  rows_in: z.int(),
  rows_used: z.int(),
  rows_set_aside: z.int(),
  period_from: z.iso.datetime().nullable(),
  period_to: z.iso.datetime().nullable(),
  rules_evaluated: z.int(),
  not_evaluated: z.array(notEvaluatedSchema),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const verdictSchema = z.strictObject({
  status: z.enum(['clean', 'findings']),
  fail_on: z.enum([...severities, 'never']),
  failing: z.int().describe('findings at or above fail_on'),
  exit_code: z.union([z.literal(0), z.literal(1)]),
  sentence: z.string().describe('the verdict for people, with what limits it'),
});
export type Verdict = z.infer<typeof verdictSchema>;

const systemSchema = z.strictObject({
  system_id: z.string(),
  name: z.string(),
  silo: z.string(),
  kind: z.string().nullable(),
  owner: z.string().nullable(),
  has_data: z.boolean(),
});
const flowSchema = z.strictObject({
  flow_id: z.string(),
  from: z.string(),
  to: z.string(),
  mechanism: z.string(),
  latency_s: z.int().nullable(),
  fields: z.array(z.string()),
});

/** One page per group of errors with one cause. */
const errorGroupSchema = z.strictObject({
  fingerprint: z.string().nullable().describe('of the finding that speaks of it'),
  group_key: z.string().optional().describe('what the group is known by in every run'),
  error_class: z.string(),
  family: z.string().nullable().optional().describe('kind of failure, of messages that did not arrive'),
  origin: z.string(),
  verdict: z.string(),
  pattern: z.string(),
  same_rows_as: z.array(z.string()),
  errors: z.int(),
  errors_of: z.int(),
  messages: z.int(),
  messages_of: z.int(),
  expected: z.string().nullable(),
  ratio: z.string().nullable(),
  ratio_low: z.string().nullable(),
  ratio_high: z.string().nullable(),
  explained: z.string().nullable(),
  p_adjusted: z.string().nullable(),
  persons: z.int(),
  exposed: z.int(),
  by_customer: z.int(),
  first_at: z.iso.datetime().nullable(),
  last_at: z.iso.datetime().nullable(),
  path: z.array(z.string()),
});
export type ErrorGroup = z.infer<typeof errorGroupSchema>;

/** One cause in one system, and all findings that go away with it. */
const rootSchema = z.strictObject({
  cause: z.enum(causes),
  system_id: z.string().describe('where it is to be mended'),
  severity: z.enum(severities),
  persons: z.int().describe('distinct persons behind the preference findings among them'),
  messages: z
    .int()
    .describe('messages to these persons against or in spite of their choice, over all causes'),
  findings: z.array(z.string()).describe('fingerprints, worst first'),
});
export type Root = z.infer<typeof rootSchema>;

/** The snapshot: everything a reporter, a diff or a later run needs, without personal data. */
export const reportSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  manifest: manifestSchema,
  coverage: coverageSchema,
  verdict: verdictSchema,
  summary: z.strictObject({
    findings: severityCounts,
    shown: z.int(),
    hidden: z.int().describe('below --show'),
    suppressed: z.int(),
    persons_in_conflict: z.int().describe('distinct persons behind preference findings, exact'),
    messages_in_conflict: z.int(),
  }),
  findings: z.array(findingSchema).describe('worst first'),
  fixed: z.array(fixedSchema).describe('since the snapshot compared with, worst first'),
  fixed_before: z.array(fixedSchema).describe('in still earlier runs; what comes back is regressed'),
  unseen: z
    .array(unseenSchema)
    .describe('found earlier and no longer looked at; carried on until it is looked at again'),
  roots: z.array(rootSchema).describe('what would mend several findings at once, worst first'),
  error_groups: z.array(errorGroupSchema),
  communications: z
    .array(communicationSchema)
    .default([])
    .describe('every communication and channel, from data to customer, worst first'),
  channels: z
    .array(channelSchema)
    .default([])
    .describe('what messages achieve; each channel, then its communications, most messages first'),
  scorecard: scorecardSchema
    .default(noScorecard)
    .describe('how the ecosystem and its silos do, against the goals of unsilo.yaml'),
  signatures: z.array(z.strictObject({ signature: z.string(), persons: z.int(), messages: z.int() })),
  systems: z.array(systemSchema),
  flows: z.array(flowSchema),
});
export type Report = z.infer<typeof reportSchema>;
