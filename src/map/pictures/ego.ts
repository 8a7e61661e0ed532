import { type Html, html, type Part } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import { cutLines, wrap } from '../../report/parts/width.js';
import { compareText } from '../../text/compare.js';
import { groupBy } from '../../text/group-by.js';
import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { MapFlow } from '../model.js';
import { arrowHead, at, curve, label } from './marks.js';
import type { Picture, Table } from './picture.js';

/** Room for a name in two lines and two notes. */
const box = { width: 232, height: 76, gap: 8, columns: 29 };
const aside = 130;
const middle = { width: 210, left: box.width + aside };
/** Neighbours drawn on one side; the rest is counted. */
const most = 15;

interface Neighbour {
  readonly id: string;
  readonly flows: readonly MapFlow[];
  readonly fields: readonly string[];
}

/** Systems on one side, what exchanges most fields first. */
function neighboursOf(flows: readonly MapFlow[], other: (flow: MapFlow) => string): Neighbour[] {
  const groups = groupBy(flows, (flow) => other(flow));
  return [...groups]
    .map(([id, own]) => ({
      id,
      flows: own,
      fields: [...new Set(own.flatMap(({ fields }) => fields.map((field) => field.target_field)))].sort(
        compareText,
      ),
    }))
    .sort((a, b) => b.fields.length - a.fields.length || compareText(a.id, b.id));
}

function note({ flows, fields }: Neighbour): string {
  const known = flows.flatMap(({ latency_s }) => (latency_s === null ? [] : [latency_s]));
  const hand = flows.every(({ mechanism }) => mechanism === 'manual' || mechanism === 'file');
  const speed = known.length === 0 ? [] : [renderSeconds(Math.min(...known))];
  const said = fields.length === 0 ? 'no field stated' : countOf(fields.length, 'field');
  return [said, ...speed, ...(hand ? ['by hand'] : [])].join(', ');
}

interface Side {
  readonly shown: readonly Neighbour[];
  readonly left: number;
  readonly height: number;
  readonly giving: boolean;
}

const sideOf = (all: readonly Neighbour[], giving: boolean): Side => {
  const shown = all.slice(0, most);
  const left = all.length - shown.length;
  const rows = shown.length + (left > 0 ? 1 : 0);
  return { shown, left, giving, height: Math.max(0, rows * (box.height + box.gap) - box.gap) };
};

function renderBox(subs: readonly string[], words: string, x: number, y: number, kind = ''): Html {
  const lines = cutLines(wrap(words, box.columns), 2, box.columns);
  const rows = [...lines.map((text) => ['name', text]), ...subs.map((text) => ['small', text])];
  const top = y + box.height / 2 - (rows.length - 1) * 8 + 4.5;
  return html`<rect class="box ${kind}" x="${at(x)}" y="${at(y)}" width="${box.width}" height="${box.height}" rx="4"/>${rows.map(
    ([kind = '', text = ''], row) =>
      label(`${kind} middle`, x + box.width / 2, top + row * 16, text, box.columns + 5),
  )}`;
}

function renderNeighbour(neighbour: Neighbour, side: Side, atlas: Atlas, y: number, port: number): Html {
  const x = side.giving ? 0 : middle.left + middle.width + aside;
  const centre = y + box.height / 2;
  const [from, to] = side.giving
    ? [
        { x: box.width, y: centre },
        { x: middle.left, y: port },
      ]
    : [
        { x: middle.left + middle.width, y: port },
        { x, y: centre },
      ];
  const width = 1.2 + Math.min(4, neighbour.fields.length * 0.3);
  return html`<g class="neighbour" data-system="${neighbour.id}"><path class="line" stroke-width="${at(width)}" d="${curve([from, { x: to.x - 6, y: to.y }])}"/>${arrowHead(to, 1)}${renderBox([atlas.siloOf(neighbour.id), note(neighbour)], atlas.system(neighbour.id).name, x, y)}</g>`;
}

function renderSide(side: Side, atlas: Atlas, height: number, tall: number): Part {
  const top = (height - side.height) / 2;
  const row = (index: number): number => top + index * (box.height + box.gap);
  const port = (index: number): number =>
    (height - tall) / 2 + ((index + 1) * tall) / (side.shown.length + 1);
  const neighbours = side.shown.map((neighbour, index) =>
    renderNeighbour(neighbour, side, atlas, row(index), port(index)),
  );
  const x = side.giving ? 0 : middle.left + middle.width + aside;
  const rest =
    side.left === 0
      ? ''
      : renderBox([], `and ${countOf(side.left, 'system')} more`, x, row(side.shown.length), 'faint');
  return [neighbours, rest];
}

function tableOf(
  atlas: Atlas,
  id: string,
  inputs: readonly Neighbour[],
  outputs: readonly Neighbour[],
): Table {
  const rows = (direction: string, list: readonly Neighbour[]) =>
    list.map((neighbour) => [
      direction,
      atlas.system(neighbour.id).name,
      atlas.siloOf(neighbour.id),
      note(neighbour),
      neighbour.fields.join(', '),
    ]);
  return {
    caption: `What ${atlas.system(id).name} gets and gives`,
    heads: ['Direction', 'System', 'Silo', 'How much and how fast', 'Fields'],
    rows: [...rows('gets from', inputs), ...rows('gives to', outputs)],
    numeric: [],
  };
}

function renderCentre(atlas: Atlas, id: string, height: number, tall: number): Html {
  const system = atlas.system(id);
  const facts = [
    atlas.siloOf(id),
    (system.kind ?? '').replaceAll('_', ' '),
    system.legacy ? 'to be retired' : '',
    system.persons ? countOf(system.persons, 'person') : '',
  ];
  const rows = [
    ...cutLines(wrap(system.name, 25), 3, 25).map((text) => ['name middle', text]),
    ...facts.filter(Boolean).map((text) => ['small middle', text]),
  ];
  const first = height / 2 - (rows.length - 1) * 8.5 + 4;
  const x = middle.left + middle.width / 2;
  return html`<rect class="box strong" x="${middle.left}" y="${at((height - tall) / 2)}" width="${middle.width}" height="${at(tall)}" rx="6"/>${rows.map(([kind = '', text = ''], row) => label(kind, x, first + row * 17, text, 28))}`;
}

/** A system with what it gets on the left and what it gives on the right. */
export function drawEgo(atlas: Atlas, id: string): Picture {
  const { name } = atlas.system(id);
  const inputs = neighboursOf(
    atlas.flows.filter(({ to, from }) => to === id && from !== id),
    ({ from }) => from,
  );
  const outputs = neighboursOf(
    atlas.flows.filter(({ from, to }) => from === id && to !== id),
    ({ to }) => to,
  );
  const sides = [sideOf(inputs, true), sideOf(outputs, false)] as const;
  const tall = Math.max(120, ...sides.map(({ shown }) => shown.length * 18 + 40));
  const height = Math.max(tall, ...sides.map((side) => side.height));
  return {
    id: 'ego',
    title: `${name}: what it gets and what it gives`,
    description: `${name} of ${atlas.siloOf(id)} gets data from ${countOf(inputs.length, 'system')} on the left and gives data to ${countOf(outputs.length, 'system')} on the right.`,
    width: middle.left + middle.width + aside + box.width,
    height: height + 30,
    body: html`${sides.map((side) => renderSide(side, atlas, height, tall))}${renderCentre(atlas, id, height, tall)}<text class="small" x="0" y="${at(height + 24)}">the thicker a line, the more fields go over it; each box says how many, and how quick the quickest flow is</text>`,
    table: tableOf(atlas, id, inputs, outputs),
  };
}
