import { z } from 'zod';
import { editSchema } from './edit.js';
import { severities } from './enums.js';

/** A finding of a workshop: what no file tells, entered by hand in the form of the others. */
export const workshopFindingSchema = z.strictObject({
  id: z.string().regex(/^[\w.-]+$/, 'letters, digits, dot, dash and underscore'),
  title: z.string().min(1),
  message: z.string().min(1).describe('what was found'),
  remediation: z.string().min(1).describe('what is to be done'),
  subject: z.string().optional().describe('as in other findings: `system:x`, `flow:x`, `comm:x/channel`'),
  severity: z.enum(severities),
  source: z.string().min(1).describe('who said so, where and when'),
  persons: z.int().min(0).optional(),
  messages_a_month: z.number().min(0).optional(),
  owner: z.string().optional().describe('id in owners, or a name'),
  effort: z.int().min(1).optional().describe('units of work; default 3'),
  closes: z.array(z.string()).optional().describe('fingerprints of findings that the changes are to close'),
  changes: z.array(editSchema).optional().describe('what it changes in the inventory, as in a future'),
});
export type WorkshopFinding = z.infer<typeof workshopFindingSchema>;

/** `findings.yaml`. */
export const workshopSchema = z.strictObject({
  $schema: z.string().optional(),
  findings: z.array(workshopFindingSchema),
});
