import { type Html, html } from '../../report/html/tag.js';
import { displayWidth } from '../../report/parts/width.js';
import { arrowHead, at, missing } from './marks.js';

interface Key {
  readonly words: string;
  /** Drawn in a field of 44 by 16 whose middle is at y 0. */
  readonly sign: Html;
}

export interface Legend {
  readonly width: number;
  readonly height: number;
  readonly body: Html;
}

/** Explains the signs of a picture, in lines of at most `width`. */
export function renderLegend(keys: readonly Key[], top: number, width = 860): Legend {
  let [x, row] = [0, 0];
  let widest = 0;
  const parts = keys.map(({ words, sign }) => {
    const own = 54 + displayWidth(words) * 6.6 + 26;
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const part = html`<g transform="translate(${at(x)} ${at(top + row * 24 + 12)})">${sign}<text class="small" x="54" y="4">${words}</text></g>`;
    x += own;
    widest = Math.max(widest, x);
    return part;
  });
  return { width: widest, height: (row + 1) * 24, body: html`<g class="legend">${parts}</g>` };
}

const line = (kind: string, width: number): Html =>
  html`<path class="line ${kind}" stroke-width="${width}" d="M0 0H44"/>`;
const right = arrowHead({ x: 44, y: 0 }, 1);

/** Signs of the silo map. */
export const siloLegend = (top: number, width?: number): Legend =>
  renderLegend(
    [
      { words: 'goes both ways', sign: html`${line('', 1.8)}${right}${arrowHead({ x: 0, y: 0 }, -1)}` },
      { words: 'one way only', sign: html`${line('', 1.8)}${right}` },
      { words: 'wider: more fields', sign: html`${line('', 5)}` },
      { words: 'takes more than a day', sign: html`${line('slow', 1.8)}${right}` },
      {
        words: 'changes in so many fields should arrive here and do not, or too late',
        sign: html`${line('', 1.8)}${right}${missing({ x: 22, y: 0 }, 3)}`,
      },
      {
        words: 'the same, and no direct flow',
        sign: html`${line('missing', 2)}${missing({ x: 36, y: 0 }, 3)}`,
      },
    ],
    top,
    width,
  );

const cell = (kind: string, d: string): Html =>
  html`<path class="cell ${kind}" transform="translate(20 -8)" d="${d}"/>`;

/** Signs of the matrix. */
export const matrixLegend = (top: number, width?: number): Legend =>
  renderLegend(
    [
      { words: 'row gives to column, within a day', sign: cell('quick', 'M1 1h14v14h-14z') },
      { words: 'only after a day or more', sign: cell('slow', 'M1 5.5h14v5h-14z') },
      { words: 'only by file or by hand', sign: cell('manual', 'M1 1h14v14h-14zM4.5 4.5v7h7v-7z') },
      {
        words: 'frame: inside one silo',
        sign: html`<rect class="frame" x="20" y="-8" width="16" height="16"/>`,
      },
    ],
    top,
    width,
  );
