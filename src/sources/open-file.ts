import { findTable } from '../model/tables/index.js';
import { quoteText, type Store } from '../store/store.js';
import { entriesOf } from './mapping/plan.js';
import { readFacts } from './read-bytes.js';
import { parseRows, readText } from './read-csv.js';
import { delimiterOf, headerOf, keysOf, readHead } from './read-head.js';
import { readSheetRows } from './read-xlsx.js';
import type { Encoding, FileFacts, OpenFile, SourceFile } from './types.js';

/** Why a file cannot be read, with what was expected instead. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly expected: string,
    readonly tips: readonly string[] = [],
  ) {
    super(message);
  }
}

const isLarge = (file: SourceFile): boolean => findTable(file.source.table)?.large ?? false;

const declared = (file: SourceFile, facts: FileFacts): Encoding => {
  const { encoding } = file.source;
  if (encoding === undefined) return facts.encoding;
  if (encoding !== 'utf-16') return encoding;
  return facts.encoding === 'utf-16be' ? 'utf-16be' : 'utf-16le';
};

async function openCsv(file: SourceFile, read: FileFacts): Promise<OpenFile> {
  const facts = { ...read, encoding: declared(file, read) };
  const head = await readHead(file, facts.encoding);
  if (head.includes('\0')) throw new Unreadable('binary data', 'a text file with columns', ['set format']);
  const headerRow = file.source.header_row ?? 1;
  const delimiter = file.source.delimiter ?? delimiterOf(head, headerRow);
  const header = headerOf(head, delimiter, headerRow);
  const open = { ...file, facts, header, firstRow: headerRow + 1, delimiter };
  if (isLarge(file) || header.length === 0) return open;
  const text = await readText(file, facts.encoding);
  return { ...open, rows: parseRows(text, { delimiter, headerRow, width: header.length }) };
}

/** Keys that a JSON lines file may have beyond its head: those the mapping names, and the table's own. */
function wantedKeys(file: SourceFile): string[] {
  const names = entriesOf(file.source).flatMap((entry) =>
    Object.values(entry).flatMap((given) => (typeof given === 'string' ? given : (given?.from ?? []))),
  );
  const own = Object.entries(findTable(file.source.table)?.columns ?? {});
  return [...names, ...own.flatMap(([name, { required }]) => (required ? [] : name))];
}

async function openJsonLines(file: SourceFile, facts: FileFacts): Promise<OpenFile> {
  const keys = keysOf(await readHead(file, facts.encoding));
  if (keys.length === 0) throw new Unreadable('no JSON objects', 'one JSON object a line');
  const header = [...new Set([...keys, ...wantedKeys(file)])];
  return { ...file, facts, header, firstRow: 1, delimiter: '' };
}

async function openParquet(store: Store, file: SourceFile, facts: FileFacts): Promise<OpenFile> {
  const sql = `SELECT column_name AS name FROM (DESCRIBE SELECT * FROM read_parquet(${quoteText(file.path)}))`;
  const columns = await store.all<{ name: string }>(sql).catch(() => {
    throw new Unreadable('no Parquet file', 'a Parquet file');
  });
  return { ...file, facts, header: columns.map(({ name }) => name), firstRow: 1, delimiter: '' };
}

async function openWorkbook(file: SourceFile, facts: FileFacts): Promise<OpenFile> {
  const headerRow = file.source.header_row ?? 1;
  const { sheet } = file.source;
  const read = await readSheetRows(file.path, sheet, headerRow).catch(() => {
    throw new Unreadable('no workbook', 'an .xlsx workbook');
  });
  if (!read.found) throw new Unreadable(`no sheet '${sheet}'`, `one of ${read.sheets.join(', ')}`);
  return { ...file, facts, header: read.header, rows: read.rows, firstRow: headerRow + 1, delimiter: '' };
}

/** Looks into a file: hash, encoding, delimiter, column names; the rows too where they are read here. */
export async function openFile(store: Store, file: SourceFile): Promise<OpenFile> {
  const facts = await readFacts(file);
  if (facts.bytes === 0) throw new Unreadable('the file is empty', 'a row of column names');
  switch (file.format) {
    case 'jsonl':
      return openJsonLines(file, facts);
    case 'parquet':
      return openParquet(store, file, facts);
    case 'xlsx':
      return openWorkbook(file, facts);
    default:
      return openCsv(file, facts);
  }
}
