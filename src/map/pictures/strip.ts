import { type Html, html } from '../../report/html/tag.js';
import { cutLines, wrap } from '../../report/parts/width.js';
import { arrowHead, label } from './marks.js';
import type { Picture } from './picture.js';

export interface Stop {
  readonly name: string;
  readonly silo: string;
}

/** A step of a way: what stands above and below its arrow, and whether it is where the way breaks. */
export interface Step {
  readonly above: string;
  readonly below: string;
  readonly broken: boolean;
}

const box = { width: 150, height: 72 };
const gap = { x: 104, y: 64 };
const perRow = 6;

const corner = (index: number): { x: number; y: number } => ({
  x: (index % perRow) * (box.width + gap.x),
  y: Math.floor(index / perRow) * (box.height + gap.y),
});

function renderStop({ name, silo }: Stop, index: number): Html {
  const { x, y } = corner(index);
  const rows = [
    ...cutLines(wrap(name, 17), 2, 17).map((text) => ['name middle', text]),
    ...(silo === '' ? [] : [['small middle', silo]]),
  ];
  const top = y + box.height / 2 - (rows.length - 1) * 8 + 4.5;
  return html`<rect class="box" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="5"/>${rows.map(
    ([kind = '', text = ''], row) => label(kind, x + box.width / 2, top + row * 16, text, 22),
  )}`;
}

/** From one row to the next the line goes down and back. */
function lineTo(index: number): { d: string; tip: { x: number; y: number } } {
  const [from, to] = [corner(index), corner(index + 1)];
  const start = { x: from.x + box.width, y: from.y + box.height / 2 };
  const tip = { x: to.x, y: to.y + box.height / 2 };
  if (from.y === to.y) return { d: `M${start.x} ${start.y}H${tip.x - 7}`, tip };
  const turn = from.y + box.height + gap.y / 2;
  return { d: `M${start.x} ${start.y}h18V${turn}H-18V${tip.y}H${tip.x - 7}`, tip };
}

function renderStep(step: Step, index: number): Html {
  const { d, tip } = lineTo(index);
  const from = corner(index);
  const x = from.x + box.width + gap.x / 2 - 3;
  const y = from.y + box.height / 2;
  const arm = 4;
  const sign = step.broken
    ? html`<circle class="disc" cx="${x}" cy="${y}" r="10"/><path class="sign" d="M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}"/>`
    : '';
  const words = cutLines(wrap(step.below, 15), 2, 15);
  return html`<path class="line ${step.broken ? 'missing' : ''}" stroke-width="1.8" d="${d}"/>${arrowHead(tip, 1)}${sign}${label('small middle', x, y - 16, step.above, 15)}${words.map((line, row) => label('small middle', x, y + 24 + row * 14, line, 15))}`;
}

/** A way through systems from left to right, in rows of six. */
export function drawStrip(
  about: Pick<Picture, 'id' | 'title' | 'description' | 'table'>,
  stops: readonly Stop[],
  steps: readonly Step[],
): Picture {
  const columns = Math.min(perRow, stops.length);
  const rows = Math.max(1, Math.ceil(stops.length / perRow));
  return {
    ...about,
    width: Math.max(480, columns * (box.width + gap.x) - gap.x + (rows > 1 ? 20 : 0)),
    height: Math.max(1, rows) * (box.height + gap.y) - gap.y + 8,
    body: html`<g>${steps.map(renderStep)}</g><g>${stops.map(renderStop)}</g>`,
  };
}
