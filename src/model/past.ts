import { z } from 'zod';
import { severities } from './enums.js';

/** How big a finding was when somebody accepted it or an earlier run saw it. */
export const sizeSchema = z.strictObject({
  severity: z.enum(severities),
  persons: z.int().min(0).nullable(),
  messages: z.int().min(0).nullable(),
});
export type Size = z.infer<typeof sizeSchema>;

/** A finding of an earlier run, as far as later runs need it. */
const pastSchema = sizeSchema.extend({
  fingerprint: z.string(),
  rule: z.string(),
  title: z.string(),
  subject: z.string(),
});

/** Gone, although the rule was asked and the sources were there. */
export const fixedSchema = pastSchema.extend({
  fixed: z.iso.date().describe('day of the as-of of the first run without it'),
});
export type Fixed = z.infer<typeof fixedSchema>;

/** Why nobody can tell whether a finding is still there. */
export const blindSpots = [
  'rule_gone',
  'rule_off',
  'rule_not_evaluated',
  'system_gone',
  'system_without_data',
  'source_gone',
] as const;
export type BlindSpot = (typeof blindSpots)[number];

/** Not found, but no longer looked at either: this is not fixed. */
export const unseenSchema = pastSchema.extend({
  why: z.enum(blindSpots),
  what: z.array(z.string()).describe('the rule, the missing tables, the systems or the files'),
  last_seen: z.iso.date().describe('day of the as-of of the last run that found it'),
});
export type Unseen = z.infer<typeof unseenSchema>;
