import type { Roadmap } from '../../model/roadmap-report.js';
import { type Html, html, type Part } from '../html/tag.js';
import { cutLines, wrap } from '../parts/width.js';
import { type Bar, type Schedule, scheduleOf } from './schedule.js';

const width = 960;
const label = 350;
const line = 24;
const top = 30;

/** Bars of one picture: as many as stand on a page. */
const mostBars = 34;

function renderBar({ initiative, column, length }: Bar, row: number, wide: number): Html {
  const [name = ''] = cutLines(wrap(initiative.title, 52), 1, 52);
  const y = top + row * line;
  const x = label + column * wide + 6;
  const own = Math.max(3, length * (wide - 44));
  return html`<text x="0" y="${y + 15}">${name}</text><rect class="bar${initiative.quick_win ? ' quick' : ''}" x="${x.toFixed(1)}" y="${y + 4}" width="${own.toFixed(1)}" height="${line - 8}" rx="2"/><text class="head" x="${(x + own + 5).toFixed(1)}" y="${y + 15}">${initiative.effort}</text>`;
}

function renderPart(bars: readonly Bar[], { waves }: Schedule, words: string): Html {
  const wide = (width - label) / waves.length;
  const height = top + bars.length * line + 4;
  const edges = waves.map((wave, column) => {
    const x = (label + column * wide).toFixed(1);
    return html`<path class="edge" d="M${x} 6V${height - 4}"/><text class="head" x="${(label + column * wide + 6).toFixed(1)}" y="18">Wave ${wave}</text>`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">${edges}${bars.map((bar, row) => renderBar(bar, row, wide))}</svg>`;
}

/** Initiatives of the plan as bars in the columns of their waves. */
export function renderGantt({ initiatives }: Pick<Roadmap, 'initiatives'>): Part {
  const schedule = scheduleOf(initiatives);
  const parts: (readonly Bar[])[] = [];
  for (let from = 0; from < schedule.bars.length; from += mostBars)
    parts.push(schedule.bars.slice(from, from + mostBars));
  if (parts.length === 0) return '';
  const words = (place: number): string =>
    `Initiatives of the plan wave by wave, part ${place + 1} of ${parts.length}; the tables say the same`;
  return html`<figure class="gantt">${parts.map((bars, place) => renderPart(bars, schedule, words(place)))}<figcaption>A wave begins when the one before is done; what is in one wave runs side by side. A bar is as long as its effort against the longest of its wave; the number is the effort. Framed: quick wins.</figcaption></figure>`;
}

/** Style of the picture. */
export const ganttStyles = `
.gantt { margin: 1rem 0; overflow-x: auto; } .gantt svg { display: block; width: 100%; min-width: 44rem; height: auto; }
.gantt text { fill: var(--text); font-size: 12.5px; unicode-bidi: plaintext; } .gantt .head { fill: var(--muted); font-weight: 600; } .gantt .edge { stroke: var(--line); fill: none; }
.gantt .bar { fill: var(--accent); } .gantt .quick { stroke: var(--good); stroke-width: 2.5; }
.gantt figcaption { color: var(--muted); font-size: 0.8125rem; max-width: 48rem; }
@media print { .gantt { overflow: visible; } .gantt svg { min-width: 0; break-inside: avoid; } }
`;
