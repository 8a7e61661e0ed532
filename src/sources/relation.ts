import { quoteName, quoteText } from '../store/store.js';
import { documentRows } from './sql/documents.js';
import type { OpenFile } from './types.js';

/** Names of the engine's own tables of rows it could not split into cells. */
export const rejectTables = { errors: 'work_csv_errors', scans: 'work_csv_scans' };

const rawColumns = (file: OpenFile): string =>
  `{${file.header.map((_, i) => `'r${i}': 'VARCHAR'`).join(', ')}}`;

/** Explicit parameters throughout: the engine guesses nothing, every cell is text, broken rows are listed. */
function csv(file: OpenFile, path: string): string {
  return `read_csv(${[
    quoteText(path),
    'auto_detect = false',
    'header = false',
    `skip = ${file.firstRow - 1}`,
    `delim = ${quoteText(file.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `compression = '${file.gzip ? 'gzip' : 'none'}'`,
    `columns = ${rawColumns(file)}`,
    'store_rejects = true',
    `rejects_table = '${rejectTables.errors}'`,
    `rejects_scan = '${rejectTables.scans}'`,
  ].join(', ')})`;
}

const renamed = (file: OpenFile, from: string): string =>
  `(SELECT ${file.header.map((name, i) => `CAST(${quoteName(name)} AS VARCHAR) AS r${i}`).join(', ')} FROM ${from})`;

function jsonLines(file: OpenFile, path: string): string {
  const columns = file.header.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(', ');
  const compression = file.gzip ? 'gzip' : 'uncompressed';
  const layout = file.delimiter === '[' ? `'array'` : `'newline_delimited', ignore_errors = true`;
  return renamed(
    file,
    `read_json(${quoteText(path)}, format = ${layout}, columns = {${columns}}, compression = '${compression}')`,
  );
}

/** Whole documents as text; a line that is none is NULL. */
function documents(file: OpenFile, path: string): string {
  const compression = file.gzip ? 'gzip' : 'uncompressed';
  const layout = file.delimiter === '[' ? `'array'` : `'newline_delimited', ignore_errors = true`;
  return `read_json_objects(${quoteText(path)}, format = ${layout}, compression = '${compression}')`;
}

/** A copy of found rows, which has each row's number behind its cells. */
function foundRows({ header }: OpenFile, path: string): string {
  const names = header.map((_, i) => `r${i}`);
  const columns = [...names.map((name) => `'${name}': 'VARCHAR'`), `'_row': 'BIGINT'`].join(', ');
  const style = `auto_detect = false, header = false, delim = ',', quote = '"', escape = '"'`;
  return `read_csv(${quoteText(path)}, ${style}, columns = {${columns}})`;
}

/** SQL of a file's rows as text columns `r0, r1, …`; `path` may be a transcoded copy. */
export function relationOf(file: OpenFile, path: string): string {
  if (file.found) return foundRows(file, path);
  if (file.documents) return documentRows(documents(file, path), { header: file.header, ...file.documents });
  if (file.format === 'csv') return csv(file, path);
  return file.format === 'jsonl' ? jsonLines(file, path) : renamed(file, `read_parquet(${quoteText(path)})`);
}
