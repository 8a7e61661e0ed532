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

/** Room for a name in three lines and its silo. */
const box = { width: 150, height: 80 };
const gap = { x: 104, y: 64 };
const perRow = 6;
/** How far a line to the next row goes out on both sides. */
const bend = 18;

const corner = (index: number): { x: number; y: number } => ({
  x: (index % perRow) * (box.width + gap.x),
  y: Math.floor(index / perRow) * (box.height + gap.y),
});

function renderStop({ name, silo }: Stop, index: number): Html {
  const { x, y } = corner(index);
  const rows = [
    ...cutLines(wrap(name, 17), 3, 17).map((text) => ['name middle', text]),
    ...(silo === '' ? [] : [['small middle', silo]]),
  ];
  const top = y + box.height / 2 - (rows.length - 1) * 8 + 4.5;
  return html`<rect class="box" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="5"/>${rows.map(
    ([kind = '', text = ''], row) => label(kind, x + box.width / 2, top + row * 16, text, 22),
  )}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly d: string;
  readonly tip: Point;
  /** Where its sign and words stand. */
  readonly at: Point;
  /** From one row to the next it goes down and back; words below it would be taken for those of the next row. */
  readonly turns: boolean;
}

function lineTo(index: number): Line {
  const [from, to] = [corner(index), corner(index + 1)];
  const start = { x: from.x + box.width, y: from.y + box.height / 2 };
  const tip = { x: to.x, y: to.y + box.height / 2 };
  const between = (column: number): number => corner(column).x + box.width + gap.x / 2 - 3;
  if (from.y === to.y)
    return {
      d: `M${start.x} ${start.y}H${tip.x - 7}`,
      tip,
      at: { x: between(index % perRow), y: start.y },
      turns: false,
    };
  const turn = from.y + box.height + gap.y / 2;
  const d = `M${start.x} ${start.y}h${bend}V${turn}H${-bend}V${tip.y}H${tip.x - 7}`;
  return { d, tip, at: { x: between(perRow / 2 - 1), y: turn }, turns: true };
}

function renderStep(step: Step, index: number): Html {
  const { d, tip, at, turns } = lineTo(index);
  const { x, y } = at;
  const arm = 4;
  const sign = step.broken
    ? html`<circle class="disc" cx="${x}" cy="${y}" r="10"/><path class="sign" d="M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}"/>`
    : '';
  const above = turns ? [step.above, step.below].filter(Boolean).join(', ') : step.above;
  const below = turns ? [] : cutLines(wrap(step.below, 15), 2, 15);
  return html`<path class="line ${step.broken ? 'missing' : ''}" stroke-width="1.8" d="${d}"/>${arrowHead(tip, 1)}${sign}${label('small middle', x, y - (turns && !step.broken ? 8 : 16), above, turns ? 60 : 15)}${below.map((line, row) => label('small middle', x, y + 24 + row * 14, line, 15))}`;
}

/** A way through systems from left to right, in rows of six. */
export function drawStrip(
  about: Pick<Picture, 'id' | 'title' | 'description' | 'table'>,
  stops: readonly Stop[],
  steps: readonly Step[],
): Picture {
  const columns = Math.min(perRow, stops.length);
  const rows = Math.max(1, Math.ceil(stops.length / perRow));
  const side = rows > 1 ? bend + 2 : 0;
  return {
    ...about,
    width: Math.max(480, columns * (box.width + gap.x) - gap.x + 2 * side),
    height: Math.max(1, rows) * (box.height + gap.y) - gap.y + 8,
    body: html`<g transform="translate(${side} 0)"><g>${steps.map(renderStep)}</g><g>${stops.map(renderStop)}</g></g>`,
  };
}
