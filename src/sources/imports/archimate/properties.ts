import { rowSchema } from '../../../model/column.js';
import { findTable } from '../../../model/tables/index.js';
import type { Gatherer } from '../gatherer.js';
import type { Element } from './model.js';

const flags: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/** Properties that are called like a column of a table and fit it; those that do not fit are told. */
export function cellsOf(
  one: Element,
  table: 'systems' | 'flows',
  columns: readonly string[],
  to: Gatherer,
): Record<string, string | boolean> {
  const cells: Record<string, string | boolean> = {};
  for (const name of columns) {
    const text = one.properties[name];
    const column = findTable(table)!.columns[name]!;
    if (text === undefined) continue;
    const value = column.kind === 'boolean' ? flags[text.toLowerCase()] : text;
    const checked = column.kind === 'list' ? 'any' : value;
    const schema = rowSchema({ [name]: { ...column, kind: column.kind === 'list' ? 'text' : column.kind } });
    if (value !== undefined && schema.safeParse({ [name]: checked }).success) cells[name] = value;
    else to.leave(`property ${name}`, text, 'it does not fit the column of that name', one.at);
  }
  return cells;
}
