import type { IntakeTexts, Question } from '../model/intake.js';
import { fill } from '../text/fill.js';
import { type BookSheet, type Cell, type CellStyle, sheetName } from './book.js';
import { headerRows } from './layout.js';

const cell = (value: string | null, style: CellStyle): Cell | null =>
  value === null ? null : { value, style };
const widths = [28, 28, 28, 30, 90, 40];

/** The row of a workbook to which a row of the sources went. */
export type RowOf = (table: string, place: NonNullable<Question['place']>) => number | undefined;

/** Where the answer belongs: a sheet, and the row when the question is about one. */
function placeOf({ table, place }: Question, texts: IntakeTexts, rowOf: RowOf): Cell | null {
  if (table === null) return null;
  const { sheet } = texts.tables[table];
  const row = place ? rowOf(table, place) : undefined;
  const value = row === undefined ? sheet : fill(texts.questions.place, { sheet, row: String(row) });
  return { value, style: 'link', link: `${sheetName(sheet)}!A${row ?? headerRows + 1}` };
}

/** The sheet of open questions, by owner. */
export function questionSheet(questions: readonly Question[], texts: IntakeTexts, rowOf: RowOf): BookSheet {
  const { sheet, title, help, columns, nobody } = texts.questions;
  const heads = [
    columns.owner,
    columns.contact,
    columns.about,
    columns.place,
    columns.question,
    columns.answer,
  ];
  const rows = questions.map((one) => [
    cell(one.owner ?? one.owner_id ?? nobody, 'wrapped'),
    cell(one.contact, 'wrapped'),
    cell(one.subject, 'wrapped'),
    placeOf(one, texts, rowOf),
    cell(one.question, 'wrapped'),
    null,
  ]);
  const head = [
    [cell(title, 'title')],
    [cell(help, 'plain')],
    [],
    heads.map((name) => cell(name, 'optional')),
  ];
  return {
    name: sheet,
    columns: widths.map((width) => ({ width, style: 'wrapped' })),
    rows: [...head, ...rows],
    heights: { 1: 24 },
    frozen: { rows: head.length, columns: 0 },
    header: head.length,
  };
}
