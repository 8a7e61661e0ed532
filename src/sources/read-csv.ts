import { type Info, parse } from 'csv-parse/sync';
import { openBytes } from './read-bytes.js';
import type { Reject } from './reject.js';
import type { OpenFile, SourceFile, TextRow } from './types.js';

type Rows = NonNullable<OpenFile['rows']>;
type Layout = {
  readonly delimiter: string;
  readonly headerRow: number;
  readonly width: number;
  /** What to say of a row that is no text. */
  readonly expectedText: string;
};

/** What people edit by hand is far smaller; a packed file may hold a thousand times its size. */
const mostBytes = 256 * 2 ** 20;

/** The whole text of a small file. Throws on one that would fill the memory. */
export async function readText(file: SourceFile, encoding: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of openBytes(file)) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw new Error('it holds more than 256 MB, too much to be read as a whole');
    chunks.push(chunk as Buffer);
  }
  return new TextDecoder(encoding).decode(Buffer.concat(chunks));
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

/** What a decoder writes for broken bytes, and the zero byte. */
const noText = /[\ufffd\0]/;

function problemOf(
  cells: readonly string[],
  { width, expectedText }: Layout,
): Omit<Reject, 'row'> | undefined {
  if (cells.length !== width)
    return { column: null, value: `${cells.length} values`, expected: `${width} values` };
  if (cells.some((cell) => noText.test(cell))) return { column: null, value: null, expected: expectedText };
  return undefined;
}

/** Rows of a text edited by hand. A record is one row, however many lines it has; blank lines count as rows but hold none. */
export function parseRows(text: string, layout: Layout): Rows {
  const { delimiter, headerRow, width } = layout;
  const good: TextRow[] = [];
  const bad: Reject[] = [];
  const seen = (cells: readonly string[], row: number): void => {
    if (row <= headerRow || (isBlank(cells) && width > 1)) return;
    const problem = problemOf(cells, layout);
    if (problem) bad.push({ row, ...problem });
    else good.push({ row, cells: cells.map((cell) => (cell === '' ? null : cell)) });
  };
  let row = 0;
  let unread = 0;
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: false,
    skip_records_with_error: true,
    on_record: (cells: string[], _: Info) => {
      seen(cells, ++row);
      return null;
    },
    on_skip: () => {
      unread++;
      return undefined;
    },
  });
  if (unread > 0) bad.push({ row: row + 1, column: null, value: null, expected: 'a closing quote' });
  return { good, bad };
}
