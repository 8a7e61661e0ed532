import type { Roadmap } from '../../model/roadmap-report.js';
import { html, type Part } from '../html/tag.js';

const width = 640;
const label = 250;
const line = 22;

/** Initiatives of the plan as bars one after the other, as long as their effort, wave by wave. */
export function renderGantt({ initiatives }: Roadmap): Part {
  const planned = initiatives.filter(({ wave }) => wave !== null).sort((a, b) => a.wave! - b.wave!);
  const total = planned.reduce((sum, { effort }) => sum + effort, 0);
  if (total === 0) return '';
  const scale = (width - label) / total;
  let begun = 0;
  const bars = planned.map(({ title, effort, wave }, i) => {
    const x = label + begun * scale;
    begun += effort;
    const cut = title.length > 38 ? `${title.slice(0, 37)}…` : title;
    return html`<text x="0" y="${String(i * line + 15)}">${cut}</text><rect class="wave-${String(wave! % 2)}" x="${x.toFixed(1)}" y="${String(i * line + 4)}" width="${Math.max(2, effort * scale - 1).toFixed(1)}" height="${String(line - 8)}"><title>Wave ${String(wave)}: ${title}, effort ${String(effort)}</title></rect>`;
  });
  const height = planned.length * line + 4;
  return html`<figure class="gantt"><svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="Initiatives of the plan one after the other; the table below says the same">${bars}</svg><figcaption>Each bar is as long as the effort; shades change with the wave.</figcaption></figure>`;
}

/** Style of the picture. */
export const ganttStyles = `
.gantt { margin: 1rem 0; overflow-x: auto; } .gantt svg { display: block; width: 100%; min-width: 34rem; max-width: 56rem; height: auto; }
.gantt text { fill: var(--text); font-size: 11px; } .gantt .wave-1 { fill: var(--accent); } .gantt .wave-0 { fill: var(--muted); }
.gantt figcaption { color: var(--muted); font-size: 0.8125rem; }
`;
