import type { DocumentSection } from '../../document/section.js';
import { addSlide, colours, type Deck, font, inner, linesOf, page, portions, room, say } from './deck.js';
import { addTable } from './table-slides.js';

const points = 16;
const heightOf = (text: string): number => linesOf(text, inner - 0.4, points) * ((points * 1.22) / 72) + 0.14;

/** Sentences and items of a section on as many slides as they need. */
export function addWords(
  deck: Deck,
  title: string,
  paragraphs: readonly string[],
  items: readonly string[],
): void {
  const rows = [
    ...paragraphs.map((text) => ({ text, bullet: false })),
    ...items.map((text) => ({ text, bullet: true })),
  ];
  const parts = portions(rows, ({ text }) => heightOf(text), room);
  for (const part of parts) {
    const slide = addSlide(deck, title);
    slide.addText(
      part.map(({ text, bullet }) => ({
        text: say(text),
        options: { ...(bullet && { bullet: { indent: 16 } }), breakLine: true, paraSpaceAfter: 8 },
      })),
      {
        x: page.margin,
        y: page.top,
        w: inner,
        h: room,
        fontFace: font,
        fontSize: points,
        color: colours.text,
        valign: 'top',
        margin: 0,
      },
    );
  }
}

/** A section of the document as slides: its words, then its tables. */
export function addSection(deck: Deck, section: DocumentSection): void {
  const { title, paragraphs = [], items = [], facts = [], tables = [] } = section;
  const told = facts.filter(([, text]) => text !== '').map(([term, text]) => `${term}: ${text}`);
  if (paragraphs.length + items.length + told.length > 0)
    addWords(deck, title, paragraphs, [...told, ...items]);
  for (const table of tables) addTable(deck, title, table);
}
