import { type Problem, SourceError } from '../../model/errors.js';
import type { SourceConfig } from '../../model/source-settings.js';
import { large } from '../../model/table.js';
import type { Store } from '../../store/store.js';
import { formatOf } from '../find-sources.js';
import { titleRows } from '../mapping/wanted.js';
import { openFile } from '../open-file.js';
import { readFacts } from '../read-bytes.js';
import { delimiterOf, headerOf, readHead } from '../read-head.js';
import { readSheets, type Sheet } from '../read-xlsx.js';
import type { OpenFile, SourceFile } from '../types.js';
import { unreadable } from '../unreadable.js';

/** How many of a row's cells are names of columns somebody knows. */
export type CountKnown = (cells: readonly string[]) => number;

/** Records of any shape: nothing is demanded of their columns. */
const anyTable = large('records', 'records of persons in any shape', {});

const asCells = (cells: readonly (string | null)[]): string[] => cells.map((cell) => (cell ?? '').trim());

interface Row {
  readonly row: number;
  readonly known: number;
}

/** The row of the column names: row 1 when it names two things, else the first that names most. */
function headerRowOf(rows: Iterable<readonly string[]>, countKnown: CountKnown): Row {
  let best: Row = { row: 1, known: 0 };
  let row = 0;
  for (const cells of rows) {
    row += 1;
    const known = countKnown(cells);
    if (row === 1 && known > 1) return { row, known };
    if (known > best.known) best = { row, known };
    if (row === titleRows) break;
  }
  return best.known > 1 ? best : { row: 1, known: best.known };
}

function* rowsOfText(head: string): Generator<string[]> {
  for (let row = 1; row <= titleRows; row++) yield headerOf(head, delimiterOf(head, row), row);
}

const rowOfSheet = ({ rows }: Sheet, countKnown: CountKnown): Row =>
  headerRowOf(rows.slice(0, titleRows).map(asCells), countKnown);

/** The sheet whose row of column names names most; of equals the first. */
async function placeInWorkbook(file: SourceFile, countKnown: CountKnown): Promise<SourceFile> {
  const sheets = await readSheets(file.path);
  const found = sheets.map((sheet) => ({ sheet, ...rowOfSheet(sheet, countKnown) }));
  const best = found.reduce((a, b) => (b.known > a.known ? b : a));
  return { ...file, sheets, source: { ...file.source, sheet: best.sheet.name, header_row: best.row } };
}

/** Title rows above the column names of a text are found; what is in row 1 as usual need not be said. */
async function placeInText(file: SourceFile, countKnown: CountKnown): Promise<SourceFile> {
  const { encoding, bytes } = await readFacts(file);
  if (bytes === 0) return file;
  const { row } = headerRowOf(rowsOfText(await readHead(file, encoding)), countKnown);
  return row === 1 ? file : { ...file, source: { ...file.source, header_row: row } };
}

async function open(store: Store, file: SourceFile, countKnown: CountKnown): Promise<OpenFile> {
  if (file.format === 'parquet' || file.format === 'jsonl') return openFile(store, file, anyTable);
  const place = file.format === 'xlsx' ? placeInWorkbook : placeInText;
  return openFile(store, await place(file, countKnown), anyTable);
}

const undone = ({ tips: _, ...problem }: Problem): Problem => problem;

/** Opens a file of records, whatever its columns are called. Throws a SourceError when it cannot be read. */
export async function openRecords(store: Store, path: string, countKnown: CountKnown): Promise<OpenFile> {
  const source: SourceConfig = { table: anyTable.name, file: path };
  const file = { file: path, path, format: formatOf(path), gzip: /\.gz$/i.test(path), source, entry: 0 };
  try {
    return await open(store, file, countKnown);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError([undone(unreadable(file, error))], 'linked');
  }
}
