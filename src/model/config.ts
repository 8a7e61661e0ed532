import { z } from 'zod';
import { deliveryPolicies, graceSchema, policySchema } from './choice-settings.js';
import { channels, importFormats, keyTypes, logFormats, severities } from './enums.js';
import { ownEscalationSchema } from './escalation.js';
import { gateSettingsSchema } from './gate-settings.js';
import { tables } from './tables/index.js';

const tableNames = tables.map((table) => table.name) as [string, ...string[]];
const isoDuration = z.iso.duration();
const calendars = ['gregorian', 'jalali', 'hijri'] as const;
/** What a text must look like to be a key. */
export const textForms = ['email', 'sha256', 'sha1', 'md5', 'phone'] as const;

/** How one canonical column is read from a row of the source. */
export const columnMappingShape = {
  from: z.string().optional().describe('name of the source column'),
  or: z.array(z.string()).optional().describe('columns read where it is empty; the first with a value'),
  with: z
    .array(z.string())
    .optional()
    .describe(
      'columns of which the values are put behind it; `values` may name fewer of them, from the front',
    ),
  between: z.string().optional().describe('what stands between the values of `with`; default `/`'),
  several: z
    .string()
    .optional()
    .describe('column; `with` holds only in rows in which this column lists more than one value'),
  constant: z.string().optional().describe('the same value for every row'),
  values: z
    .record(z.string(), z.string())
    .optional()
    .describe('code of the source → canonical value, or `skip` for no record'),
  otherwise: z.string().optional().describe('value of codes that `values` does not name, or `skip`'),
  form: z
    .enum(textForms)
    .optional()
    .describe('what every value must look like; a row with another is set aside'),
  prefix: z.string().optional().describe('put before every text: `marketing/list/` and the name of the list'),
  invert: z
    .boolean()
    .optional()
    .describe('the flag means the opposite: after `values`, yes ↔ no, opt_in ↔ opt_out, paper ↔ electronic'),
  absent: z
    .string()
    .optional()
    .describe('meaning of an empty cell: a canonical value, or `skip` for no record (default: unknown)'),
  format: z
    .string()
    .optional()
    .describe(
      'strptime pattern of times and dates, `%d.%m.%Y`; `unix` and `unix_ms` count from 1970, `epoch` tells seconds from milliseconds and less by their size',
    ),
  calendar: z.enum(calendars).optional(),
  time_zone: z.string().optional().describe('IANA zone of times without offset'),
};

export const columnMappingSchema = z
  .strictObject(columnMappingShape)
  .refine((mapping) => (mapping.from === undefined) !== (mapping.constant === undefined), {
    message: 'give either `from` or `constant`',
  });
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

const columnsSchema = z.record(z.string(), z.union([z.string(), columnMappingSchema]));

/** How nested JSON becomes rows: values are named by their path, `user.id`, those of items `purposes.status`. */
export const documentSchema = z.strictObject({
  within: z.string().optional().describe('key under which the list of documents stands'),
  unwrap: z
    .array(z.string())
    .optional()
    .describe(
      'envelopes: paths under which the document stands, as JSON or as a text of JSON; others are left out',
    ),
  each: z
    .array(z.string())
    .optional()
    .describe('paths of lists or maps; each of their items makes one row with what surrounds it'),
  first: z
    .array(z.string())
    .optional()
    .describe(
      'paths of lists; each item of the first one that is there makes one row with what surrounds it',
    ),
});

export type DocumentConfig = z.infer<typeof documentSchema>;

const sourceSchema = z.strictObject({
  table: z
    .enum([...tableNames, ...importFormats, 'intake'])
    .describe(
      'canonical table; format of an inventory kept in another tool; `intake` for a workbook of `unsilo intake`, all its sheets',
    ),
  file: z.string().describe('path or glob, relative to unsilo.yaml'),
  mapping: z
    .string()
    .optional()
    .describe(
      'how a known vendor writes such files, `unsilo schema sources` lists them; `columns` override it',
    ),
  format: z
    .enum(['csv', 'jsonl', 'parquet', 'xlsx', ...logFormats, ...importFormats])
    .optional()
    .describe(
      'default: by name; `mail` for a folder, mbox or files of bounce mails, `postfix` for a maillog (sends or delivery_events)',
    ),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252', 'windows-1256']).optional(),
  sheet: z.string().optional(),
  header_row: z.int().min(1).optional().describe('row of the column names, for files with title rows'),
  time_zone: z.string().optional().describe('IANA zone of times without offset'),
  calendar: z.enum(calendars).optional(),
  observed_at: z
    .string()
    .optional()
    .describe(
      'when the export was drawn: a day, a time with offset, or a pattern of the file name, `prefs-%Y%m%d.csv`, in the calendar of the source',
    ),
  exports: z
    .enum(['complete', 'additions'])
    .optional()
    .describe(
      'several exports of one system: each holds everything there was (what differs has changed in between), or only what is new',
    ),
  directions: z
    .record(z.string(), z.enum(['read', 'write', 'both']))
    .optional()
    .describe(
      'backstage, archimate: whether who depends on an API or system reads from it (default), writes to it, or both; by its id, `*` for all others',
    ),
  document: documentSchema
    .optional()
    .describe('nested JSON: values are named by their path, `user.id`, those of items `purposes.status`'),
  columns: columnsSchema.optional().describe('canonical column: source column, or how to read it'),
  records: z
    .array(columnsSchema)
    .optional()
    .describe('wide rows: each row makes one record per entry; an entry adds to `columns` or overrides it'),
});
export type SourceConfig = z.infer<typeof sourceSchema>;

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
  domains: z
    .array(z.string().min(1))
    .optional()
    .describe('domains of the organisation; links in messages lead there, and below them'),
  gate: gateSettingsSchema.optional().describe('templates to be released; `unsilo gate` needs nothing else'),
});
export type Config = z.infer<typeof configSchema>;
