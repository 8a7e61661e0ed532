import type { DocumentTable } from '../../document/section.js';
import { displayWidth } from '../../parts/width.js';
import { addSlide, colours, type Deck, font, inner, linesOf, page, portions, room, say } from './deck.js';

const points = 12;
const padding = 0.06;
const lineHeight = (points * 1.22) / 72;

/** Widths by what stands in the columns: long texts get more, short ones as much as they need. */
function widthsOf({ heads, rows }: DocumentTable): number[] {
  const wants = heads.map((head, column) => {
    const longest = rows.reduce((most, cells) => Math.max(most, displayWidth(cells[column] ?? '')), 0);
    const word = Math.max(...head.split(' ').map(displayWidth));
    return Math.max(word + 2, Math.min(longest + 2, 10 + Math.sqrt(longest) * 5));
  });
  const sum = wants.reduce((all, want) => all + want, 0);
  return wants.map((want) => (want / sum) * inner);
}

const heightOf = (cells: readonly string[], widths: readonly number[]): number =>
  Math.max(...cells.map((cell, i) => linesOf(cell, widths[i]! - 2 * padding - 0.05, points))) * lineHeight +
  2 * padding +
  0.02;

/** A table on as many slides as it needs, its heads on each. */
export function addTable(deck: Deck, title: string, table: DocumentTable): void {
  const { caption, heads, rows, numeric } = table;
  const widths = widthsOf(table);
  const headHeight = heightOf(heads, widths);
  const parts = portions(rows, (cells) => heightOf(cells, widths), room - headHeight - 0.4);
  const align = (column: number) => (numeric.includes(column) ? ('right' as const) : ('left' as const));
  for (const [place, part] of parts.entries()) {
    const slide = addSlide(deck, parts.length > 1 ? `${title} (${place + 1} of ${parts.length})` : title);
    slide.addText(say(caption), {
      x: page.margin,
      y: page.top - 0.15,
      w: inner,
      h: 0.3,
      fontFace: font,
      fontSize: 13,
      color: colours.muted,
      margin: 0,
    });
    const headRow = heads.map((head, column) => ({
      text: say(head),
      options: { bold: true, color: colours.muted, align: align(column) },
    }));
    const body = part.map((cells) =>
      cells.map((cell, column) => ({ text: say(cell), options: { align: align(column) } })),
    );
    slide.addTable([headRow, ...body], {
      x: page.margin,
      y: page.top + 0.25,
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
}
