import { cutLines, displayWidth, wrap } from '../report/parts/width.js';
import { pad } from '../report/terminal/layout.js';
import { isolateBidi } from '../text/escape-bidi.js';
import { muteStart } from '../text/escape-commands.js';
import type { Table } from './pictures/picture.js';

const gap = 2;
const least = 6;
/** A word up to this long is not broken to make room. */
const longWord = 28;
/** Lines of a cell; names may be longer than anybody reads in a table. */
const mostLines = 4;

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(displayWidth));

/** Narrows the widest columns until all fit; none below its floor. */
function narrow(widths: number[], floors: readonly number[], room: number): void {
  for (let over = widths.reduce((a, b) => a + b, 0) - room; over > 0; over--) {
    const spare = widths.map((width, column) => (width > floors[column]! ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return;
    widths[spare.indexOf(widest)]! -= 1;
  }
}

/**
 * Widths of the columns: as wide as what is in them, heads of numbers only as their longest word. The widest give way
 * until all fits, first between words, then inside them.
 */
function widthsOf({ heads, rows, numeric }: Table, width: number): number[] {
  const widths = heads.map((head, column) => {
    const cells = rows.map((row) => String(row[column] ?? ''));
    return longest([...cells, ...(numeric.includes(column) ? head.split(' ') : [head])]);
  });
  const room = width - gap * (heads.length - 1);
  const words = heads.map((head, column) =>
    longest([head, ...rows.map((row) => String(row[column] ?? ''))].flatMap((text) => text.split(' '))),
  );
  narrow(
    widths,
    words.map((word) => Math.max(least, Math.min(word, longWord))),
    room,
  );
  narrow(
    widths,
    heads.map(() => least),
    room,
  );
  return widths;
}

function renderRow(
  cells: readonly (string | number)[],
  widths: readonly number[],
  numeric: readonly number[],
  most: number,
): string[] {
  const lines = cells.map((cell, column) =>
    cutLines(wrap(String(cell), widths[column]!), most, widths[column]!),
  );
  const height = Math.max(...lines.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) =>
    lines
      .map((cell, column) => {
        const text = cell[row] ?? '';
        const space = ' '.repeat(Math.max(0, widths[column]! - displayWidth(text)));
        return numeric.includes(column) ? `${space}${text}` : pad(text, widths[column]!);
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/** A table for the terminal; nothing for one without rows. */
export function renderTable(table: Table, width: number): string[] {
  if (table.rows.length === 0) return [];
  const widths = widthsOf(table, width);
  return [
    table.caption,
    ...renderRow(table.heads, widths, table.numeric, Infinity),
    widths.map((own) => '─'.repeat(own)).join(' '.repeat(gap)),
    ...table.rows.flatMap((row) => renderRow(row, widths, table.numeric, mostLines)),
  ];
}

/** Something said, and the tables that show it. */
export interface Told {
  readonly question: string;
  readonly sentences: readonly string[];
  readonly tables: readonly Table[];
}

/** An answer for the terminal. */
export function renderText({ question, sentences, tables }: Told, columns: number): string {
  const width = Math.max(72, Math.min(columns, 160));
  const lines = [
    ...wrap(question, width),
    '',
    ...sentences.flatMap((sentence) => wrap(sentence, width)),
    ...tables.flatMap((table) => {
      const rendered = renderTable(table, width);
      return rendered.length === 0 ? [] : ['', ...rendered];
    }),
  ];
  return `${lines.map((line) => muteStart(isolateBidi(line))).join('\n')}\n`;
}
