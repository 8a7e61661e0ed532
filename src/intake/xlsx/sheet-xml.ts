import { type Book, type BookSheet, type Cell, columnName } from '../book.js';
import { missingXml, validationsXml } from './entry-xml.js';
import { styleNumber } from './styles.js';
import { cellText, mainSpace, xmlHead, xmlText } from './xml.js';

const dayMs = 86_400_000;
/** Spreadsheets count days from here; before March 1900 they disagree, so such days stay text. */
const dayZero = Date.UTC(1899, 11, 30);
const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - dayZero) / dayMs;
const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && value >= '1900-03-01';

function cellXml({ value, style, formula }: Cell, at: string): string {
  const open = `<c r="${at}" s="${styleNumber(style)}"`;
  const made = formula === undefined ? '' : `<f>${xmlText(formula)}</f>`;
  if (typeof value === 'number') return `${open}>${made}<v>${value}</v></c>`;
  if (style === 'date' && isDay(value)) return `${open}><v>${serialOf(value)}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

function rowXml(cells: BookSheet['rows'][number], row: number, height: number | undefined): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const all = cells.map((cell, i) => (cell ? cellXml(cell, `${columnName(i)}${row}`) : ''));
  return `<row r="${row}"${tall}>${all.join('')}</row>`;
}

function viewXml({ frozen }: BookSheet, rightToLeft: boolean, isFirst: boolean): string {
  const open = `<sheetViews><sheetView showGridLines="1" workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}${isFirst ? ' tabSelected="1"' : ''}`;
  if (!frozen) return `${open}/></sheetViews>`;
  const { rows, columns } = frozen;
  const corner = `${columnName(columns)}${rows + 1}`;
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''} ySplit="${rows}"`;
  return `${open}><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

const columnsXml = ({ columns }: BookSheet): string =>
  `<cols>${columns
    .map(
      ({ width, style }, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styleNumber(style)}" customWidth="1"/>`,
    )
    .join('')}</cols>`;

function linksXml({ rows }: BookSheet): string {
  const links = rows.flatMap((cells, r) =>
    cells.flatMap((cell, c) =>
      cell?.link ? [`<hyperlink ref="${columnName(c)}${r + 1}" location="${xmlText(cell.link)}"/>`] : [],
    ),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** A sheet as SpreadsheetML; the order of its parts is fixed by ECMA-376 18.3.1.99. */
export function sheetXml(sheet: BookSheet, book: Book, isFirst: boolean): string {
  const { rows, columns, heights = {}, header } = sheet;
  const last = columnName(columns.length - 1);
  const filter =
    header === undefined ? '' : `<autoFilter ref="A${header}:${last}${Math.max(rows.length, header + 1)}"/>`;
  return [
    `${xmlHead}<worksheet xmlns="${mainSpace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet, book.rightToLeft, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    `<sheetData>${rows.map((cells, i) => rowXml(cells, i + 1, heights[i + 1])).join('')}</sheetData>`,
    filter,
    missingXml(sheet),
    validationsXml(sheet, book.refused),
    linksXml(sheet),
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}
