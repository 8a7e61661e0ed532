import { type Html, html } from '../../report/html/tag.js';
import { cutLines, wrap } from '../../report/parts/width.js';
import type { Point } from '../layout/types.js';

/** A whole number of tenths: short and the same everywhere. */
export const at = (value: number): string => String(Math.round(value * 10) / 10);

/** Text on one line, shortened to so many columns. */
export function label(kind: string, x: number, y: number, words: string, columns: number): Html {
  const [line = ''] = cutLines(wrap(words, columns), 1, columns);
  return html`<text class="${kind}" x="${at(x)}" y="${at(y)}">${line}</text>`;
}

/** A smooth line through points that leaves and enters boxes level; on one side of one column it bows outwards. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const steps = rest.map((to, i) => {
    const from = points[i]!;
    if (from.x === to.x) {
      const bow = from.x + 34 + Math.min(40, Math.abs(to.y - from.y) / 6);
      return `C${at(bow)} ${at(from.y)} ${at(bow)} ${at(to.y)} ${at(to.x)} ${at(to.y)}`;
    }
    if (from.y === to.y) return `H${at(to.x)}`;
    const half = (to.x - from.x) / 2;
    return `C${at(from.x + half)} ${at(from.y)} ${at(to.x - half)} ${at(to.y)} ${at(to.x)} ${at(to.y)}`;
  });
  return `M${at(first.x)} ${at(first.y)}${steps.join('')}`;
}

/** Which way a line runs at its last point: 1 to the right, -1 to the left. */
export function heading(points: readonly Point[]): 1 | -1 {
  const [a, b] = [points.at(-2)!, points.at(-1)!];
  return b.x > a.x ? 1 : -1;
}

/** A point of an arrow that touches `tip`, running right (1) or left (-1). */
export const arrowHead = (tip: Point, to: 1 | -1, size = 5): Html =>
  html`<path class="head" d="M${at(tip.x)} ${at(tip.y)}l${-to * size * 1.7} ${-size}v${size * 2}z"/>`;

/** How many things are missing here: a disc with their number, told apart without colour. */
export function missing({ x, y }: Point, count: number): Html {
  const radius = count < 10 ? 8.5 : 10;
  return html`<circle class="disc" cx="${at(x)}" cy="${at(y)}" r="${radius}"/><text class="count middle" x="${at(x)}" y="${at(y + 3.8)}">${count}</text>`;
}
