import { z } from 'zod';
import { channels, severities } from './enums.js';
import { findingSchema, notEvaluatedSchema } from './finding.js';
import { severityCounts, verdictSchema } from './report.js';
import { partNames } from './template.js';

/** A place in a file; lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
const placeSchema = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  end_line: z.int().min(1),
  end_column: z.int().min(1),
  excerpt: z
    .strictObject({ before: z.string(), at: z.string(), after: z.string() })
    .describe('the line around the place, cut'),
});
export type GatePlace = z.infer<typeof placeSchema>;

const editSchema = z.strictObject({
  file: z.string(),
  start: z.int().min(0).describe('offset into the text of the file, UTF-16 units'),
  end: z.int().min(0),
  text: z.string(),
});
export type GateEdit = z.infer<typeof editSchema>;

/** A finding about templates: `evidence` has its places as lines, `places` exactly. */
export const gateFindingSchema = findingSchema.extend({
  code: z.string().nullable(),
  message_id: z.string().nullable().describe('the message it stops'),
  channel: z.enum([...channels, 'unknown']).nullable(),
  part: z.enum(partNames).nullable(),
  locale: z.string().nullable(),
  places: z.array(placeSchema).describe('where it stands, in order'),
  compared: z.array(placeSchema).describe('what it was compared with'),
  fix: z.enum(['none', 'suggestion', 'safe']).describe('safe: --fix mends it'),
  edits: z.array(editSchema).describe('what mends it'),
});
export type GateFinding = z.infer<typeof gateFindingSchema>;

const contractEntry = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  as_of: z.string(),
  valid_until: z.string(),
});
export type ContractEntry = z.infer<typeof contractEntry>;

const ruleEntry = z.strictObject({
  id: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  aliases: z.array(z.string()).describe('retired names: findings under them are the same'),
  since: z.string(),
  off: z.string().nullable().describe('reason for which unsilo.yaml switches it off'),
  parameters: z.record(z.string(), z.unknown()),
});
export type GateRuleEntry = z.infer<typeof ruleEntry>;

const releaseSchema = z.strictObject({
  message: z.string(),
  state: z.enum(['ready', 'blocked', 'needs_approval']),
  by: z.array(z.string()).describe('whose approval it waits for; empty if nobody is named'),
  findings: z.array(z.string()).describe('fingerprints of what stops it, worst first'),
  channels: z.array(z.string()),
  locales: z.array(z.string()),
});
export type GateRelease = z.infer<typeof releaseSchema>;

const incidentsSchema = z.strictObject({
  kinds: z.array(z.string()),
  channels: z.array(z.string()),
  locales: z.array(z.string()),
  cells: z.array(
    z.strictObject({
      kind: z.string(),
      channel: z.string(),
      locale: z.string(),
      message: z.string().nullable().describe('the message that has the text; null where there is none'),
    }),
  ),
});
export type GateIncidents = z.infer<typeof incidentsSchema>;

const sinceSchema = z.strictObject({
  revision: z.string(),
  commit: z.string().describe('where the work that is checked left the revision'),
  files: z.array(z.string()).describe('files that differ'),
  touched: z.array(z.string()).describe('messages that this changes, also through what they are made of'),
  elsewhere: z.int().describe('findings about messages that are not touched; they do not count'),
});

const manifestSchema = z.strictObject({
  tool: z.literal('unsilo'),
  version: z.string(),
  today: z.iso.date(),
  options: z.strictObject({ show: z.enum(severities), strict: z.boolean(), fail_on_new: z.boolean() }),
  configuration: z.string().describe('SHA-256 of the settings as they were understood'),
  templates: z.string().describe('SHA-256 of all templates read, in order of their paths'),
  contract: contractEntry.nullable(),
  baseline: z
    .strictObject({ file: z.string(), sha256: z.string(), entries: z.int(), today: z.iso.date() })
    .nullable(),
  against: z
    .strictObject({ file: z.string(), sha256: z.string(), today: z.iso.date() })
    .nullable()
    .describe('an earlier report of the gate'),
  rules: z.array(ruleEntry),
});

const coverageSchema = z.strictObject({
  files: z.int().describe('files that were read'),
  unread: z.array(z.strictObject({ file: z.string(), why: z.string() })),
  parts: z.int().describe('texts found in them'),
  messages: z.int(),
  locales: z.array(z.string()),
  channels: z.array(z.string()),
  since: sinceSchema.nullable().describe('null: everything was checked'),
  rules_evaluated: z.int(),
  not_evaluated: z.array(notEvaluatedSchema),
});
export type GateCoverage = z.infer<typeof coverageSchema>;

/** The report of `unsilo gate`. */
export const gateReportSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  kind: z.literal('gate'),
  ecosystem: z.string(),
  manifest: manifestSchema,
  coverage: coverageSchema,
  verdict: verdictSchema,
  summary: z.strictObject({
    findings: severityCounts,
    shown: z.int(),
    hidden: z.int().describe('below --show'),
    suppressed: z.int(),
    fixable: z.int().describe('findings that --fix mends'),
    against: z
      .strictObject({
        new: z.int(),
        known: z.int(),
        worse: z.int(),
        gone: z.int().nullable().describe('null where not every template was looked at'),
      })
      .nullable()
      .describe('findings beside those of an earlier report'),
  }),
  findings: z.array(gateFindingSchema).describe('worst first'),
  incidents: incidentsSchema.nullable().describe('the incident plan; null where the settings have none'),
  release: z.array(releaseSchema).nullable().describe('what may go out, with `--release`'),
});
export type GateReport = z.infer<typeof gateReportSchema>;
