import { parse } from 'csv-parse/sync';
import { openBytes } from './read-bytes.js';
import type { Encoding, SourceFile } from './types.js';

const headSize = 1 << 18;
const delimiters = [',', ';', '\t', '|'];

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
  const rows = parse(upTo(head, headerRow), {
    bom: true,
    delimiter,
    from: headerRow,
    to: headerRow,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: false,
  });
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

function parseObject(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
