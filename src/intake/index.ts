import { collected, type IntakeTexts, type Question } from '../model/intake.js';
import { findTable } from '../model/tables/index.js';
import { type Book, columnName, sheetName } from './book.js';
import { type Collected, headerRows, type InventoryRows, idOf, idsName, usualRows } from './layout.js';
import { listSheet } from './list-sheet.js';
import { questionSheet, type RowOf } from './question-sheet.js';
import { startSheet } from './start-sheet.js';
import { tableSheet } from './table-sheet.js';

export { toXlsx } from './xlsx/index.js';

/** The ids of a table as far as there are any, so that drop-downs end with the last one. */
function idsPlace(table: Collected, id: string, rows: InventoryRows, texts: IntakeTexts): string {
  const column = columnName(Object.keys(findTable(table)!.columns).indexOf(id));
  const sheet = sheetName(texts.tables[table].sheet);
  const first = `${sheet}!$${column}$${headerRows + 1}`;
  const last = `$${column}$${headerRows + Math.max(usualRows, rows[table].length + 1000)}`;
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${first}:${last})),1)`;
}

/** Rows of the sources are written one below the other, whatever gaps there were between them. */
function rowsIn(rows: InventoryRows): RowOf {
  const key = (table: string, { file, row }: { file: string; row: number }) =>
    JSON.stringify([table, file, row]);
  const all = collected.flatMap((table) =>
    rows[table].map(({ place }, i) => [key(table, place), headerRows + 1 + i] as const),
  );
  const found = new Map(all);
  return (table, place) => found.get(key(table, place));
}

/** The workbook of an inventory in a language: how to begin, a sheet for each table, open questions, values on offer. */
export function intakeBook(rows: InventoryRows, questions: readonly Question[], texts: IntakeTexts): Book {
  const lists = listSheet(texts);
  const ids = collected.flatMap((table) => {
    const id = idOf[table];
    return id ? [[idsName(table), idsPlace(table, id, rows, texts)] as const] : [];
  });
  const asked = questions.length === 0 ? [] : [questionSheet(questions, texts, rowsIn(rows))];
  return {
    title: texts.start.title,
    rightToLeft: texts.right_to_left,
    sheets: [
      startSheet(texts, rows, questions.length),
      ...collected.map((table) => tableSheet(table, rows[table], texts)),
      ...asked,
      lists.sheet,
    ],
    names: { ...Object.fromEntries(ids), ...lists.names },
    refused: texts.refused,
  };
}
