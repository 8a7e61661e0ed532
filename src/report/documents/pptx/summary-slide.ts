import type { DocumentSection } from '../../document/section.js';
import { colours, type Deck, fitted, font, inner, page, type Slide, say } from './deck.js';
import { addWords } from './text-slides.js';

/** Figures on the slide at most; the table of waves has them all. */
const most = 4;
const gap = 0.25;
const height = 1.25;

function addTile(slide: Slide, [term, value]: readonly [string, string], place: number): void {
  const width = (inner - (most - 1) * gap) / most;
  const x = page.margin + place * (width + gap);
  const y = page.height - page.bottom - height - 0.1;
  slide.addText(
    [
      {
        text: say(value),
        options: {
          fontSize: value.length > 18 ? 17 : 22,
          bold: true,
          color: colours.accent,
          breakLine: true,
        },
      },
      { text: say(fitted(term, width - 0.2, 12)), options: { fontSize: 12, color: colours.muted } },
    ],
    {
      shape: 'rect',
      x,
      y,
      w: width,
      h: height,
      fill: { color: colours.panel },
      line: { color: colours.line, width: 0.75 },
      fontFace: font,
      align: 'left',
      valign: 'middle',
      margin: 8,
    },
  );
}

/** What the plan comes to: sentences, and its first figures below them. */
export function addSummary(deck: Deck, { title, items = [], facts = [] }: DocumentSection): void {
  const begun = addWords(deck, title, [], items);
  if (begun) for (const [place, fact] of facts.slice(0, most).entries()) addTile(begun.slide, fact, place);
}
