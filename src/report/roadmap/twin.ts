import type {
  Heard,
  TwinBox,
  TwinLine,
  TwinMap,
  TwinPoint,
  TwinState,
} from '../../model/roadmap-document.js';
import { type Html, html, type Part, when } from '../html/tag.js';
import { countOf } from '../parts/shares.js';
import { cutLines, wrap } from '../parts/width.js';

export type Day = 'today' | 'tomorrow';

/** A whole number of tenths. */
const at = (value: number): string => String(Math.round(value * 10) / 10);
const pair = ({ x, y }: TwinPoint): string => `${at(x)} ${at(y)}`;

/** Changes a box hears of in time, of those it must hear of. */
export const heardWords = ({ met, of }: Heard): string =>
  of === 0 ? '' : met === of ? `hears all ${of}` : `hears ${met} of ${of}`;

/** Lines of text in a box: its name in bold, what stands below it, what it hears of. */
export const boxLines = ({ name, note, ...box }: TwinBox, day: Day) => ({
  name: cutLines(wrap(name, 17), 2, 17),
  note: note === '' ? [] : cutLines(wrap(note, 19), 1, 19),
  heard: box[day] ? heardWords(box[day]) : '',
  isShort: box[day] !== null && box[day].met < box[day].of,
});

function renderBox(box: TwinBox, day: Day): Html {
  const { name, note, heard, isShort } = boxLines(box, day);
  const rows = [
    ...name.map((text) => ['name', text]),
    ...note.map((text) => ['small', text]),
    ...(heard === '' ? [] : [[isShort ? 'small short' : 'small', heard]]),
  ];
  const top = box.y + box.height / 2 - (rows.length - 1) * 7.5 + 4;
  const x = at(box.x + box.width / 2);
  return html`<g><rect class="box" x="${at(box.x)}" y="${at(box.y)}" width="${at(box.width)}" height="${at(box.height)}" rx="4"/>${rows.map(
    ([kind = '', text = ''], row) =>
      html`<text class="${kind}" x="${x}" y="${at(top + row * 15)}">${text}</text>`,
  )}</g>`;
}

/** Half way along a line. */
export function middleOf({ from, curves }: TwinLine): TwinPoint {
  const place = Math.floor((curves.length - 1) / 2);
  const [a, b, end] = curves[place]!;
  const start = place === 0 ? from : curves[place - 1]![2];
  const mid = (key: 'x' | 'y') => (start[key] + 3 * a[key] + 3 * b[key] + end[key]) / 8;
  return { x: mid('x'), y: mid('y') };
}

const arrow = (tip: TwinPoint, control: TwinPoint): Html => {
  const to = tip.x >= control.x ? 1 : -1;
  return html`<path class="head" d="M${pair(tip)}l${-to * 8} -4.5v9z"/>`;
};

/** Signs beside the colour: a cross for what is missing, plus for what is new, a dot for what changes. */
const signs: Readonly<Record<TwinState['mark'], string>> = {
  kept: '',
  missing: 'm-3 -3l6 6m0 -6l-6 6',
  new: 'm-4 0h8m-4 -4v8',
  changed: 'm-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0',
  gone: 'm-4 0h8',
};

function renderLine(line: TwinLine, day: Day): Part {
  const state = line[day];
  if (state === null) return '';
  const d = `M${pair(line.from)}${line.curves.map((points) => `C${points.map(pair).join(' ')}`).join('')}`;
  const [, control, tip] = line.curves.at(-1)!;
  const isDrawn = state.mark !== 'missing';
  const middle = middleOf(line);
  return html`<g class="${state.mark}"><path class="casing" d="${d}"/><path class="line" d="${d}"/>${when(
    isDrawn && state.forth,
    () => arrow(tip, control),
  )}${when(isDrawn && state.back, () => arrow(line.from, line.curves[0]![0]))}${when(
    state.mark !== 'kept',
    () =>
      html`<circle class="disc" cx="${at(middle.x)}" cy="${at(middle.y)}" r="7.5"/><path class="sign" d="M${pair(middle)}${signs[state.mark]}"/>`,
  )}</g>`;
}

const rank = (line: TwinLine, day: Day): number => Number(line[day]?.mark !== 'kept');

