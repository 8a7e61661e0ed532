import { z } from 'zod';
import { deliveryPolicies, graceSchema, policySchema } from './choice-settings.js';
import { costSettingsSchema } from './costs.js';
import { channels, keyTypes, severities } from './enums.js';
import { ownEscalationSchema } from './escalation.js';
import { gateSettingsSchema } from './gate-settings.js';
import { goalSchema, journeySettingsSchema } from './goals.js';
import { sourceSchema } from './source-settings.js';

const isoDuration = z.iso.duration();
/** `unsilo.yaml`. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().describe('the ecosystem'),
  time_zone: z.string().optional().describe('IANA zone of times without offset, if a source states none'),
  as_of: z.iso.datetime({ offset: true }).optional(),
  inventory: z
    .enum(['complete', 'partial'])
    .default('partial')
    .describe('whether a flow that the inventory does not have is one that there is not'),
  agreed_time: isoDuration
    .default('P10D')
    .describe('time within which a change must have arrived everywhere'),
  agreed_times: z
    .array(z.strictObject({ field: z.string(), time: isoDuration }))
    .optional()
    .describe('exceptions by field path; the longest matching path wins'),
  policy: policySchema.default('default'),
  delivery: z
    .enum(deliveryPolicies)
    .default('per_relationship')
    .describe('a choice of paper or electronic holds for its relationship, or for the person as a whole'),
  clock_tolerance: isoDuration.default('PT5M').describe('times closer than this count as the same'),
  regimes: z
    .array(z.string())
    .optional()
    .describe(
      'law by which senders get time to honour an opt-out, by names of `rules/regimes.yaml`; default: by the jurisdiction of the record',
    ),
  grace: z
    .array(graceSchema)
    .optional()
    .describe('time a sender has to honour an opt-out; outweighs regimes; default none'),
  consent_validity: z
    .array(z.strictObject({ channel: z.enum(['*', ...channels]), time: isoDuration }))
    .optional()
    .describe('age from which a consent counts as expired; default none, only valid_to of a record'),
  identity: z
    .strictObject({
      shared_keys: z
        .array(z.strictObject({ key_type: z.enum(keyTypes), systems: z.array(z.string()).min(2) }))
        .optional()
        .describe('keys that mean the same customer in all these systems'),
      shared_value_limit: z.int().min(2).default(5).describe('a value held by more persons links nobody'),
      probabilistic: z
        .boolean()
        .default(true)
        .describe(
          'whether records that share no key are linked by names, dates and addresses that nearly agree',
        ),
      phone_region: z
        .string()
        .regex(/^[A-Za-z]{2}$/)
        .optional()
        .describe('country (ISO 3166-1, two letters) of telephone numbers that state none'),
      hash_salt: z
        .string()
        .min(1)
        .optional()
        .describe('text that systems put before an address when they hash it'),
    })
    .optional(),
  sources: z.array(sourceSchema).min(1),
  rules: z
    .record(
      z.string(),
      z.strictObject({
        off: z.string().optional().describe('reason for not applying the rule'),
        parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
      }),
    )
    .optional(),
  require: z.array(z.string()).optional().describe('rules that must be evaluated'),
  packs: z
    .array(z.string())
    .optional()
    .describe('folders of your own rule packs, relative to unsilo.yaml (default: rules, if there is one)'),
  limits: z
    .strictObject({
      rule_time: isoDuration.default('PT10S').describe('time for one question of a rule'),
      fact_time: isoDuration.default('PT10M').describe('time for one fact of a pack'),
      memory_mb: z.int().min(256).default(1024).describe('memory for the questions of rules'),
    })
    .optional()
    .describe('what rules of your own packs may use up'),
  due: z.partialRecord(z.enum(severities), isoDuration).optional().describe('time to act by severity'),
  escalation: ownEscalationSchema
    .optional()
    .describe(
      'who acts on errors by harm class, by when, and what agents may do; default: rules/escalation.yaml',
    ),
  assigned: z
    .record(
      z.string().regex(/^[0-9a-f]{16}$/, 'is not a fingerprint of 16 hex digits'),
      z.string().trim().min(1),
    )
    .optional()
    .describe('who owns a finding, by its fingerprint: owner_id or name; outweighs the inventory'),
  domains: z
    .array(z.string().min(1))
    .optional()
    .describe('domains of the organisation; links in messages lead there, and below them'),
  costs: costSettingsSchema.optional().describe('unit costs of changes, for the roadmap'),
  goals: z.array(goalSchema).optional().describe('what measures of the scorecard are to reach'),
  journeys: z.array(journeySettingsSchema).optional().describe('how cases in journey_events end'),
  gate: gateSettingsSchema.optional().describe('templates to be released; `unsilo gate` needs nothing else'),
});
export type Config = z.infer<typeof configSchema>;
