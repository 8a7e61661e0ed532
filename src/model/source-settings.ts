import { z } from 'zod';
import { calendars, columnsSchema, documentSchema } from './column-settings.js';
import { importFormats, logFormats } from './enums.js';
import { tables } from './tables/index.js';

const tableNames = tables.map((table) => table.name) as [string, ...string[]];

/** One entry of `sources`: a file, or files of one kind, and how they are read. */
export const sourceSchema = z.strictObject({
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
