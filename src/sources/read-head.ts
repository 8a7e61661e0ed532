import { parse } from 'csv-parse/sync';
import { findHeader, titleRows } from './mapping/wanted.js';
import { openBytes } from './read-bytes.js';
import type { Encoding, SourceFile } from './types.js';

const headSize = 1 << 18;
const delimiters = [',', ';', '\t', '|'];
/** How texts with delimiters are read where they are only looked at. */
export const parsing = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_empty_lines: false,
};

/** The first part of a text file, cut at its last line end. */
export async function readHead(file: SourceFile, encoding: Encoding): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of openBytes(file)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= headSize) break;
  }
  const text = new TextDecoder(encoding).decode(Buffer.concat(chunks), { stream: true });
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return size < headSize || end < 0 ? text : text.slice(0, end + 1);
}

/** Where the column names of a text with delimiters stand. */
export interface HeadLayout {
  readonly delimiter: string;
  readonly headerRow: number;
}

/** The first rows as cells. */
const firstRows = (head: string, delimiter: string): string[][] =>
  parse(upTo(head, titleRows), { ...parsing, delimiter, to: titleRows, skip_records_with_error: true });

/**
 * The delimiter and the row of the column names: row 1 when it has all names that are wanted, else the row and
 * delimiter that show most of them. So title rows and the line `sep=;` of spreadsheets need not be declared.
 */
export function layoutOf(
  head: string,
  wanted: readonly string[],
  declared: { readonly delimiter: string | undefined; readonly headerRow: number | undefined },
): HeadLayout {
  const headerRow = declared.headerRow ?? 1;
  const usual = declared.delimiter ?? delimiterOf(head, headerRow);
  const names = headerOf(head, usual, headerRow);
  if (declared.headerRow !== undefined || wanted.every((name) => names.includes(name)))
    return { delimiter: usual, headerRow };
  const tried = [usual, ...(declared.delimiter === undefined ? delimiters : [])];
  const found = tried.map((delimiter) => ({
    delimiter,
    ...findHeader(firstRows(head, delimiter), wanted),
  }));
  const best = found.reduce((a, b) => (b.found > a.found ? b : a));
  return { delimiter: best.delimiter, headerRow: best.row };
}

/** The delimiter that occurs most in the row of column names, outside quotes. */
export function delimiterOf(head: string, headerRow: number): string {
  const counts = delimiters.map((delimiter) => headerOf(head, delimiter, headerRow).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!;
}

/** Most headers end within this; a parser copies all it is given, and is asked once for each delimiter. */
const shortSize = 1 << 13;

/** As much of the head as the rows up to the header need, whole lines only. */
function upTo(head: string, headerRow: number): string {
  const end = head.lastIndexOf('\n', shortSize);
  const short = head.slice(0, end + 1);
  return short.split('\n').length > headerRow + 1 && !short.includes('"') ? short : head;
}

/** The trimmed column names in the given row (blank lines count), empty when there is no such row. */
export function headerOf(head: string, delimiter: string, headerRow: number): string[] {
  const rows = parse(upTo(head, headerRow), { ...parsing, delimiter, from: headerRow, to: headerRow });
  const cells = rows[0] ?? [];
  return cells.length === 1 && cells[0]!.trim() === '' ? [] : cells.map((cell) => cell.trim());
}

/** The keys of the objects in a JSON lines file's head, in order of appearance; empty when it is no such file. */
export function keysOf(head: string): string[] {
  const keys = new Set<string>();
  for (const line of head.split(/\r?\n/)) {
    const value = parseObject(line);
    if (value) for (const key of Object.keys(value)) keys.add(key);
  }
  return [...keys];
}

/** The keys of the first objects of a JSON array, as far as the head has them whole. */
export function keysOfArray(head: string): string[] {
  const keys = new Set<string>();
  for (const [object] of head.matchAll(/\{[^{}]*\}/g))
    for (const key of Object.keys(parseObject(object) ?? {})) keys.add(key);
  return [...keys];
}

function parseObject(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
