import type { Severity } from '../model/enums.js';
import { displayWidth, wrap } from '../report/parts/width.js';
import { cleanText } from '../text/escape.js';

/** How a piece of a line is meant; every one is plain words without colour too. */
export type Tone = 'plain' | 'dim' | 'strong' | 'good' | 'bad' | Severity;

export interface Piece {
  readonly text: string;
  readonly tone: Tone;
  /** On the picked line. */
  readonly picked?: boolean;
}

/** One line of the screen, left to right. */
export type Line = readonly Piece[];

/** A piece of clean text: nothing of an input is obeyed by a terminal. */
export const piece = (text: string, tone: Tone = 'plain'): Piece => ({ text: cleanText(text), tone });

export const plain = (text: string): Line => [piece(text)];
export const dim = (text: string): Line => [piece(text, 'dim')];

export const widthOf = (line: Line): number => line.reduce((sum, { text }) => sum + displayWidth(text), 0);

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ascii = /^[ -~]*$/;

/** The beginning of a text that fits into so many columns. */
function head(text: string, width: number): string {
  if (ascii.test(text)) return text.slice(0, width);
  let used = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}

/** A text of at most so many columns; a longer one ends in an ellipsis. */
export const clip = (text: string, width: number): string =>
  displayWidth(text) <= width ? text : width < 1 ? '' : `${head(text, width - 1)}…`;

/** A text in exactly so many columns. */
export function cell(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const clipped = clip(cleanText(text), width);
  const space = ' '.repeat(Math.max(0, width - displayWidth(clipped)));
  return side === 'left' ? `${clipped}${space}` : `${space}${clipped}`;
}

/** A line of at most so many columns. */
export function clipLine(line: Line, width: number): Line {
  if (widthOf(line) <= width) return line;
  const kept: Piece[] = [];
  let left = width;
  for (const one of line) {
    const text = left > 0 ? clip(one.text, left) : '';
    if (text !== '') kept.push({ ...one, text });
    left -= displayWidth(one.text);
  }
  return kept;
}

/** A line of exactly so many columns. */
export function fillLine(line: Line, width: number): Line {
  const clipped = clipLine(line, width);
  const rest = width - widthOf(clipped);
  return rest > 0 ? [...clipped, piece(' '.repeat(rest))] : clipped;
}

/** A text over as many lines as it takes, hanging behind a label. */
export function labelled(label: string, indent: number, text: string, width: number, tone: Tone = 'plain') {
  if (text === '') return [];
  return wrap(cleanText(text), Math.max(10, width - indent)).map((part, at) => [
    piece(cell(at === 0 ? label : '', indent), 'dim'),
    piece(part, tone),
  ]);
}
