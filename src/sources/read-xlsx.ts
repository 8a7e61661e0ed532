import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { fillMerged, type MergedRun, mergedRuns, sheetPaths } from './merged-cells.js';

type Cell = string | number | boolean | Date | null;

/** A sheet as text; row 1 is the first. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Spreadsheets keep times as fractions of a day, which miss the second by a hair. */
const toSecond = (time: Date): Date => new Date(Math.round(time.getTime() / 1000) * 1000);

/** A cell as text: days without a clock as `2025-01-31`, numbers as written in the file. */
function textOf(cell: Cell): string | null {
  if (cell === null || cell === '') return null;
  if (!(cell instanceof Date)) return String(cell);
  const text = toSecond(cell)
    .toISOString()
    .replace(/\.\d{3}Z$/, '');
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

/** Numbers as people wrote them: spreadsheets keep 0.045 as 4.4999999999999998E-2. Whole ones stay as they are. */
const shortest = (text: string): string => (/^-?\d+$/.test(text) ? text : String(Number(text)));

/** More than any workbook people look at; what unpacks to more is no workbook. */
const mostUnpacked = 512 * 2 ** 20;

/** Throws, before anything is unpacked, on what is no archive and on one that would fill the memory. */
function assertArchive(bytes: Uint8Array): void {
  let unpacked = 0;
  const onlySum = ({ originalSize }: { originalSize: number }): boolean => {
    unpacked += originalSize;
    return false;
  };
  unzipSync(bytes, { filter: onlySum });
  if (unpacked > mostUnpacked) throw new Error('the archive unpacks to more than 512 MB');
}

/** Merged areas by sheet, which the library that reads the cells leaves out. */
function readMerged(bytes: Uint8Array): MergedRun[][] {
  const isWanted = ({ name }: { name: string }): boolean =>
    /^xl\/(workbook|worksheets\/.*|_rels\/.*)/.test(name);
  const parts = unzipSync(bytes, { filter: isWanted });
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const paths = sheetPaths(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  return paths.map((path) => mergedRuns(part(path)));
}

/**
 * Every sheet of a workbook, hidden ones, rows and columns too. Throws on files that are no workbook; the library's reader
 * of files would wait for ever on a broken one, so it is handed the bytes.
 */
export async function readSheets(path: string): Promise<Sheet[]> {
  const bytes = await readFile(path);
  assertArchive(bytes);
  const whole = Uint8Array.from(bytes).buffer;
  const sheets = await readWorkbook(whole, { parseNumber: shortest, trim: false });
  const merged = readMerged(bytes);
  return sheets.map(({ sheet, data }, i) => ({
    name: sheet,
    rows: fillMerged(
      (data as Cell[][]).map((row) => row.map(textOf)),
      merged[i] ?? [],
    ),
  }));
}
