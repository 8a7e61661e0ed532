import { type Html, html } from '../../report/html/tag.js';
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

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Drawn as missing, with a cross. */
  readonly missing?: boolean;
  readonly weight?: number;
}

const width = 188;
const height = (lines: number): number => Math.max(64, 12 + lines * 14);

function renderNode({ id, name, notes, kind = '' as 'faint' }: Node, box: Box): Html {
  const lines = cutLines(wrap(name, 23), notes.length > 1 ? 1 : 2, 23);
  const rows = [...lines.map((text) => ['name', text]), ...notes.map((text) => ['small', text])];
  const top = box.y + box.height / 2 - (rows.length - 1) * 8 + 4.5;
  return html`<g class="node" data-system="${id}"><rect class="box ${kind}" x="${at(box.x)}" y="${at(box.y)}" width="${width}" height="${at(box.height)}" rx="5"/>${rows.map(
    ([kind = '', text = ''], row) => label(`${kind} middle`, box.x + width / 2, top + row * 16, text, 29),
  )}</g>`;
}

function renderEdge({ missing = false }: Edge, route: readonly Point[]): Html {
  const d = curve(route);
  const tip = route.at(-1)!;
  const to = heading(route);
  const x = tip.x - to * 20;
  const sign = missing
    ? html`<circle class="disc" cx="${at(x)}" cy="${at(tip.y)}" r="7.5"/><path class="sign" d="M${at(x - 3)} ${at(tip.y - 3)}l6 6m0 -6l-6 6"/>`
    : '';
  return html`<path class="casing" stroke-width="5.5" d="${d}"/><path class="line ${missing ? 'missing' : ''}" stroke-width="1.6" d="${d}"/>${arrowHead(tip, to)}${sign}`;
}

/** Systems as boxes in columns from givers to takers. Edges between unknown nodes are left out. */
export function drawNetwork(
  about: Pick<Picture, 'id' | 'title' | 'description' | 'table'>,
  nodes: readonly Node[],
  edges: readonly Edge[],
): Picture {
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  const drawn = edges.filter(({ from, to }) => from !== to && place.has(from) && place.has(to));
  const arcs = drawn.map(({ from, to, weight = 1 }) => ({
    from: place.get(from)!,
    to: place.get(to)!,
    weight,
  }));
  const settled = nodes.every(({ column }) => column !== undefined);
  const columns = settled ? { columns: nodes.map(({ column = 0 }) => column) } : {};
  const layout = layered(nodes.length, arcs, { width, height, gap: { x: 110, y: 18 }, ...columns });
  return {
    ...about,
    width: Math.max(layout.width, 480),
    height: layout.height,
    body: html`<g>${drawn.map((edge, i) => renderEdge(edge, layout.routes[i]!))}</g><g>${nodes.map((node, i) => renderNode(node, layout.boxes[i]!))}</g>`,
  };
}
