import { z } from 'zod';

/** How a column's text is read, and how it is kept in the store. */
export type ColumnKind =
  | 'text'
  | 'enum'
  | 'list'
  | 'instant'
  | 'date'
  | 'duration'
  | 'integer'
  | 'decimal'
  | 'boolean';

/** One column of a canonical table: the only place its type, demand and meaning are stated. */
export interface Column {
  readonly kind: ColumnKind;
  readonly required: boolean;
  readonly doc: string;
  /** Allowed spellings, for `enum` and for the items of a closed `list`. */
  readonly values?: readonly string[];
  /** Table whose id this column names. */
  readonly references?: string;
}

export type Columns = Readonly<Record<string, Column>>;

type Options = { required?: boolean; values?: readonly string[]; references?: string };
const column = (kind: ColumnKind, doc: string, options: Options = {}): Column => ({
  kind,
  doc,
  required: options.required ?? false,
  ...(options.values && { values: options.values }),
  ...(options.references && { references: options.references }),
});

export const text = (doc: string, options?: Options): Column => column('text', doc, options);
export const oneOf = (values: readonly string[], doc: string, options?: Options): Column =>
  column('enum', doc, { ...options, values });
/** Items separated by `|`; the word `none` alone means known to be none. */
export const list = (doc: string, options?: Options): Column => column('list', doc, options);
/** RFC 3339 instant; kept as UTC with microseconds. */
export const instant = (doc: string, options?: Options): Column => column('instant', doc, options);
export const date = (doc: string, options?: Options): Column => column('date', doc, options);
/** ISO 8601 duration, `P1DT2H`; kept as text. */
export const duration = (doc: string, options?: Options): Column => column('duration', doc, options);
export const integer = (doc: string, options?: Options): Column => column('integer', doc, options);
/** Exact decimal with four places; kept as a decimal, read out as text. */
export const decimal = (doc: string, options?: Options): Column => column('decimal', doc, options);
export const boolean = (doc: string, options?: Options): Column => column('boolean', doc, options);
/** Marks a column as required. */
export const must = (column: Column): Column => ({ ...column, required: true });

const schemaOf: Record<ColumnKind, (column: Column) => z.ZodType> = {
  text: () => z.string(),
  enum: (column) => z.enum(column.values as [string, ...string[]]),
  list: (column) => z.array(column.values ? z.enum(column.values as [string, ...string[]]) : z.string()),
  instant: () => z.iso.datetime({ offset: true }),
  date: () => z.iso.date(),
  duration: () => z.iso.duration(),
  integer: () => z.int(),
  decimal: () => z.string().regex(/^-?\d+(\.\d+)?$/),
  boolean: () => z.boolean(),
};

/** The zod schema of one row: an object with the columns' names; an optional column may be null or absent. */
export function rowSchema(columns: Columns): z.ZodObject {
  const shape = Object.entries(columns).map(([name, column]) => {
    const schema = schemaOf[column.kind](column).describe(column.doc);
    return [name, column.required ? schema : schema.nullish()] as const;
  });
  return z.object(Object.fromEntries(shape));
}
