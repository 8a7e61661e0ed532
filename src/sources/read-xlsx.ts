import readWorkbook from 'read-excel-file/node';
import type { OpenFile, TextRow } from './types.js';

type Cell = string | number | boolean | Date | null;

/** A cell as text: days without a clock as `2025-01-31`, numbers as written in the file. */
function textOf(cell: Cell): string | null {
  if (cell === null || cell === '') return null;
  if (!(cell instanceof Date)) return String(cell);
  const text = cell.toISOString().replace(/\.\d{3}Z$/, '');
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

/** Column names and rows of a sheet; rows without any value are left out. Throws on files that are no workbook. */
export async function readSheetRows(
  path: string,
  sheet: string | undefined,
  headerRow: number,
): Promise<{ sheets: string[]; found: boolean; header: string[]; rows: NonNullable<OpenFile['rows']> }> {
  const sheets = await readWorkbook(path, { parseNumber: (text: string) => text, trim: false });
  const chosen = sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === sheet);
  const data = ((chosen?.data ?? []) as Cell[][]).map((row) => row.map(textOf));
  const header = (data[headerRow - 1] ?? []).map((name) => (name ?? '').trim());
  const good = data
    .map((cells, i): TextRow => ({ row: i + 1, cells: header.map((_, column) => cells[column] ?? null) }))
    .filter(({ row, cells }) => row > headerRow && cells.some((cell) => cell !== null));
  return {
    sheets: sheets.map((one) => one.sheet),
    found: chosen !== undefined,
    header,
    rows: { good, bad: [] },
  };
}
