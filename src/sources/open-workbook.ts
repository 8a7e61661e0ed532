import type { Table } from '../model/table.js';
import { findHeader, wantedNames } from './mapping/wanted.js';
import { readSheets, type Sheet } from './read-xlsx.js';
import type { FileFacts, OpenFile, SourceFile, TextRow } from './types.js';
import { Unreadable } from './unreadable.js';

interface Found {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly found: number;
}

/** The sheet that is named, or else the first with most of the wanted column names, and their row. */
function chooseSheet({ source }: SourceFile, sheets: readonly Sheet[], wanted: readonly string[]): Found {
  const { sheet, header_row } = source;
  const candidates = sheet === undefined ? sheets : sheets.filter(({ name }) => name === sheet);
  const found = candidates.map((one): Found => {
    if (header_row === undefined) {
      const { row, found } = findHeader(one.rows, wanted);
      return { sheet: one, headerRow: row, found };
    }
    const { found } = findHeader([one.rows[header_row - 1] ?? []], wanted);
    return { sheet: one, headerRow: header_row, found };
  });
  const names = sheets.map(({ name }) => name).join(', ');
  if (found.length === 0) throw new Unreadable(`no sheet '${sheet}'`, `one of ${names}`);
  return found.reduce((a, b) => (b.found > a.found ? b : a));
}

/** Where the column names stand, said when nobody declared it and it is not row 1 of the first sheet. */
function foundAt(
  { source }: SourceFile,
  { sheet, headerRow }: Found,
  first: Sheet | undefined,
): string | undefined {
  const isUsual =
    (source.header_row !== undefined || headerRow === 1) && (source.sheet !== undefined || sheet === first);
  return isUsual ? undefined : `row ${headerRow} of sheet ${sheet.name}`;
}

/** Rows without any value are left out. */
function rowsOf({ sheet, headerRow }: Found, header: readonly string[]): TextRow[] {
  return sheet.rows
    .map((cells, i): TextRow => ({ row: i + 1, cells: header.map((_, column) => cells[column] ?? null) }))
    .filter(({ row, cells }) => row > headerRow && cells.some((cell) => cell !== null));
}

/** Opens a workbook: the sheet, the row of the column names, and all rows as text. */
export async function openWorkbook(file: SourceFile, facts: FileFacts, table: Table): Promise<OpenFile> {
  const unreadable = () => {
    throw new Unreadable('no workbook', 'an .xlsx workbook');
  };
  const sheets = file.sheets ?? (await readSheets(file.path).catch(unreadable));
  const found = chooseSheet(file, sheets, wantedNames(file.source, table));
  const header = (found.sheet.rows[found.headerRow - 1] ?? []).map((name) => (name ?? '').trim());
  const foundHeader = foundAt(file, found, sheets[0]);
  return {
    ...file,
    facts,
    header,
    rows: { good: rowsOf(found, header), bad: [] },
    firstRow: found.headerRow + 1,
    delimiter: '',
    ...(foundHeader !== undefined && { foundHeader }),
  };
}
