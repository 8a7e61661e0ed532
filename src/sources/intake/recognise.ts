import { collected } from '../../model/intake.js';
import type { Table } from '../../model/table.js';
import { findTable } from '../../model/tables/index.js';
import { titleRows } from '../mapping/wanted.js';
import type { Sheet } from '../read-xlsx.js';

/** The table a sheet is of. */
export interface Recognised {
  readonly table: Table;
  /** Row of the canonical names, from 1. */
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** Required columns it lacks. */
  readonly missing: readonly string[];
}

type Cells = readonly (string | null)[];
const tables = collected.map((name) => findTable(name)!);

/** Share of a table's columns from which a row is taken for its names, though a required one is missing. */
const enough = 0.6;

function recogniseRow(cells: Cells, headerRow: number): (Recognised & { readonly share: number })[] {
  const names = new Set(cells.map((cell) => cell?.trim()));
  return tables.flatMap((table) => {
    const all = Object.keys(table.columns);
    const columns = all.filter((column) => names.has(column));
    const missing = all.filter((column) => table.columns[column]!.required && !names.has(column));
    const share = columns.length / all.length;
    const isLike = missing.length === 0 ? columns.length >= 2 : share >= enough;
    return isLike ? [{ table, headerRow, columns, missing, share }] : [];
  });
}

/**
 * The table whose column names stand in one of the first rows, wherever they are and whatever else stands there; of
 * several the one that is complete, then the one with the largest share of its columns. Undefined for sheets of other
 * content.
 */
export function recogniseSheet({ rows }: Sheet): Recognised | undefined {
  const found = rows.slice(0, titleRows).flatMap((cells, i) => recogniseRow(cells, i + 1));
  return found.sort((a, b) => a.missing.length - b.missing.length || b.share - a.share)[0];
}

/** Several sheets of the inventory make a workbook of it; a single one may be a table like others. */
export const isIntake = (sheets: readonly Sheet[]): boolean =>
  sheets.filter((sheet) => recogniseSheet(sheet)?.missing.length === 0).length > 1;
