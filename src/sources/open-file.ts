import type { Table } from '../model/table.js';
import { findTable } from '../model/tables/index.js';
import { quoteText, type Store } from '../store/store.js';
import { declaredEncoding, expectedText } from './declared-encoding.js';
import { entriesOf } from './mapping/plan.js';
import { wantedNames } from './mapping/wanted.js';
import { openMails } from './open-mails.js';
import { openPostfix } from './open-postfix.js';
import { openWorkbook } from './open-workbook.js';
import { readFacts } from './read-bytes.js';
import { parseRows, readText } from './read-csv.js';
import { readSomeDocuments } from './read-documents.js';
import { headerOf, keysOf, keysOfArray, layoutOf, readHead } from './read-head.js';
import type { FileFacts, OpenFile, SourceFile } from './types.js';
import { Unreadable } from './unreadable.js';

/** Files that are no text, by their first characters. */
const binaries = [
  ['PK\u0003\u0004', 'a workbook or another zip archive'],
  ['\u001f', 'packed with gzip but not called .gz'],
  ['%PDF-', 'a PDF document'],
] as const;

/** Zero bytes among the column names: no text. In other rows they are faults of these rows. */
function assertText(head: string, header: readonly string[]): void {
  const known = binaries.find(([start]) => head.startsWith(start));
  if (known === undefined && !header.some((name) => name.includes('\0'))) return;
  const what = known ? `, by its first bytes ${known[1]}` : '';
  throw new Unreadable(`binary data${what}`, 'a text file with columns', ['set format']);
}

async function openCsv(file: SourceFile, read: FileFacts, table: Table): Promise<OpenFile> {
  const facts = { ...read, encoding: declaredEncoding(file, read) };
  const head = await readHead(file, facts.encoding);
  const { delimiter: declared, header_row } = file.source;
  const layout = layoutOf(head, wantedNames(file.source, table), {
    delimiter: declared,
    headerRow: header_row,
  });
  const { delimiter, headerRow } = layout;
  const header = headerOf(head, delimiter, headerRow);
  assertText(head, header);
  const isFound = header_row === undefined && headerRow > 1;
  const found = isFound ? { foundHeader: `row ${headerRow}` } : {};
  const open = { ...file, facts, header, firstRow: headerRow + 1, delimiter, ...found };
  if (table.large || header.length === 0) return open;
  const text = await readText(file, facts.encoding);
  const expected = { width: header.length, expectedText: expectedText(facts) };
  return { ...open, rows: parseRows(text, { delimiter, headerRow, ...expected }) };
}

/** Keys that a JSON lines file may have beyond its head: those the mapping names, and the table's own. */
function wantedKeys(file: SourceFile): string[] {
  const names = entriesOf(file.source).flatMap((entry) =>
    Object.values(entry).flatMap((given) => (typeof given === 'string' ? given : (given?.from ?? []))),
  );
  const own = Object.entries(findTable(file.source.table)?.columns ?? {});
  return [...names, ...own.flatMap(([name, { required }]) => (required ? [] : name))];
}

/** No line is no record: a night without events. A file with a row of names has at least that. */
function openEmptyLines(file: SourceFile, facts: FileFacts, table: Table): OpenFile {
  const header = [...new Set([...Object.keys(table.columns), ...wantedKeys(file)])];
  return { ...file, facts, header, firstRow: 1, delimiter: '', rows: { good: [], bad: [] } };
}

/** A document that goes over many lines, as one. */
function onOneLine(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return '';
  }
}

async function openJsonLines(file: SourceFile, read: FileFacts): Promise<OpenFile> {
  const facts = { ...read, encoding: declaredEncoding(file, read) };
  const head = await readHead(file, facts.encoding);
  const isArray = /^\s*\[/.test(head);
  const short = isArray ? keysOfArray(head) : keysOf(head);
  const keys = short.length > 0 ? short : keysOf(onOneLine(await readSomeDocuments(file, facts)));
  if (keys.length === 0)
    throw new Unreadable('no JSON objects', 'one JSON object a line, or one array of them');
  const header = [...new Set([...keys, ...wantedKeys(file)])];
  return { ...file, facts, header, firstRow: 1, delimiter: isArray ? '[' : '' };
}

async function openParquet(store: Store, file: SourceFile, facts: FileFacts): Promise<OpenFile> {
  const sql = `SELECT column_name AS name FROM (DESCRIBE SELECT * FROM read_parquet(${quoteText(file.path)}))`;
  const columns = await store.all<{ name: string }>(sql).catch(() => {
    throw new Unreadable('no Parquet file', 'a Parquet file');
  });
  return { ...file, facts, header: columns.map(({ name }) => name), firstRow: 1, delimiter: '' };
}

/** Looks into a file: hash, encoding, delimiter, column names; the rows too where they are read here. */
export async function openFile(store: Store, file: SourceFile, table: Table): Promise<OpenFile> {
  const facts = await readFacts(file);
  if (file.format === 'mail') return openMails(file, facts, table);
  if (file.format === 'postfix') return openPostfix(file, facts, table);
  if (facts.bytes === 0 && file.format === 'jsonl') return openEmptyLines(file, facts, table);
  if (facts.bytes === 0) throw new Unreadable('the file is empty', 'a row of column names');
  switch (file.format) {
    case 'jsonl':
      return openJsonLines(file, facts);
    case 'parquet':
      return openParquet(store, file, facts);
    case 'xlsx':
      return openWorkbook(file, facts, table);
    default:
      return openCsv(file, facts, table);
  }
}
