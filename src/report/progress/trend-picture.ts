import type { MeasureUnit } from '../../model/scorecard.js';
import { html, type Part, when } from '../html/tag.js';
import { amountOf } from '../scorecard/words.js';
import { dayOf } from '../triage/words.js';

export interface TrendPicture {
  readonly id: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  readonly points: readonly { readonly as_of: string; readonly value: number | null }[];
  /** A line to be reached. */
  readonly target?: number;
}

const size = { width: 280, height: 96, left: 6, right: 10, top: 22, foot: 20 };

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly day: string;
  readonly words: string;
}

const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.foot };

/** Places of times and values in the picture; equal values stand in the middle. */
function scales({ points, target }: TrendPicture) {
  const values = [...points.flatMap(({ value }) => value ?? []), ...(target === undefined ? [] : [target])];
  const times = points.map(({ as_of }) => Date.parse(as_of));
  const [low, high, from, to] = [
    Math.min(...values),
    Math.max(...values),
    Math.min(...times),
    Math.max(...times),
  ];
  const part = (value: number, least: number, most: number) =>
    most === least ? 0.5 : (value - least) / (most - least);
  return {
    x: (asOf: string) => size.left + part(Date.parse(asOf), from, to) * inner.width,
    y: (value: number) => size.top + (1 - part(value, low, high)) * inner.height,
  };
}

/** Stretches of the line: where nothing was measured it is broken. */
function stretches(dots: readonly (Dot | null)[]): Dot[][] {
  const found: Dot[][] = [[]];
  for (const dot of dots)
    if (dot === null) found.push([]);
    else found.at(-1)!.push(dot);
  return found.filter((stretch) => stretch.length > 1);
}

/** What the picture shows, in words. */
export function describeTrend({ title, points, unit, target }: TrendPicture): string {
  const known = points.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${title}: not measurable.`;
  const wanted = target === undefined ? '' : `; the target is ${amountOf(target, unit)}`;
  return `${title}: ${amountOf(first.value!, unit)} on ${dayOf(first.as_of)}, ${amountOf(last.value!, unit)} on ${dayOf(last.as_of)}${wanted}.`;
}

/** A measure over time as a line, with its first and last value; the target, if there is one, is dashed. */
export function renderTrend(picture: TrendPicture): Part {
  const { id, title, points, unit, target } = picture;
  const { x, y } = scales(picture);
  const dots = points.map(({ as_of, value }): Dot | null =>
    value === null ? null : { x: x(as_of), y: y(value), day: dayOf(as_of), words: amountOf(value, unit) },
  );
  const known = dots.filter((dot) => dot !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2) return '';
  const line = (stretch: readonly Dot[]) =>
    html`<polyline points="${stretch.map((dot) => `${dot.x.toFixed(1)},${dot.y.toFixed(1)}`).join(' ')}"/>`;
  const { width, height } = size;
  return html`<figure class="trend"><svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${describeTrend(picture)}</desc>
${when(target !== undefined, () => html`<path class="target" d="M${size.left} ${y(target!).toFixed(1)}H${width - size.right}"/>`)}${stretches(dots).map(line)}${known.map(
  (dot) =>
    html`<circle cx="${dot.x.toFixed(1)}" cy="${dot.y.toFixed(1)}" r="3"><title>${dot.day}: ${dot.words}</title></circle>`,
)}
<text x="0" y="12">${first.words}</text><text class="end" x="${width}" y="12">${last.words}</text>
<text x="0" y="${height - 4}">${first.day}</text><text class="end" x="${width}" y="${height - 4}">${last.day}</text></svg>
<figcaption>${title}</figcaption></figure>`;
}

/** Style of the pictures. */
export const trendStyles = `
.trends { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem 1.5rem; margin-block: 1rem; }
.trend { margin: 0; break-inside: avoid; } .trend svg { display: block; width: 100%; max-width: 22rem; height: auto; }
.trend polyline { fill: none; stroke: var(--accent); stroke-width: 2; } .trend circle { fill: var(--accent); }
.trend .target { stroke: var(--muted); stroke-dasharray: 4 4; } .trend text { fill: var(--text); font-size: 12px; } .trend .end { text-anchor: end; }
.trend figcaption { color: var(--muted); font-size: 0.875rem; margin-top: 0.25rem; }
`;
