import type { Roadmap } from '../../model/roadmap-report.js';
import { groupDigits } from '../../text/numbers.js';
import { type Html, html, type Part } from '../html/tag.js';
import { cutLines, wrap } from '../parts/width.js';
import { type Bar, type Schedule, scheduleOf } from './schedule.js';

const width = 960;
const label = 350;
const line = 24;
const top = 30;

function renderBar({ initiative, wave, from, to }: Bar, row: number, scale: number): Html {
  const [name = ''] = cutLines(wrap(initiative.title, 52), 1, 52);
  const y = top + row * line;
  const x = label + from * scale;
  return html`<text x="0" y="${y + 15}">${name}</text><rect class="bar-${wave % 2}${initiative.quick_win ? ' quick' : ''}" x="${x.toFixed(1)}" y="${y + 4}" width="${Math.max(3, (to - from) * scale - 1).toFixed(1)}" height="${line - 8}" rx="2"><title>Wave ${wave}: ${initiative.title}, effort ${groupDigits(initiative.effort)}</title></rect>`;
}

const renderWaves = ({ waves, bars }: Schedule, scale: number): Html =>
  html`${waves.map(({ wave, from }) => {
    const x = (label + from * scale).toFixed(1);
    return html`<path class="edge" d="M${x} 6V${top + bars.length * line}"/><text class="head" x="${(label + from * scale + 5).toFixed(1)}" y="18">Wave ${wave}</text>`;
  })}`;

/** Initiatives of the plan as bars as long as their effort; a wave begins where the one before ends. */
export function renderGantt({ initiatives }: Pick<Roadmap, 'initiatives'>): Part {
  const schedule = scheduleOf(initiatives);
  if (schedule.bars.length === 0) return '';
  const scale = (width - label) / schedule.length;
  const height = top + schedule.bars.length * line + 4;
  return html`<figure class="gantt"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Initiatives of the plan wave by wave; the tables say the same">${renderWaves(schedule, scale)}${schedule.bars.map((bar, row) => renderBar(bar, row, scale))}</svg><figcaption>Each bar is as long as the effort of one team; what is in one wave runs side by side, and the next begins when all of it is done. Framed: quick wins.</figcaption></figure>`;
}

/** Style of the picture. */
export const ganttStyles = `
.gantt { margin: 1rem 0; overflow-x: auto; } .gantt svg { display: block; width: 100%; min-width: 44rem; height: auto; }
.gantt text { fill: var(--text); font-size: 12.5px; unicode-bidi: plaintext; } .gantt .head { fill: var(--muted); font-weight: 600; } .gantt .edge { stroke: var(--line); fill: none; }
.gantt .bar-1 { fill: var(--accent); } .gantt .bar-0 { fill: var(--muted); } .gantt .quick { stroke: var(--good); stroke-width: 2.5; }
.gantt figcaption { color: var(--muted); font-size: 0.8125rem; max-width: 48rem; }
@media print { .gantt { overflow: visible; break-inside: avoid; } .gantt svg { min-width: 0; } }
`;
