import { z } from 'zod';
import { tables } from './tables/index.js';

/** Tables of the inventory, which a future may change; what people chose and what was sent is past. */
export const editableTables = tables.filter(({ large }) => !large).map(({ name }) => name) as [
  string,
  ...string[],
];

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const cells = z.record(z.string(), cell);
const table = z.enum(editableTables);

/** One change of the inventory: a row more, rows with other values, or rows less. Rows are named by the values of columns. */
export const editSchema = z.union([
  z.strictObject({ add: table, row: cells }),
  z.strictObject({ set: table, where: cells, to: cells }),
  z.strictObject({ remove: table, where: cells }),
]);
export type Edit = z.infer<typeof editSchema>;
export type Cells = z.infer<typeof cells>;

/** A cell as the store keeps it: lists with `|`. */
export const spellCell = (value: Cells[string] | undefined): string | number | boolean | null =>
  Array.isArray(value) ? value.join('|') : (value ?? null);

/** Table that an edit changes. */
export const tableOf = (edit: Edit): string =>
  'add' in edit ? edit.add : 'set' in edit ? edit.set : edit.remove;

/** `future.yaml`: an ecosystem as it is to be, told as changes of the one in unsilo.yaml. */
export const futureSchema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().optional(),
  persons_fixed: z
    .int()
    .min(0)
    .optional()
    .describe('persons that these changes are said to put right; the run fails if its audit shows fewer'),
  changes: z.array(editSchema).min(1),
});

export type Future = z.infer<typeof futureSchema>;

/** Changes with the place they come from, for evidence. */
export interface FutureEdits {
  readonly file: string;
  readonly edits: readonly Edit[];
}
