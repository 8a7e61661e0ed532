import type { Columns } from './column.js';

/** A canonical table. `large` tables are loaded into the store once per content and touched by facts only. */
export interface Table {
  readonly name: string;
  readonly large: boolean;
  readonly doc: string;
  readonly columns: Columns;
}

export const small = (name: string, doc: string, columns: Columns): Table => ({
  name,
  large: false,
  doc,
  columns,
});
export const large = (name: string, doc: string, columns: Columns): Table => ({
  name,
  large: true,
  doc,
  columns,
});
