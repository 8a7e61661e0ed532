import { type Html, html, type Part } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import { groupBy } from '../../text/group-by.js';
import type { Atlas } from '../estate.js';
import { type Block, orderMatrix } from '../matrix-order.js';
import type { MapFlow } from '../model.js';
import { flowTable } from './flow-table.js';
import { matrixLegend } from './legend.js';
import { at, label } from './marks.js';
import type { Picture } from './picture.js';

/** What a cell says: some flow arrives within a day by itself, or only later, or only by somebody's hands. */
export type CellKind = 'quick' | 'slow' | 'manual';
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly flows: readonly MapFlow[];
}

const day = 86_400;
const byHand = new Set(['manual', 'file']);
function kindOf(flows: readonly MapFlow[]): CellKind {
  if (flows.every(({ mechanism }) => byHand.has(mechanism))) return 'manual';
  return flows.some(({ latency_s }) => latency_s === null || latency_s < day) ? 'quick' : 'slow';
}

function cellsOf(atlas: Atlas, place: ReadonlyMap<string, number>): Cell[] {
  const cells = groupBy(atlas.flows, (flow) => `${place.get(flow.from)} ${place.get(flow.to)}`);
  return [...cells]
    .map(([key, flows]) => {
      const [row = 0, column = 0] = key.split(' ').map(Number);
      return { row, column, kind: kindOf(flows), flows };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Three shapes for three kinds: a full square, a bar, a ring. All cells of a kind are one path when nobody points at them. */
export function cellPath({ row, column, kind }: Pick<Cell, 'row' | 'column' | 'kind'>, size: number): string {
  const pad = size < 5 ? 0.1 : size * 0.1;
  const [x, y, side] = [column * size + pad, row * size + pad, size - 2 * pad];
  if (kind === 'quick') return `M${at(x)} ${at(y)}h${at(side)}v${at(side)}h${at(-side)}z`;
  if (kind === 'slow') return `M${at(x)} ${at(y + side * 0.32)}h${at(side)}v${at(side * 0.36)}h${at(-side)}z`;
  const inner = side * 0.5;
  return `M${at(x)} ${at(y)}h${at(side)}v${at(side)}h${at(-side)}zM${at(x + side / 4)} ${at(y + side / 4)}v${at(inner)}h${at(inner)}v${at(-inner)}z`;
}

/** Lines between silos, and a frame round the flows inside each. */
function renderBlocks(blocks: readonly Block[], size: number, total: number): Part {
  let start = 0;
  return blocks.map(({ silo, systems }) => {
    const from = at(start * size);
    const side = at(systems.length * size);
    start += systems.length;
    const end = at(start * size);
    return html`<g class="block" data-silo="${silo}"><path class="grid" d="M0 ${end}H${at(total)}M${end} 0V${at(total)}"/><rect class="frame" x="${from}" y="${from}" width="${side}" height="${side}"/></g>`;
  });
}

/** Lines of names moved apart so that none covers another, each near its place. */
function spread(wanted: readonly number[], gap: number, end: number): number[] {
  const placed: number[] = [];
  for (const at of wanted) placed.push(Math.max(at, (placed.at(-1) ?? -gap) + gap));
  for (let i = placed.length - 1, most = end; i >= 0; i--, most -= gap)
    placed[i] = Math.min(placed[i]!, most);
  return placed;
}

/** Names of silos on both sides, each with a bracket over its systems. */
function siloNames(blocks: readonly Block[], size: number, total: number): Html {
  const ends: { name: string; from: number; to: number }[] = [];
  let start = 0;
  for (const { name, systems } of blocks) {
    ends.push({ name, from: start * size, to: (start + systems.length) * size });
    start += systems.length;
  }
  const middles = spread(
    ends.map(({ from, to }) => (from + to) / 2),
    15,
    total - 4,
  );
  const rows = ends.map(({ name, from, to }, i) => {
    const [y, own] = [middles[i]!, (from + to) / 2];
    return html`<path class="bracket" d="M-4 ${at(from + 1)}h-3V${at(to - 1)}h3M-7 ${at(own)}L-17 ${at(y)}"/>${label('small end', -21, y + 4, name, rooms.silos.letters)}`;
  });
  const columns = ends.map(({ name, from, to }, i) => {
    const [x, own] = [middles[i]!, (from + to) / 2];
    return html`<path class="bracket" d="M${at(from + 1)} -4v-3H${at(to - 1)}v3M${at(own)} -7L${at(x)} -17"/><g transform="translate(${at(x + 4)} -21) rotate(-52)">${label('small', 0, 0, name, rooms.silos.letters)}</g>`;
  });
  return html`<g class="axis">${rows}${columns}</g>`;
}

/** Names of systems on both sides, where a row is tall enough to be read. */
function systemNames(blocks: readonly Block[], size: number): Html {
  const { letters } = rooms.systems;
  const names = blocks.flatMap(({ systems }) => systems.map(({ name }) => name));
  const rows = names.map((name, i) => label('small end', -6, (i + 0.5) * size + 4, name, letters));
  const columns = names.map(
    (name, i) =>
      html`<g transform="translate(${at((i + 0.5) * size + 4)} -6) rotate(-52)">${label('small', 0, 0, name, letters)}</g>`,
  );
  return html`<g class="axis">${rows}${columns}</g>`;
}

const kinds: readonly CellKind[] = ['quick', 'slow', 'manual'];

/** Room for the names on three sides, and their letters: those of systems are longer than those of silos. */
const rooms = {
  systems: { left: 250, top: 215, right: 150, letters: 36 },
  silos: { left: 190, top: 172, right: 110, letters: 26 },
};
const sizeFor = (systems: number): number => (systems <= 60 ? 16 : systems <= 200 ? 6 : 2.8);
const roomFor = (size: number) => (size < 12 ? rooms.silos : rooms.systems);

/** Where everything stands in the matrix: side of a cell, its corner, the row of every system, the rows of every silo. */
export function matrixPlaces(atlas: Atlas) {
  const blocks = orderMatrix(atlas);
  const systems = blocks.flatMap((block) => block.systems);
  const starts = blocks.map((_, i) =>
    blocks.slice(0, i).reduce((sum, block) => sum + block.systems.length, 0),
  );
  const size = sizeFor(systems.length);
  const { left, top } = roomFor(size);
  return {
    size,
    left,
    top,
    place: new Map(systems.map(({ system_id }, i) => [system_id, i])),
    blocks: blocks.map(({ name, systems }, i) => [name, starts[i]!, systems.length] as const),
  };
}

/** Every flow as a cell: who gives in rows, who takes in columns. Readable at any number of systems. */
export function drawMatrix(atlas: Atlas): Picture {
  const blocks = orderMatrix(atlas);
  const systems = blocks.flatMap((block) => block.systems);
  const place = new Map(systems.map(({ system_id }, i) => [system_id, i]));
  const cells = cellsOf(atlas, place);
  const size = sizeFor(systems.length);
  const { left, top, right } = roomFor(size);
  const total = systems.length * size;
  const legend = matrixLegend(total + top + 26, Math.max(640, total + left));
  const paths = kinds.map((kind) => {
    const d = cells.filter((cell) => cell.kind === kind).map((cell) => cellPath(cell, size));
    return html`<path class="cell ${kind}" d="${d.join('')}"/>`;
  });
  return {
    id: 'matrix',
    title: `${atlas.map.ecosystem}: every flow between ${systems.length} systems`,
    description: `A row for every system that gives, a column for every system that takes; ${countOf(atlas.flows.length, 'flow')} in ${countOf(cells.length, 'cell')}. Silos stand together along the diagonal. The table below names every flow.`,
    width: Math.max(left + total + right, legend.width),
    height: top + total + 26 + legend.height,
    body: html`<g transform="translate(${left} ${top})" class="matrix"><rect class="sheet" width="${at(total)}" height="${at(total)}"/>${renderBlocks(blocks, size, total)}${paths}${size < 12 ? siloNames(blocks, size, total) : systemNames(blocks, size)}</g>${legend.body}`,
    table: flowTable(atlas),
  };
}
