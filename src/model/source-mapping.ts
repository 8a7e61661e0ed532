import { z } from 'zod';
import { columnMappingShape, documentSchema } from './column-settings.js';
import { tables } from './tables/index.js';

const tableNames = tables.map((table) => table.name) as [string, ...string[]];
const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);

/** How a column is read by a mapping that fits many files: names and formats are tried in their order. */
const shippedColumnSchema = z.strictObject({
  ...columnMappingShape,
  from: oneOrMore.optional().describe('names of the source column; the first one the file has is read'),
  with: z
    .array(oneOrMore)
    .optional()
    .describe('columns of which the values are put behind it, each under one of these names'),
  constant: z.string().optional().describe('the value of every row, or of files without the column'),
  format: oneOrMore.optional().describe('formats of times; the first one that reads all values looked at'),
  form_of: z
    .string()
    .optional()
    .describe('canonical column whose texts decide: the name of their form, translated by `values`'),
});
export type ShippedColumn = z.infer<typeof shippedColumnSchema>;

const columnsSchema = z.record(z.string(), z.union([z.string(), shippedColumnSchema]));

/** A mapping that comes with unsilo, `rules/sources/<name>.yaml`: how a vendor's file becomes records of one table. */
export const sourceMappingSchema = z.strictObject({
  title: z.string().describe('vendor and kind of file'),
  table: z.enum(tableNames),
  pages: z
    .array(z.strictObject({ url: z.url(), read: z.iso.date().optional(), says: z.string() }))
    .describe(
      'where the form is described, when that was read, and what was taken from it; without a day it could not be read, and what it is said to say is common knowledge',
    ),
  proven: z.string().optional().describe('the real sample it was tried on; without one it is unproven'),
  scopes: z.string().describe('what each scope means, and what the file cannot say'),
  recognise: z
    .strictObject({
      columns: z.array(oneOrMore).optional().describe('columns the file has, each under one of these names'),
      without: z.array(z.string()).optional().describe('columns it has not'),
      forms: z.array(z.string()).optional().describe('files of one column: what its texts look like'),
      file: z.string().optional().describe('pattern of the file name, without case'),
    })
    .optional()
    .describe('signs of such a file; without them it must be named in unsilo.yaml'),
  document: documentSchema
    .optional()
    .describe('nested JSON: values are named by their path, `user.id`, those of items `purposes.status`'),
  names: z.array(z.string()).optional().describe('column names of a file that may come without them'),
  time_zone: z.string().optional(),
  columns: columnsSchema,
  records: z.array(columnsSchema).optional(),
});
export type SourceMapping = z.infer<typeof sourceMappingSchema>;

/** A mapping and the name under which unsilo.yaml knows it. */
export interface NamedMapping extends SourceMapping {
  readonly name: string;
}
