import { z } from 'zod';

const share = z.number().min(0).max(1);
const bits = z.number().describe('bits: log2 of how much likelier it makes the same person');

const columnSchema = z.strictObject({
  header: z.string(),
  role: z.string().nullable().describe('null where the column is left alone'),
  from: z.enum(['map', 'name', 'content']).nullable().describe('what told the role'),
  left: z
    .enum(['ignored', 'never compared', 'unknown', 'doubled', 'said by others'])
    .nullable()
    .describe('why the column is left alone'),
});

const fileSchema = z.strictObject({
  file: z.string(),
  rows_in: z.int(),
  rows_used: z.int(),
  rows_set_aside: z.int(),
  set_aside: z
    .array(z.strictObject({ row: z.int(), column: z.string().nullable(), expected: z.string() }))
    .describe('the first of them; rows count as a spreadsheet does'),
  record_id: z.string().nullable().describe('column that names the records; null: their rows do'),
  columns: z.array(columnSchema),
});

const levelSchema = z.strictObject({
  name: z.string(),
  m: share.describe('share of records of one person that agree in this way'),
  u: share.describe('share of records of two persons that do'),
  weight: bits,
  by_frequency: z.boolean().describe('the weight moves with how common the value is'),
});

const shareOf = z.strictObject({
  same: z.int(),
  of: z.int(),
  share: share.nullable(),
  low: share.describe('interval of Wilson, 95 %'),
  high: share,
});

/** What people judged of pairs, held against what the model says of the same pairs. */
const measuredSchema = z.strictObject({
  judged: z.int(),
  open: z.int().describe('pairs without answer'),
  links: shareOf.describe(
    'pairs at or over the threshold: precision where it is hardest, near the threshold',
  ),
  others: shareOf.describe('pairs below it that are the same person after all'),
});
export type Measured = z.infer<typeof measuredSchema>;

/** How files of records were linked, as `unsilo link --format json` tells it. */
export const linkSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  mode: z.enum(['dedupe', 'link', 'link-only']),
  files: z.array(fileSchema),
  records: z.int(),
  persons: z.int(),
  persons_of_several: z.int().describe('persons with two records or more'),
  largest: z.int().describe('records of the person who has most'),
  compared: z.int().describe('pairs'),
  links: z.int().describe('pairs at or over the threshold'),
  bands: z.strictObject({
    certain: z.int().describe('pairs of 0.99 or more'),
    likely: z.int().describe('0.9 to 0.99'),
    possible: z.int().describe('0.5 to 0.9'),
  }),
  threshold: share,
  crowded_names: z
    .int()
    .describe('names that sound like too many others to be compared across scripts with all of them'),
  prior: bits,
  fields: z.array(z.strictObject({ column: z.string(), role: z.string(), levels: z.array(levelSchema) })),
  blocks: z.array(
    z.strictObject({
      keys: z.array(z.string()).describe('pairs that agree in all of these are compared'),
      pairs: z.int(),
      dropped_values: z.int().describe('values too common to compare all who have them'),
      dropped_pairs: z.int(),
    }),
  ),
  estimated: z
    .strictObject({
      blocking_recall: share.nullable(),
      precision: share.nullable(),
      recall: share.nullable(),
    })
    .describe('from the model, without any label'),
  measured: measuredSchema.nullable(),
  known: z
    .strictObject({ used: z.int(), foreign: z.int().describe('lines whose record is in no file') })
    .nullable(),
  timings: z.record(z.string(), z.int()).describe('milliseconds by step'),
});
export type LinkReport = z.infer<typeof linkSchema>;

/** What stands as the column of a step that weighs a pair as a whole; the steps of its columns come before. */
export const wholePair = '(all that is personal)';

/** One pair, field by field, as `unsilo link --explain A B --format json` tells it. */
export const pairSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  record_id_a: z.string(),
  record_id_b: z.string(),
  prior: bits.describe('of any pair, before anything is compared'),
  fields: z.array(
    z.strictObject({
      column: z.string(),
      role: z.string(),
      a: z.string().nullable(),
      b: z.string().nullable(),
      level: z.string().describe('how the two agree'),
      weight: bits,
      frequency: bits.describe('more for a rare value, less for a common one; not in `weight`'),
    }),
  ),
  weight: bits.describe('sum of all'),
  probability: share,
  threshold: share,
  basis: z.string(),
  same_person: z.boolean().describe('whether both ended under one person'),
});
export type PairReport = z.infer<typeof pairSchema>;
