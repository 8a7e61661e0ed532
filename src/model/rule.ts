import { z } from 'zod';
import { confidences } from './enums.js';
import type { Table } from './table.js';

export const sentence = z.string().regex(/\.$/, 'ends with a period');

/** One case of a rule: which harm it is, and the sentence about what was found. */
const caseSchema = z.strictObject({
  harm: z.string().describe('harm class of rules/severity.yaml'),
  message: sentence.describe('one sentence; {name} is filled from args and the contract columns'),
  remediation: sentence.optional().describe("overrides the rule's"),
});

export const parameterSchema = z.strictObject({
  type: z.enum(['integer', 'decimal', 'text', 'list', 'duration']),
  default: z.union([z.string(), z.number(), z.array(z.string())]),
  doc: z.string(),
});

/** `rule.yaml`. The id is the folder path `<pack>/<name>`. */
export const ruleSchema = z.strictObject({
  title: z.string().describe('what it finds, a few words'),
  code: z.string().optional().describe('short alias'),
  aliases: z.array(z.string()).optional().describe('retired names'),
  since: z.string(),
  confidence: z.enum(confidences).describe('highest confidence a finding of this rule can have'),
  needs: z
    .array(z.string())
    .describe('std_ tables without rows of which the rule is not evaluated; `a|b`: one of them is enough'),
  cases: z.record(z.string(), caseSchema),
  remediation: sentence,
  parameters: z.record(z.string(), parameterSchema).optional().describe('in the query as $name'),
  affected: z
    .strictObject({ lookup: z.string(), with: z.record(z.string(), z.string()).optional() })
    .optional()
    .describe('look-up of src/facts/lookup that lists everybody behind a finding'),
  sources: z.array(z.string()).min(1).describe('law, RFC, guide, or practice the rule rests on'),
});
export type RuleDefinition = z.infer<typeof ruleSchema>;

const packColumnSchema = z.strictObject({
  kind: z.enum(['text', 'integer', 'decimal', 'boolean', 'instant', 'date']),
  doc: z.string(),
});

/** `facts/<name>.yaml` of a pack: what the query beside it returns, one row per value of the key. */
export const packFactSchema = z.strictObject({
  doc: z.string().describe('what one row says'),
  key: z.array(z.string()).min(1).describe('columns by which the query groups; one row each, never empty'),
  columns: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'letters, digits and _'), packColumnSchema),
});

/** A question over large tables that a user's pack asks once for its rules, which read the answer as a table. */
export interface PackFact {
  /** `fact_<pack>_<name>`, columns typed. */
  readonly table: Table;
  readonly key: readonly string[];
  readonly query: string;
  /** Of the query, as errors name it. */
  readonly file: string;
}

/** What sets a user's rule apart from those that come with unsilo: it is not trusted. */
export interface Foreign {
  /** Of its packs, as unsilo.yaml names it. */
  readonly folder: string;
  /** Facts of its pack. */
  readonly facts: readonly PackFact[];
}

/** Columns of a rule's result; a query returns all of them, in any order. Counts are null where they mean nothing. */
export const contractColumns = [
  'subject',
  'case',
  'cause',
  'confidence',
  'persons',
  'persons_of',
  'messages',
  'messages_of',
  'args',
  'evidence',
  'path',
] as const;

/** A rule with its place and texts. */
export interface Rule {
  readonly id: string;
  readonly pack: string;
  readonly definition: RuleDefinition;
  readonly query: string;
  readonly readme: string;
  readonly cases: string;
  /** Only on rules of users' own packs. */
  readonly foreign?: Foreign;
}
