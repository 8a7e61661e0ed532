import { join } from 'node:path';
import type { WorkbookTables } from '../app/intake/read-workbook.js';
import { printable } from '../text/printable.js';

const rowsOf = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

const badLine = ({ file, row, column, value, expected }: WorkbookTables['badCells'][number]): string => {
  const found = value === null ? 'is empty' : `is '${value}'`;
  return `  ${file}, row ${row}: ${column ?? 'the row'} ${found}, expected ${expected}`;
};

/** What became of a workbook's rows, for the person at the keyboard; every row is accounted for. */
export function readLines(read: WorkbookTables, out: string): string {
  const { tables, rowsIn, rowsSetAside, badCells, others } = read;
  const used = rowsIn - rowsSetAside;
  const changed = tables.reduce((sum, one) => sum + one.changed, 0);
  const lines = [
    ...tables.map(({ name, rows }) => `wrote ${join(out, `${name}.csv`)}, ${rowsOf(rows)}`),
    `${rowsOf(rowsIn)} in the workbook: ${used} used, ${rowsSetAside} set aside`,
    ...badCells.map(badLine),
    ...(changed > 0
      ? [`cells that begin like formulas got an apostrophe, so that no spreadsheet runs them: ${changed}`]
      : []),
    ...(others.length > 0 ? [`sheets of no table, left alone: ${others.join(', ')}`] : []),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
