import { z } from 'zod';

export const calendars = ['gregorian', 'jalali', 'hijri'] as const;
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

/** Canonical column: source column, or how to read it. */
export const columnsSchema = z.record(z.string(), z.union([z.string(), columnMappingSchema]));

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
