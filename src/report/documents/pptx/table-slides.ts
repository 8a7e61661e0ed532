import type { DocumentTable } from '../../document/section.js';
import { displayWidth } from '../../parts/width.js';
import {
  addSlide,
  colours,
  type Deck,
  font,
  inchesOf,
  inner,
  linesOf,
  page,
  portions,
  room,
  type Slide,
  say,
} from './deck.js';

const points = 12;
const padding = 0.06;
const lineHeight = (points * 1.22) / 72;
const captionHeight = 0.4;

/** Widths by what stands in the columns: none is narrower than its longest word, long texts share the rest. */
function widthsOf({ heads, rows }: DocumentTable): number[] {
  const columns = heads.map((head, i) => [head, ...rows.map((cells) => cells[i] ?? '')]);
  const least = columns.map((texts) => {
    const words = texts.flatMap((text) => text.split(/[ /_.-]/u));
    return Math.min(2.2, Math.max(...words.map((word) => inchesOf(word, points))) + 2 * padding + 0.08);
  });
  const wants = columns.map((texts) => Math.sqrt(Math.max(...texts.map(displayWidth))));
  const rest = inner - least.reduce((sum, width) => sum + width, 0);
  const all = wants.reduce((sum, want) => sum + want, 0);
  if (rest <= 0) return least.map((width) => (width * inner) / (inner - rest));
  return least.map((width, i) => width + (rest * wants[i]!) / all);
}

const rowHeight = (cells: readonly string[], widths: readonly number[]): number =>
  Math.max(...cells.map((cell, i) => linesOf(cell, widths[i]! - 2 * padding - 0.05, points))) * lineHeight +
  2 * padding +
  0.03;

/** The table with these rows, its caption above it. */
function addRows(
  slide: Slide,
  { caption, heads, numeric }: DocumentTable,
  part: readonly (readonly string[])[],
  widths: number[],
  top: number,
): void {
  const align = (column: number) => (numeric.includes(column) ? ('right' as const) : ('left' as const));
  slide.addText(say(caption), {
    x: page.margin,
    y: top,
    w: inner,
    h: 0.3,
    fontFace: font,
    fontSize: 13,
    color: colours.muted,
    margin: 0,
  });
  const headRow = heads.map((head, column) => ({
    text: say(head),
    options: { bold: true, color: colours.muted, align: align(column), fill: { color: colours.panel } },
  }));
  const body = part.map((cells) =>
    cells.map((cell, column) => ({ text: say(cell), options: { align: align(column) } })),
  );
  slide.addTable([headRow, ...body], {
    x: page.margin,
    y: top + captionHeight,
    w: inner,
    colW: widths,
    fontFace: font,
    fontSize: points,
    color: colours.text,
    valign: 'top',
    margin: padding,
    border: { type: 'solid', pt: 0.75, color: colours.line },
    autoPage: false,
  });
}

/** A slide that has been begun, and where on it there is room. */
export interface Begun {
  readonly slide: Slide;
  readonly top: number;
}

/** Inches of a table with its caption and heads. */
const tableHeight = (table: DocumentTable, rows: DocumentTable['rows'], widths: readonly number[]): number =>
  [table.heads, ...rows].reduce((sum, cells) => sum + rowHeight(cells, widths), captionHeight);

/** Whether a whole table finds room on a slide that has been begun. */
export const fitsOn = ({ top }: Begun, table: DocumentTable): boolean =>
  top - page.top + tableHeight(table, table.rows, widthsOf(table)) <= room;

/**
 * A table on as many slides as it needs, its heads on each; it begins on a slide with room if one is given. Gives the last
 * of them, and where below the table there is room.
 */
export function addTable(deck: Deck, title: string, table: DocumentTable, begun?: Begun): Begun | undefined {
  const widths = widthsOf(table);
  let last: Begun | undefined;
  const height = room - captionHeight - rowHeight(table.heads, widths);
  const first = begun ? height - (begun.top - page.top) : height;
  const parts = portions(table.rows, (cells) => rowHeight(cells, widths), height, first);
  for (const [place, part] of parts.entries()) {
    const at = place === 0 && begun ? begun : { slide: addSlide(deck, title), top: page.top };
    addRows(at.slide, table, part, widths, at.top);
    last = { slide: at.slide, top: at.top + tableHeight(table, part, widths) + 0.3 };
  }
  return last;
}
