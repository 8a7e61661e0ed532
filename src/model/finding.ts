import { z } from 'zod';
import { causes, confidences, severities } from './enums.js';

/** A place in an input; `row` counts as a spreadsheet does: the header is row 1. */
export const evidenceSchema = z.strictObject({
  file: z.string(),
  row: z.int(),
  column: z.string().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A count with what it is a part of; null where it means nothing or was not measured. */
const shareSchema = z.strictObject({ count: z.int(), of: z.int().nullable() });

/** Why a finding is accepted for a time. */
export const suppressionSchema = z.strictObject({
  reason: z.string(),
  owner: z.string(),
  created: z.iso.date().nullable().describe('null: a comment in a template, which tells no day'),
  expires: z.iso.date(),
});

/** What became of a finding since an earlier run; what is gone is listed apart, as fixed. */
export const findingStatuses = ['new', 'known', 'worse', 'regressed'] as const;

export const findingSchema = z.strictObject({
  fingerprint: z.string().describe('rule id and subject, hashed; no person, line or measured value'),
  rule: z.string(),
  title: z.string(),
  subject: z.string(),
  case: z.string(),
  harm: z.string(),
  severity: z.enum(severities),
  confidence: z.enum(confidences),
  message: z.string(),
  remediation: z.string(),
  cause: z.enum(causes).nullable(),
  persons: shareSchema.nullable(),
  messages: shareSchema.nullable(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  evidence: z.array(evidenceSchema).describe('a sample, in order of file and row'),
  path: z.array(z.string()).describe('system ids from giver to receiver'),
  owners: z.array(
    z.strictObject({ role: z.enum(['giver', 'receiver', 'owner']), owner_id: z.string(), name: z.string() }),
  ),
  due: z.iso.date().nullable().describe('as-of plus the time the severity allows'),
  status: z
    .enum(findingStatuses)
    .nullable()
    .describe('against a baseline or an earlier snapshot; null without one'),
  suppression: suppressionSchema
    .nullable()
    .describe('why it does not count for the verdict; null if it does'),
});
export type Finding = z.infer<typeof findingSchema>;

export const notEvaluatedSchema = z.strictObject({ rule: z.string(), missing: z.array(z.string()) });
export type NotEvaluated = z.infer<typeof notEvaluatedSchema>;
