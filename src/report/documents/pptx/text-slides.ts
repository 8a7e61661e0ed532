import type { DocumentSection } from '../../document/section.js';
import { addSlide, colours, type Deck, font, heightOf, inner, page, portions, room, say } from './deck.js';
import { addTable, type Begun, fitsOn } from './table-slides.js';

const points = 16;

/** Below words that take more than this of a slide no table begins that does not end there. */
const mostWords = 0.45 * room;

/** Sentences and items on as many slides as they need; the last of them, and where on it there is room. */
export function addWords(
  deck: Deck,
  title: string,
  paragraphs: readonly string[],
  items: readonly string[],
): Begun | undefined {
  const rows = [
    ...paragraphs.map((text) => ({ text, bullet: false })),
    ...items.map((text) => ({ text, bullet: true })),
  ];
  const own = ({ text }: { text: string }): number => heightOf(text, inner - 0.4, points);
  let begun: Begun | undefined;
  for (const part of portions(rows, own, room)) {
    const slide = addSlide(deck, title);
    const height = part.reduce((sum, row) => sum + own(row), 0);
    slide.addText(
      part.map(({ text, bullet }) => ({
        text: say(text),
        options: { ...(bullet && { bullet: { indent: 16 } }), breakLine: true, paraSpaceAfter: 8 },
      })),
      {
        x: page.margin,
        y: page.top,
        w: inner,
        h: height,
        fontFace: font,
        fontSize: points,
        color: colours.text,
        valign: 'top',
        margin: 0,
      },
    );
    begun = { slide, top: page.top + height + 0.1 };
  }
  return begun;
}

/** A section of the document as slides: its words, then its tables. */
export function addSection(deck: Deck, section: DocumentSection): void {
  const { title, paragraphs = [], items = [], facts = [], tables = [] } = section;
  const told = facts.filter(([, text]) => text !== '').map(([term, text]) => `${term}: ${text}`);
  let begun = addWords(deck, title, paragraphs, [...told, ...items]);
  let latest = page.top + mostWords;
  for (const table of tables) {
    const hasRoom = begun !== undefined && (begun.top <= latest || fitsOn(begun, table));
    begun = addTable(deck, title, table, hasRoom ? begun : undefined);
    latest = page.top;
  }
}
