import loaded from 'pptxgenjs';
import { isolateBidi } from '../../../text/escape-bidi.js';

export type Deck = InstanceType<typeof loaded.default>;
export type Slide = ReturnType<Deck['addSlide']>;

/** Its types are those of a CommonJS module; what is loaded is none, so that the class itself is the default. */
const Presentation = loaded as unknown as new () => Deck;

export const openDeck = (): Deck => new Presentation();

/** Inches of a wide slide, and of the room that every slide keeps free around what it says. */
export const page = { width: 13.333, height: 7.5, margin: 0.6, top: 1.35, bottom: 0.65 } as const;
export const inner = page.width - 2 * page.margin;
export const room = page.height - page.top - page.bottom;

export const colours = {
  text: '1B2127',
  muted: '57616B',
  line: 'D5DCE3',
  panel: 'F5F7F9',
  page: 'FFFFFF',
  accent: '0B5394',
  critical: 'A3122B',
  good: '1A6B3C',
} as const;

export const font = 'Calibri';

/** Text of an input in a run: names from right to left keep to themselves. */
export const say = (text: string): string => isolateBidi(text);

/** A slide with its title and number. */
export function addSlide(deck: Deck, title: string): Slide {
  const slide = deck.addSlide();
  slide.background = { color: colours.page };
  slide.addText(say(title), {
    x: page.margin,
    y: 0.4,
    w: inner,
    h: 0.7,
    fontFace: font,
    fontSize: 28,
    bold: true,
    color: colours.text,
    valign: 'middle',
    margin: 0,
  });
  slide.slideNumber = {
    x: page.width - page.margin - 0.6,
    y: page.height - 0.45,
    w: 0.6,
    h: 0.3,
    fontFace: font,
    fontSize: 10,
    color: colours.muted,
    align: 'right',
  };
  return slide;
}

/** About how many lines a text takes in a column of so many inches. */
export function linesOf(text: string, inches: number, points: number): number {
  const perLine = Math.max(4, Math.floor((inches * 72) / (points * 0.5)));
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > perLine) {
      lines += 1;
      used = 0;
    }
    lines += Math.floor(Math.max(0, word.length - 1) / perLine);
    used = (used === 0 ? 0 : used + 1) + (word.length % (perLine + 1));
  }
  return lines;
}

/** Rows in portions that fit into a height; a row that is higher than all of it stands alone. */
export function portions<T>(rows: readonly T[], heightOf: (row: T) => number, height: number): T[][] {
  const parts: T[][] = [];
  let free = 0;
  for (const row of rows) {
    const own = heightOf(row);
    if (parts.length === 0 || own > free) {
      parts.push([]);
      free = height;
    }
    parts.at(-1)!.push(row);
    free -= own;
  }
  return parts;
}
