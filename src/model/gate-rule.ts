import { z } from 'zod';
import { confidences, severities } from './enums.js';
import { parameterSchema, sentence } from './rule.js';

/** What a rule cannot be asked without. */
export const gateNeeds = [
  'contract',
  'supplies',
  'recipients',
  'owned_domains',
  'incidents',
  'history',
  'headers',
] as const;

const caseSchema = z.strictObject({
  severity: z.enum(severities),
  message: sentence.describe('one sentence; {name} is filled from args'),
  remediation: sentence.optional().describe("overrides the rule's"),
});

/** `rule.yaml` of a rule about templates: one without `query.sql`; `src/gate/checks` has its check by the rule's id. */
export const gateRuleSchema = z.strictObject({
  title: z.string().describe('what it finds, a few words'),
  code: z.string().optional().describe('short alias'),
  aliases: z.array(z.string()).optional().describe('retired names'),
  since: z.string(),
  confidence: z.enum(confidences).describe('highest confidence a finding of this rule can have'),
  needs: z.array(z.enum(gateNeeds)).describe('without these the rule is not evaluated'),
  fix: z.enum(['none', 'suggestion', 'safe']).describe('whether --fix may mend it'),
  cases: z.record(z.string(), caseSchema),
  remediation: sentence,
  parameters: z.record(z.string(), parameterSchema).optional(),
  sources: z.array(z.string()).min(1).describe('law, RFC, guide, or practice the rule rests on'),
});
export type GateRuleDefinition = z.infer<typeof gateRuleSchema>;

/** A rule about templates with its place and texts. */
export interface GateRule {
  readonly id: string;
  readonly pack: string;
  readonly definition: GateRuleDefinition;
  readonly readme: string;
  readonly cases: string;
}
