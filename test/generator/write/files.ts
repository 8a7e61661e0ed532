import { gzipSync } from 'node:zlib';

/** Files of an ecosystem by path, forward slashes. */
export type Files = Map<string, string | Uint8Array>;

/** A column: its header, and its text in a row. */
export type Column<T> = readonly [header: string, text: (row: T) => string];

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A CSV text with a header row. */
export function renderCsv<T>(columns: readonly Column<T>[], rows: readonly T[], delimiter = ','): string {
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  const body = rows.map((row) => line(columns.map(([, text]) => text(row))));
  return `${[line(columns.map(([header]) => header)), ...body].join('\n')}\n`;
}

/** Gzip without time or operating system in its header, so that the same text gives the same bytes. */
export function gzip(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
}

/** CSV, gzipped where the path says so. */
export function addCsv<T>(
  files: Files,
  path: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  delimiter = ',',
) {
  const text = renderCsv(columns, rows, delimiter);
  files.set(path, path.endsWith('.gz') ? gzip(text) : text);
}