function renderSide(map: TwinMap, day: Day): Html {
  const title = day === 'today' ? 'Today' : 'Tomorrow, after all waves';
  const lines = [...map.lines].sort((a, b) => rank(a, day) - rank(b, day));
  return html`<div><h3>${title}</h3><svg viewBox="-6 -6 ${at(map.width + 12)} ${at(map.height + 12)}" role="img" aria-label="${title}: ${countOf(map.boxes.filter((box) => box[day]).length, map.of === 'systems' ? 'system' : 'silo')} and what goes between them; the tables below name what changes">
${lines.map((line) => renderLine(line, day))}
${map.boxes.filter((box) => box[day] !== null).map((box) => renderBox(box, day))}</svg></div>`;
}

/** Words of the signs, by mark. */
export const twinLegend: readonly (readonly [TwinState['mark'], string])[] = [
  ['kept', 'goes as it does today'],
  ['missing', 'missing, to be built'],
  ['new', 'new'],
  ['changed', 'carries more, or sooner'],
  ['gone', 'no longer needed'],
];

/** Signs that are on one of the maps. */
export const marksOn = ({ lines }: TwinMap) =>
  twinLegend.filter(([mark]) =>
    lines.some(({ today, tomorrow }) => today?.mark === mark || tomorrow?.mark === mark),
  );

const renderKey = ([mark, words]: (typeof twinLegend)[number]): Html =>
  html`<li><svg viewBox="0 -9 44 18" width="44" height="18" aria-hidden="true"><g class="${mark}"><path class="line" d="M0 0H44"/>${when(mark !== 'kept', () => html`<circle class="disc" cx="22" cy="0" r="7.5"/><path class="sign" d="M22 0${signs[mark]}"/>`)}</g></svg>${words}</li>`;

/** Both maps beside each other, or below each other where there is no room. */
export const renderTwin = (map: TwinMap): Html =>
  html`<figure class="twin${map.width > 760 ? ' large' : ''}"><div class="sides">${renderSide(map, 'today')}${renderSide(map, 'tomorrow')}</div>
<figcaption><ul>${marksOn(map).map(renderKey)}</ul></figcaption></figure>
`;

/** Style of the maps. */
export const twinStyles = `
.twin { margin: 1rem 0; } .twin .sides { display: grid; grid-template-columns: 1fr; gap: 1.5rem; }
.twin svg { display: block; width: 100%; height: auto; overflow: visible; } .twin h3 { margin-bottom: 0.5rem; }
.twin text { fill: var(--text); font-size: 12px; text-anchor: middle; unicode-bidi: plaintext; } .twin .name { font-weight: 600; } .twin .small { fill: var(--muted); font-size: 11px; }
.twin .short { fill: var(--critical); font-weight: 600; } .twin .box { fill: var(--panel); stroke: var(--muted); }
.twin .casing { fill: none; stroke: var(--page); stroke-width: 4.5; } .twin .line { fill: none; stroke: var(--muted); stroke-width: 1.2; } .twin .head { fill: var(--muted); }
.twin .disc { fill: var(--page); stroke: var(--muted); stroke-width: 1.5; } .twin .sign { fill: none; stroke: var(--muted); stroke-width: 1.8; stroke-linecap: round; }
.twin .missing .line { stroke: var(--critical); stroke-dasharray: 3 4; stroke-width: 1.6; } .twin .missing :is(.disc, .sign) { stroke: var(--critical); }
.twin :is(.new, .changed) .line { stroke: var(--good); stroke-width: 2.4; } .twin :is(.new, .changed) .head { fill: var(--good); } .twin :is(.new, .changed) :is(.disc, .sign) { stroke: var(--good); } .twin .changed .sign { fill: var(--good); }
.twin .gone .line { stroke-dasharray: 8 4; }
.twin figcaption ul { list-style: none; padding: 0; margin-top: 0.75rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; color: var(--muted); font-size: 0.8125rem; } .twin figcaption li { display: flex; gap: 0.5rem; align-items: center; } .twin figcaption svg { width: 44px; flex: none; }
@media (min-width: 64rem) { .twin:not(.large) .sides { grid-template-columns: 1fr 1fr; } .twin:not(.large) { width: min(94vw, 100rem); margin-inline-start: calc(50% - min(47vw, 50rem)); } }
@media print { .twin .sides > div { break-inside: avoid; } .twin:not(.large) { width: auto; margin-inline: 0; } .twin:not(.large) .sides { grid-template-columns: 1fr 1fr; gap: 8mm; } }
`;
