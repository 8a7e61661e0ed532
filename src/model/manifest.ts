import { z } from 'zod';
import { policyNames, severities } from './enums.js';

const inputSchema = z.strictObject({
  file: z.string(),
  table: z.string(),
  format: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  rows_in: z.int(),
  rows_used: z.int(),
  rows_set_aside: z.int(),
});
export type Input = z.infer<typeof inputSchema>;

/** What a report was made of, and by what: enough to make it again. */
export const manifestSchema = z.strictObject({
  tool: z.literal('unsilo'),
  version: z.string(),
  as_of: z.iso.datetime(),
  as_of_from: z.enum(['option', 'sources']),
  options: z
    .strictObject({
      show: z.enum(severities),
      strict: z.boolean(),
      fail_on_new: z.boolean(),
      policy: z.enum(policyNames).optional(),
    })
    .describe('what else decides the verdict and the counts'),
  configuration: z.string().describe('SHA-256 of unsilo.yaml as it was understood'),
  policy: z.string(),
  grace: z
    .array(
      z.strictObject({
        by: z.string().describe('regime, or the file that sets it'),
        time: z.string(),
        citation: z.string().describe('where it is laid down; empty where a setting grants it'),
        jurisdictions: z.array(z.string()),
        channels: z.array(z.string()),
      }),
    )
    .optional()
    .describe('what may give senders time to honour an opt-out'),
  severity_policy: z.string().describe('SHA-256 of the harms, causes and texts beside the rules'),
  baseline: z
    .strictObject({
      file: z.string().describe('from the folder of unsilo.yaml, or by name where it lies elsewhere'),
      sha256: z.string(),
      entries: z.int(),
      today: z.iso.date().describe('day on which it was decided what has expired'),
    })
    .nullable(),
  against: z
    .strictObject({
      file: z.string().describe('from the folder of unsilo.yaml, or by name where it lies elsewhere'),
      sha256: z.string(),
      as_of: z.iso.datetime(),
    })
    .nullable()
    .describe('the earlier snapshot'),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      aliases: z.array(z.string()).describe('retired names: findings under them are the same'),
      since: z.string(),
      sha256: z.string(),
      needs: z.array(z.string()).describe('tables it asks'),
      off: z.string().nullable().describe('reason for which unsilo.yaml switches it off'),
      parameters: z.record(z.string(), z.unknown()),
      origin: z.string().optional().describe("folder of the user's packs; absent for rules of unsilo"),
    }),
  ),
  inputs: z.array(inputSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
