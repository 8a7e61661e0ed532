import { z } from 'zod';
import { blindSpots, sizeSchema } from './past.js';

const side = z.strictObject({
  as_of: z.iso.datetime(),
  version: z.string(),
  findings: z.int(),
});

/** A finding of one or both snapshots. */
const itemSchema = z.strictObject({
  fingerprint: z.string(),
  rule: z.string(),
  title: z.string(),
  subject: z.string(),
  before: sizeSchema.nullable().describe('null where the first snapshot lacks it'),
  after: sizeSchema.nullable().describe('null where the second snapshot lacks it'),
  regressed: z.boolean().describe('fixed in an earlier run, and back'),
  suppressed: z.boolean().describe('accepted in the second snapshot'),
  rule_changed: z.boolean().describe('its rule asks, says or counts otherwise than before'),
  why: z.enum(blindSpots).nullable().describe('why one of the snapshots could not have it'),
  what: z.array(z.string()),
});
export type DiffItem = z.infer<typeof itemSchema>;

/** What changed besides the findings. The world is what the sources say; the rest is how it was looked at. */
export const changeKinds = [
  'version',
  'as_of',
  'configuration',
  'policy',
  'severity_policy',
  'rule',
  'parameter',
  'input',
] as const;

const changeSchema = z.strictObject({
  kind: z.enum(changeKinds),
  name: z.string(),
  before: z.string().nullable().describe('null where it was not there'),
  after: z.string().nullable().describe('null where it is gone'),
});
export type Change = z.infer<typeof changeSchema>;

/** Groups of a difference, in the order in which they are told. */
export const diffGroups = ['new', 'worse', 'first_seen', 'unseen', 'better', 'fixed'] as const;
export type DiffGroup = (typeof diffGroups)[number];

const items = z.array(itemSchema);

/** What became of the findings of one snapshot in another. */
export const diffSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  before: side,
  after: side,
  unchanged: z.int().describe('findings in both, neither worse nor better'),
  new: items.describe('could have been found before, and was not'),
  worse: items.describe('severity, persons or messages have grown by more than noise'),
  first_seen: items.describe('not looked at before: nobody knows how long it is there'),
  unseen: items.describe('no longer looked at: not fixed, as far as anybody knows'),
  better: items.describe('shrunk by more than noise; may be worse in another measure'),
  fixed: items.describe('looked for and not found any more'),
  coverage: z.array(changeSchema.omit({ kind: true })),
  changes: z.array(changeSchema),
});
export type Diff = z.infer<typeof diffSchema>;
