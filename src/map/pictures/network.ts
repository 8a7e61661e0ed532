import { type Html, html } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import { cutLines, wrap } from '../../report/parts/width.js';
import { layered } from '../layout/layered.js';
import type { Box, Point } from '../layout/types.js';
import { arrowHead, at, curve, heading, label } from './marks.js';
import type { Picture } from './picture.js';

export interface Node {
  readonly id: string;
  readonly name: string;
  /** Up to two short lines below the name. */
  readonly notes: readonly string[];
  readonly kind?: 'strong' | 'faint';
  /** Column from the left, where the picture has an order of its own. */
  readonly column?: number;
}

/** The box that counts what a picture leaves out; none where nothing is. */
export const boxOfRest = (
  left: number,
  what: string,
  place: { id?: string; column?: number } = {},
): Node[] =>
  left <= 0 ? [] : [{ id: '', ...place, name: `and ${countOf(left, what)} more`, notes: [], kind: 'faint' }];

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Drawn as missing, with a cross. */
  readonly missing?: boolean;
  readonly weight?: number;
}

const width = 188;
/** Columns of a note that are not cut. */
export const noteWidth = 29;
const height = (lines: number): number => Math.max(76, 12 + lines * 16);

function renderNode({ id, name, notes, kind = '' as 'faint' }: Node, box: Box): Html {
  const lines = cutLines(wrap(name, 23), notes.length > 1 ? 2 : 3, 23);
  const rows = [...lines.map((text) => ['name', text]), ...notes.map((text) => ['small', text])];
  const top = box.y + box.height / 2 - (rows.length - 1) * 8 + 4.5;
  return html`<g class="node" data-system="${id}"><rect class="box ${kind}" x="${at(box.x)}" y="${at(box.y)}" width="${width}" height="${at(box.height)}" rx="5"/>${rows.map(
    ([kind = '', text = ''], row) =>
      label(`${kind} middle`, box.x + width / 2, top + row * 16, text, noteWidth),
  )}</g>`;
}

/** One line for what goes there and back alike. */
interface Line {
  readonly edge: Edge;
  readonly both: boolean;
}

function pairUp(edges: readonly Edge[]): Line[] {
  const key = ({ from, to, missing = false }: Edge): string => JSON.stringify([from, to, missing]);
  const known = new Map(edges.map((edge) => [key(edge), edge]));
  const turned = (edge: Edge): string => key({ ...edge, from: edge.to, to: edge.from });
  return [...known]
    .filter(([own, edge]) => !known.has(turned(edge)) || own < turned(edge))
    .map(([, edge]) => ({ edge, both: known.has(turned(edge)) }));
}

function renderLine({ edge }: Line, route: readonly Point[]): Html {
  const d = curve(route);
  return html`<path class="casing" stroke-width="5.5" d="${d}"/><path class="line ${edge.missing ? 'missing' : ''}" stroke-width="1.6" d="${d}"/>`;
}

function renderEnds({ edge, both }: Line, route: readonly Point[]): Html {
  const tip = route.at(-1)!;
  const to = heading(route);
  const x = tip.x - to * 20;
  const sign = edge.missing
    ? html`<circle class="disc" cx="${at(x)}" cy="${at(tip.y)}" r="7.5"/><path class="sign" d="M${at(x - 3)} ${at(tip.y - 3)}l6 6m0 -6l-6 6"/>`
    : '';
  const turned = [...route].reverse();
  return html`${arrowHead(tip, to)}${both ? arrowHead(turned.at(-1)!, heading(turned)) : ''}${sign}`;
}

/** Columns numbered from 0 without a gap; undefined where the nodes have none. */
function columnsOf(nodes: readonly Node[]): { columns?: number[] } {
  const given = nodes.flatMap(({ column }) => (column === undefined ? [] : [column]));
  if (given.length < nodes.length) return {};
  const used = [...new Set(given)].sort((a, b) => a - b);
  return { columns: given.map((column) => used.indexOf(column)) };
}

/** Systems as boxes in columns from givers to takers. Edges between unknown nodes are left out. */
export function drawNetwork(
  about: Pick<Picture, 'id' | 'title' | 'description' | 'table'>,
  nodes: readonly Node[],
  edges: readonly Edge[],
): Picture {
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  const lines = pairUp(edges.filter(({ from, to }) => from !== to && place.has(from) && place.has(to)));
  const arcs = lines.map(({ edge: { from, to, weight = 1 } }) => ({
    from: place.get(from)!,
    to: place.get(to)!,
    weight,
  }));
  const layout = layered(nodes.length, arcs, { width, height, gap: { x: 110, y: 18 }, ...columnsOf(nodes) });
  return {
    ...about,
    width: Math.max(layout.width, 480),
    height: layout.height,
    body: html`<g>${lines.map((line, i) => renderLine(line, layout.routes[i]!))}</g><g>${lines.map((line, i) => renderEnds(line, layout.routes[i]!))}</g><g>${nodes.map((node, i) => renderNode(node, layout.boxes[i]!))}</g>`,
  };
}
