import { join } from 'node:path';
import type { WrittenIntake } from '../app/intake/index.js';
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

/** What was written, and what to do with it. */
export function writtenLines({ questions, leftOut }: WrittenIntake, file: string, known?: string): string {
  const lines = [
    known === undefined ? `wrote ${file}, empty` : `wrote ${file}, with what ${known} knows`,
    ...(questions > 0 ? [`open questions, on a sheet of their own: ${questions}`] : []),
    ...(leftOut > 0
      ? [`rows that could not be read and are not in it, but among the questions: ${leftOut}`]
      : []),
    `fill it in, then: unsilo intake questions ${file}`,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
