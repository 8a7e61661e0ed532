import type { IntakeTexts, Question } from '../model/intake.js';
import { type BookSheet, type Cell, type CellStyle, heightOf, sheetName } from './book.js';
import { headerRows } from './layout.js';

const cell = (value: string | null, style: CellStyle): Cell | null =>
  value === null ? null : { value, style };
const widths = [32, 34, 40, 26, 8, 90, 40];

/** The row of a workbook to which a row of the sources went. */
export type RowOf = (table: string, place: NonNullable<Question['place']>) => number | undefined;

/** Where the answer belongs: a sheet, and the row when the question is about one. Mixed links are torn apart from right to left. */
function placeOf(
  { table, place }: Question,
  texts: IntakeTexts,
  rowOf: RowOf,
): readonly [Cell | null, Cell | null] {
  if (table === null) return [null, null];
  const { sheet } = texts.tables[table];
  const row = place ? rowOf(table, place) : undefined;
  const link = `${sheetName(sheet)}!A${row ?? headerRows + 1}`;
  return [{ value: sheet, style: 'link', link }, row === undefined ? null : { value: row, style: 'number' }];
}

/** Heights of rows, from the number of the first. */
const tall = (rows: BookSheet['rows'], first: number): Record<number, number> =>
  Object.fromEntries(
    rows.map((cells, i) => [
      first + i,
      heightOf(cells.flatMap((cell, c) => (cell ? [[String(cell.value), widths[c]!] as const] : []))),
    ]),
  );

/** The sheet of open questions, by owner. */
export function questionSheet(questions: readonly Question[], texts: IntakeTexts, rowOf: RowOf): BookSheet {
  const { sheet, title, help, columns, nobody } = texts.questions;
  const heads = [
    columns.owner,
    columns.contact,
    columns.about,
    columns.place,
    columns.row,
    columns.question,
    columns.answer,
  ];
  const rows = questions.map((one) => [
    cell(one.owner ?? one.owner_id ?? nobody, 'wrapped'),
    cell(one.contact, 'wrapped'),
    cell(one.subject, 'wrapped'),
    ...placeOf(one, texts, rowOf),
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
    heights: { 1: 24, ...tall(rows, head.length + 1) },
    frozen: { rows: head.length, columns: 0 },
    header: head.length,
  };
}
