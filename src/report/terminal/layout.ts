import { cutLines, displayWidth, wrap } from '../parts/width.js';
import type { Style } from './style.js';

/** Lines of one text; what is longer floods a screen, and stands whole in the JSON. */
const usual = 8;

/** Text in lines behind a label; the lines hang under the first one. */
export function labelled(style: Style, label: string, indent: number, text: string, most = usual): string[] {
  if (text === '') return [];
  const width = style.width - indent;
  const lines = cutLines(wrap(text, width), most, width);
  return lines.map((line, index) =>
    index === 0 ? `${style.chalk.dim(pad(label, indent))}${line}` : `${' '.repeat(indent)}${line}`,
  );
}

/** Text filled with spaces up to a number of columns. */
export const pad = (text: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - displayWidth(text)))}`;
