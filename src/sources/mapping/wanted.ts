import type { SourceConfig } from '../../model/source-settings.js';
import type { Table } from '../../model/table.js';
import { entriesOf } from './plan.js';

/** Column names a file must have: those its mapping names, and required ones that nothing else supplies. */
export function wantedNames(source: SourceConfig, table: Table): string[] {
  const names = entriesOf(source).flatMap((entry) =>
    Object.entries(table.columns).flatMap(([column, { required }]) => {
      const given = entry[column];
      if (given === undefined) return required ? [column] : [];
      return (typeof given === 'string' ? given : given.from)?.trim() ?? [];
    }),
  );
  return [...new Set(names)];
}

/** How far from the top title rows may reach. */
export const titleRows = 50;

/** A row that may hold the column names, and how many of the wanted ones it has. */
export interface HeaderRow {
  /** From 1. */
  readonly row: number;
  readonly found: number;
}

/** The first row with most of the wanted names; the first of all when none has any. */
export function findHeader(
  rows: readonly (readonly (string | null)[])[],
  wanted: readonly string[],
): HeaderRow {
  let best: HeaderRow = { row: 1, found: 0 };
  for (const [i, cells] of rows.slice(0, titleRows).entries()) {
    const names = new Set(cells.map((cell) => cell?.trim()));
    const found = wanted.filter((name) => names.has(name)).length;
    if (found > best.found) best = { row: i + 1, found };
  }
  return best;
}
