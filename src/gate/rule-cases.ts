import { z } from 'zod';
import { contractSchema } from '../model/contract.js';
import { gateSettingsSchema } from '../model/gate-settings.js';

const caseShape = {
  title: z.string(),
  files: z.record(z.string(), z.string()),
  problems: z
    .record(z.string(), z.string())
    .optional()
    .describe('what is wrong with files as they were read'),
  senders: z.record(z.string(), z.string()).optional().describe('code beside the templates'),
  settings: gateSettingsSchema.partial().optional(),
  contract: z.record(z.string(), z.unknown()).optional().describe('part of a contract; the rest is empty'),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
  today: z.iso.date().optional(),
  before: z.record(z.string(), z.string()).optional().describe('files as they were before the change'),
};

/** `cases.yaml` of a rule about templates. Places where it must fire are marked: `Dear {{⟦nmae⟧}}`. */
export const casesSchema = z.strictObject({
  quiet: z.array(z.strictObject(caseShape)).min(1),
  firing: z
    .array(
      z.strictObject({
        ...caseShape,
        findings: z
          .array(
            z.strictObject({
              case: z.string().optional(),
              about: z.string().optional(),
              args: z.record(z.string(), z.unknown()).optional(),
            }),
          )
          .optional()
          .describe('in order of the marks: more that must be right'),
        fixed: z.record(z.string(), z.string()).optional().describe('files as --fix leaves them'),
      }),
    )
    .min(1),
});
export type RuleCase = z.infer<typeof casesSchema>['firing'][number];

const emptyContract = {
  schema_version: 1,
  ecosystem: 'case',
  as_of: '2026-07-01T00:00:00Z',
  valid_until: '2026-08-01T00:00:00Z',
  inputs: [],
  communications: [],
  opt_out_targets: [],
  consent: [],
  owned_domains: [],
  owners: [],
};

const emptyCommunication = {
  name: 'A message',
  comm_type: 'service',
  purpose: 'service',
  lob: '*',
  silo_id: null,
  legal_basis: null,
  regulatory: false,
  owner: null,
  audience: null,
  choice_scope: null,
  channels: [],
  supplies: [],
  recipients: null,
  withheld: 0,
  templates: [],
  open_causes: [],
};

const emptySupply = {
  field: '',
  type: 'text',
  nullable: null,
  null_rate: null,
  min_length: null,
  max_length: null,
  system_id: null,
  master_id: null,
  path: [],
  age: null,
};

type Loose = Record<string, unknown>;

/** A contract from the parts of it that a case names. */
export function toContract(given: Loose) {
  const communications = ((given.communications ?? []) as Loose[]).map((one) => ({
    ...emptyCommunication,
    ...one,
    supplies: ((one.supplies ?? []) as (Loose | string)[]).map((supply) => ({
      ...emptySupply,
      ...(typeof supply === 'string' ? { name: supply } : supply),
    })),
  }));
  return contractSchema.parse({ ...emptyContract, ...given, communications });
}
