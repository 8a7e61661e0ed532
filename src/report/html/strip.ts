import { isolateBidi } from '../../text/escape-bidi.js';
import { renderSeconds } from '../../text/numbers.js';
import type { Stop } from '../parts/systems.js';
import type { Hop, HopState, Way } from '../parts/way.js';
import { hopWords, waySentences } from '../parts/way-text.js';
import { cutLines, wrap } from '../parts/width.js';
import { data, type Html, html, type Part, when } from './tag.js';

const box = { width: 144, height: 68, gap: 96 };
const middle = box.height / 2 + 1;
const left = (index: number): number => 1 + index * (box.width + box.gap);

/** A text of the drawing, shortened to its place; the whole stands in the description. */
function text(x: number, y: number, kind: string, words: string, columns: number): Html {
  const [line = ''] = cutLines(wrap(words, columns), 1, columns);
  return html`<text class="${kind}" x="${x}" y="${y}">${line}</text>`;
}

function renderStop(stop: Stop, index: number): Html {
  const x = left(index);
  const centre = x + box.width / 2;
  const lines = cutLines(wrap(stop.name, 16), 2, 16);
  const rows = lines.length + (stop.silo === '' ? 0 : 1);
  const top = middle + 4.5 - (rows - 1) * 8;
  return html`<g><rect class="box" x="${x}" y="1" width="${box.width}" height="${box.height}" rx="4"/>${lines.map(
    (line, row) => text(centre, top + row * 16, 'name', line, 16),
  )}${when(stop.silo !== '', () => text(centre, top + lines.length * 16, 'silo', stop.silo, 23))}</g>`;
}

/** The sign on an arrow: a cross, an hourglass of two strokes, or the unequal sign. */
const signs: Readonly<Record<HopState, string>> = {
  carried: '',
  broken: 'M-5 -5 5 5M-5 5 5 -5',
  slow: 'M0 -5V0H4',
  altered: 'M-5 -2.5H5M-5 2.5H5M3 -6 -3 6',
};

function renderHop(hop: Hop, index: number): Html {
  const start = left(index) + box.width + 4;
  const end = start + box.gap - 8;
  const centre = (start + end) / 2;
  const above = hop.latency === null ? '' : renderSeconds(hop.latency);
  return html`<g class="hop ${hop.state}"><path class="line" d="M${start} ${middle}H${end - 6}"/><path class="head" d="M${end} ${middle}l-8 -4.5v9z"/>${when(
    above !== '',
    () => text(centre, middle - 16, 'note', above, 14),
  )}${when(
    hop.state !== 'carried',
    () =>
      html`<circle class="disc" cx="${centre}" cy="${middle}" r="10"/><path class="sign" transform="translate(${centre} ${middle})" d="${signs[hop.state]}"/>`,
  )}${when(hop.note !== '', () => text(centre, middle + 26, 'note', hop.note, 17))}</g>`;
}

const sentence = (hop: Hop): Part =>
  html`<li class="${hop.state}">${data(hop.from.name)} ${hopWords(hop).verb} ${data(hop.to.name)}${hopWords(hop).rest}</li>`;

/** The way through the systems as a drawing, and as a list where the screen is too narrow for it. */
export function renderStrip(way: Way, id: string): Part {
  const [first] = way;
  if (first === undefined) return '';
  const stops = [first.from, ...way.map((hop) => hop.to)];
  const width = left(stops.length - 1) + box.width + 1;
  const height = box.height + 2;
  const size = stops.length < 5 ? 'short' : stops.length === 5 ? 'fitting' : 'long';
  return html`<div class="strip ${size}"${when(size !== 'short', () => html` tabindex="0" role="region" aria-labelledby="${id}-title"`)}>
<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-title">Way through the systems</title><desc id="${id}-desc">${isolateBidi(waySentences(way))}</desc>
${stops.map(renderStop)}${way.map(renderHop)}</svg></div>
<ol class="steps">${way.map(sentence)}</ol>`;
}
