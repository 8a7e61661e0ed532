import { type Html, html, type Part } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import { cutLines, wrap } from '../../report/parts/width.js';
import { compareText } from '../../text/compare.js';
import { groupDigits } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import { type Group, groupSilos } from '../groups.js';
import { layered } from '../layout/layered.js';
import type { Box, Layout, Point } from '../layout/types.js';
import { type Direction, type Link, linksOf, unmetOf, weightOf } from '../silo-links.js';
import { siloLegend } from './legend.js';
import { arrowHead, at, curve, heading, label, missing } from './marks.js';
import type { Picture } from './picture.js';
import { siloTable } from './silo-table.js';

const width = 188;
const height = (lines: number): number => Math.max(74, 12 + lines * 21);
const gap = { x: 150, y: 30 };
const day = 86_400;

interface Drawn {
  readonly groups: readonly Group[];
  readonly links: readonly Link[];
  /** Links that are left out, by group. */
  readonly hidden: ReadonlyMap<string, number>;
}

/** The best links that hold everything together that can be (Kruskal). */
function backbone(groups: readonly Group[], ranked: readonly Link[]): Set<Link> {
  const island = new Map(groups.map(({ id }) => [id, id]));
  const held = new Set<Link>();
  for (const link of ranked) {
    const [a, b] = [island.get(link.a)!, island.get(link.b)!];
    if (a === b) continue;
    held.add(link);
    for (const [id, other] of island) if (other === b) island.set(id, a);
  }
  return held;
}

/** The links that matter most: what carries most, what misses most, and what holds the picture together. */
function chooseLinks(groups: readonly Group[], links: readonly Link[]): Drawn {
  const worth = (link: Link): number => weightOf(link) + unmetOf(link) * 0.75;
  const ranked = [...links].sort(
    (x, y) => worth(y) - worth(x) || compareText(x.a, y.a) || compareText(x.b, y.b),
  );
  const held = backbone(groups, ranked);
  const most = Math.round(10 + groups.length * 1.1);
  const kept = ranked.filter((link, place) => place < most || held.has(link));
  const hidden = new Map<string, number>();
  for (const { a, b } of ranked.filter((link) => !kept.includes(link)))
    for (const id of [a, b]) hidden.set(id, (hidden.get(id) ?? 0) + 1);
  return { groups, links: kept, hidden };
}

const isSlow = ({ flows, latency_s }: Direction): boolean =>
  flows > 0 && latency_s !== null && latency_s > day;

/** What happens at the end of a line: an arrow where something arrives, a number where something does not. */
function renderEnd({ flows, unmet }: Direction, points: readonly Point[], width: number): Part {
  const { x, y } = points.at(-1)!;
  const to = heading(points);
  const size = 4 + width * 0.55;
  const arrow = flows > 0 ? arrowHead({ x: x - to, y }, to, size) : '';
  const clear = flows > 0 ? size * 1.7 + 11 : 12;
  return [arrow, unmet.length > 0 ? missing({ x: x - to * clear, y }, unmet.length) : ''];
}

const widthOf = ({ there, back }: Link): number =>
  there.flows + back.flows === 0
    ? 2
    : 1.2 + Math.min(4, Math.max(there.fields.length, back.fields.length) * 0.3);

function renderLine(link: Link, route: readonly Point[]): Html {
  const { a, b, there, back } = link;
  const none = there.flows + back.flows === 0;
  const kind = none ? 'missing' : isSlow(there) && (back.flows === 0 || isSlow(back)) ? 'slow' : '';
  const line = curve(route);
  return html`<g class="link" data-a="${a}" data-b="${b}"><path class="casing" stroke-width="${at(widthOf(link) + 5)}" d="${line}"/><path class="line ${kind}" stroke-width="${at(widthOf(link))}" d="${line}"/></g>`;
}

/** Both ends, drawn above all lines. */
const renderEnds = (link: Link, route: readonly Point[]): Html =>
  html`<g class="link" data-a="${link.a}" data-b="${link.b}">${renderEnd(link.there, route, widthOf(link))}${renderEnd(link.back, [...route].reverse(), widthOf(link))}</g>`;

function renderGroup({ id, name, systems }: Group, box: Box, hidden: number): Html {
  const lines = cutLines(wrap(name, 23), 2, 23);
  const persons = systems.reduce((most, system) => Math.max(most, system.persons ?? 0), 0);
  const facts = [
    countOf(systems.length, 'system'),
    ...(persons > 0 ? [`${groupDigits(persons)} persons`] : []),
  ].join(', ');
  const more = hidden === 0 ? [] : [`+ ${countOf(hidden, 'lighter link')}`];
  const rows = [...lines.map((text) => ['name', text]), ...[facts, ...more].map((text) => ['small', text])];
  const top = box.y + box.height / 2 - (rows.length - 1) * 8 + 4.5;
  return html`<g class="group" data-silo="${id}"><rect class="box${id === '' ? ' faint' : ''}" x="${at(box.x)}" y="${at(box.y)}" width="${width}" height="${at(box.height)}" rx="5"/>${rows.map(
    ([kind = '', text = ''], row) => label(`${kind} middle`, box.x + width / 2, top + row * 16, text, 30),
  )}</g>`;
}

function layOut({ groups, links }: Drawn): Layout {
  const place = new Map(groups.map(({ id }, index) => [id, index]));
  const arcs = links.map((link) => ({
    from: place.get(link.a)!,
    to: place.get(link.b)!,
    weight: 1 + weightOf(link),
  }));
  return layered(groups.length, arcs, { width, height, gap });
}

/** Silos as boxes, what goes between them as lines; the table holds every link, also those that are not drawn. */
export function drawSiloMap(atlas: Atlas): Picture {
  const groups = groupSilos(atlas);
  const groupOf = new Map(
    groups.flatMap(({ id, systems }) => systems.map((system) => [system.system_id, id])),
  );
  const links = linksOf(atlas, (system) => groupOf.get(system) ?? '');
  const drawn = chooseLinks(groups, links);
  const layout = layOut(drawn);
  const legend = siloLegend(layout.height + 40);
  const name = new Map(groups.map((group) => [group.id, group.name]));
  const left = links.length - drawn.links.length;
  return {
    id: 'silos',
    title: `${atlas.map.ecosystem}: who gives data to whom`,
    description: `${countOf(groups.length, 'group')} of ${countOf(atlas.map.systems.length, 'system')}, and ${countOf(links.length, 'link')} between them${left === 0 ? '' : `, of which the ${drawn.links.length} that matter most are drawn`}. The table below holds them all.`,
    width: Math.max(layout.width, legend.width),
    height: layout.height + 40 + legend.height,
    body: html`<g>${drawn.links.map((link, i) => renderLine(link, layout.routes[i]!))}</g>
<g>${drawn.links.map((link, i) => renderEnds(link, layout.routes[i]!))}</g>
<g>${groups.map((group, i) => renderGroup(group, layout.boxes[i]!, drawn.hidden.get(group.id) ?? 0))}</g>
${legend.body}`,
    table: siloTable(links, (id) => name.get(id) ?? id),
  };
}
