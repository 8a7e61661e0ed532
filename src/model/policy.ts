import { z } from 'zod';
import { causes, severities, worlds } from './enums.js';

const isoDuration = z.iso.duration();

const harmSchema = z.strictObject({
  harm: z.string(),
  doc: z.string().describe('what happens to a person, one line'),
  floor: z.enum(severities),
  ceiling: z.enum(severities),
  persons_each: z.int().min(1).default(1).describe('persons one case concerns'),
  clock: isoDuration.optional().describe('due at the latest, whatever the severity allows'),
});
export type Harm = z.infer<typeof harmSchema>;

/** `rules/severity.yaml`: how bad what is, and by when it is to be mended. */
export const severityPolicySchema = z.strictObject({
  harms: z
    .array(harmSchema)
    .min(1)
    .describe('worst first; no class reaches above the floor of one before it'),
  raise: z
    .strictObject({
      persons: z.int().min(1).describe('so many persons'),
      share: z.number().min(0).max(1).describe('or this share of those it could happen to'),
      share_of: z.int().min(1).describe('where they are at least so many'),
      purposes: z.array(z.string()).describe('or one of these purposes'),
    })
    .describe('what lifts a finding from the floor of its class to the ceiling'),
  due: z.partialRecord(z.enum(severities), isoDuration),
});

/** `rules/causes.yaml`: what is said, and advised, for each cause. */
export const causeTextsSchema = z.record(
  z.enum([...causes, 'unknown']),
  z.strictObject({
    because: z.string().describe('half a sentence that goes where a message says {because}'),
    worlds: z
      .partialRecord(z.enum(worlds), z.string())
      .optional()
      .describe('the same where more is known of ways that the inventory does not have'),
    remediation: z.string().regex(/\.$/, 'ends with a period'),
  }),
);

const entryTextsSchema = z.strictObject({
  title: z.string(),
  harm: z.string().describe('harm class of severity.yaml'),
  why: z.string().describe('why it matters'),
  message: z.string().regex(/\.$/, 'ends with a period'),
  remediation: z.string().regex(/\.$/, 'ends with a period'),
});
export type EntryTexts = z.infer<typeof entryTextsSchema>;

/** `rules/baseline.yaml`: when an accepted finding counts again, and what is said of entries that need somebody. */
export const acceptancePolicySchema = z.strictObject({
  since: z.string(),
  stands: isoDuration.describe('time an acceptance stands when nobody says otherwise'),
  worse: z
    .strictObject({
      share: z.number().min(0).describe('grown by more than this share'),
      least: z.int().min(1).describe('and by at least so many'),
    })
    .describe('growth of persons or messages that is more than noise'),
  stale: entryTextsSchema,
  expired: entryTextsSchema,
  comments: z
    .strictObject({ unmatched: entryTextsSchema, expired: entryTextsSchema, invalid: entryTextsSchema })
    .describe('of comments in templates that take a finding back'),
});
export type AcceptancePolicy = z.infer<typeof acceptancePolicySchema>;

export type SeverityPolicy = z.infer<typeof severityPolicySchema>;
export type CauseTexts = z.infer<typeof causeTextsSchema>;
export interface Policy extends SeverityPolicy {
  readonly causes: CauseTexts;
  readonly acceptance: AcceptancePolicy;
}
