import { collected, type IntakeTexts } from '../model/intake.js';
import { type BookSheet, type Cell, type CellStyle, heightOf, sheetName } from './book.js';
import { headerRows, type InventoryRows, usualRows } from './layout.js';

const cell = (value: string, style: CellStyle): Cell => ({ value, style });
const widths = [34, 100, 16] as const;

function tableRow(name: string, help: string, rows: number): (Cell | null)[] {
  const place = `${sheetName(name)}!$A$${headerRows + 1}`;
  const all = `${place}:$A$${headerRows + Math.max(usualRows, rows + 1000)}`;
  return [
    { value: name, style: 'link', link: `${sheetName(name)}!A${headerRows + 1}` },
    cell(help, 'wrapped'),
    { value: rows, style: 'number', formula: `COUNTA(${all})` },
  ];
}

/** The first sheet: how to fill in the others, in which order, and how far that has come. */
export function startSheet(texts: IntakeTexts, rows: InventoryRows, questions: number): BookSheet {
  const { sheet, title, lines, columns, legend } = texts.start;
  const tables = collected.map((name) =>
    tableRow(texts.tables[name].sheet, texts.tables[name].help, rows[name].length),
  );
  const asked = texts.questions.sheet;
  const link = { value: asked, style: 'link', link: `${sheetName(asked)}!A1` } as const;
  const open =
    questions === 0
      ? []
      : [[link, cell(texts.questions.help, 'wrapped'), { value: questions, style: 'number' as const }]];
  const above = [
    [cell(title, 'title')],
    [],
    ...lines.map((line, i): (Cell | null)[] => [cell(`${i + 1}`, 'plain'), cell(line, 'wrapped')]),
    [],
    ...Object.entries(legend).map(([style, text]) => [
      cell('', style === 'required' ? 'required' : style === 'missing' ? 'missing' : 'optional'),
      cell(text, 'wrapped'),
    ]),
    [],
    columns.map((name) => cell(name, 'optional')),
  ];
  const tall = lines.map((line, i) => [i + 3, heightOf([[line, widths[1]]], 16)] as const);
  return {
    name: sheet,
    columns: widths.map((width) => ({ width, style: 'plain' })),
    rows: [...above, ...tables, ...open],
    heights: { 1: 26, ...Object.fromEntries(tall) },
  };
}
