import { z } from 'zod';
import { sizeSchema } from './past.js';

const sentence = z.string().trim().min(1);

/** One accepted finding. */
export const acceptanceSchema = z
  .strictObject({
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/, 'is not a fingerprint of 16 hex digits'),
    rule: z.string(),
    subject: z.string().describe('what it is about, for people; the fingerprint decides'),
    reason: sentence.describe('why it may stay for now'),
    owner: sentence.describe('who answers for that'),
    created: z.iso.date(),
    expires: z.iso.date().describe('last day on which it is accepted'),
    accepted: sizeSchema.describe('what was accepted; a finding that has outgrown it counts again'),
  })
  .refine(({ created, expires }) => created <= expires, {
    path: ['expires'],
    message: 'is before the day of `created`',
  });
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** `unsilo.baseline.yaml`: findings accepted for a time, sorted by rule and subject. */
export const baselineSchema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(1),
  ecosystem: z.string().describe('`name` of unsilo.yaml'),
  entries: z.array(acceptanceSchema),
});
export type Baseline = z.infer<typeof baselineSchema>;
