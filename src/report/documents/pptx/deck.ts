import loaded from 'pptxgenjs';
import { isolateBidi } from '../../../text/escape-bidi.js';
import { cutLines, displayWidth, wrap } from '../../parts/width.js';

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

/** Width of a letter against the height of its font, wide enough for the fonts that stand in for others. */
const letter = 0.55;

/** Inches that a text takes on one line. */
export const inchesOf = (text: string, points: number): number => (displayWidth(text) * points * letter) / 72;

/** Lines a text takes in a column of so many inches. */
export const linesOf = (text: string, inches: number, points: number): number =>
  wrap(text, Math.max(4, Math.floor((inches * 72) / (points * letter)))).length;

/** The text on one line of so many inches, shortened if need be. */
export function fitted(text: string, inches: number, points: number): string {
  const columns = Math.floor((inches * 72) / (points * letter));
  return cutLines(wrap(text, columns), 1, columns)[0] ?? '';
}

/** Inches that a paragraph takes with the space after it. */
export const heightOf = (text: string, inches: number, points: number): number =>
  linesOf(text, inches, points) * ((points * 1.22) / 72) + 0.12;

/** Rows in portions that fit into a height, the first into its own; a row that is higher than all of it stands alone. */
export function portions<T>(
  rows: readonly T[],
  heightOf: (row: T) => number,
  height: number,
  first = height,
): T[][] {
  const parts: T[][] = [];
  let free = 0;
  for (const row of rows) {
    const own = heightOf(row);
    if (parts.length === 0 || own > free) {
      parts.push([]);
      free = parts.length === 1 ? first : height;
    }
    parts.at(-1)!.push(row);
    free -= own;
  }
  return parts;
}
