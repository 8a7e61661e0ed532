import type { Trace, TraceCell, TraceHeld } from '../../../model/trace.js';
import { data, html, type Part, prose } from '../../html/tag.js';
import { valueWords } from '../../parts/choice-words.js';
import { cellParts, cellWords, dayOf, isDisputed, namesOf, orderedCells, whySentence } from '../words.js';

export const placeText = ({ file, row }: TraceHeld['place']): string => `${file}:${row}`;

const heldCell = (held: TraceHeld | undefined): Part => {
  if (held === undefined) return html`<td><span aria-label="no record">·</span></td>`;
  const value = html`${valueWords(held.value)} ${dayOf(held.at)}`;
  const how = held.strength ?? (held.copied ? 'taken over' : '');
  const shown = held.agrees === false ? html`<span class="differs">${value}</span>` : value;
  return html`<td>${shown}<small>${how}${how === '' ? '' : ', '}${placeText(held.place)}</small></td>`;
};

const head = (cell: TraceCell): Part =>
  html`<th scope="col">${cellParts(cell).map((part, at) => (at === 0 ? data(part) : html`<br>${data(part)}`))}</th>`;

/** Systems × what they hold; what should hold stands in the first row. */
export function renderCells(trace: Trace): Part {
  const cells = orderedCells(trace);
  if (cells.length === 0) return html`<p>No system holds a choice of this customer.</p>`;
  const name = namesOf(trace);
  const systems = [
    ...new Set(cells.flatMap(({ systems: held }) => held.map(({ system_id }) => system_id))),
  ].sort();
  const heldBy = (cell: TraceCell, system: string) =>
    cell.systems.find(({ system_id }) => system_id === system);
  return html`<div class="table" tabindex="0" role="region" aria-label="What systems hold"><table class="held">
<caption>≠ marks what differs from what should hold; the place of the record stands below</caption>
<thead><tr><th scope="col">System</th>${cells.map(head)}</tr></thead>
<tbody><tr class="should"><th scope="row">should hold</th>${cells.map(({ should }) => html`<td>${should ? `${valueWords(should.value)} ${dayOf(should.at)}` : 'nobody asked'}</td>`)}</tr>
${systems.map(
  (
    system,
  ) => html`<tr><th scope="row">${data(name(system))}</th>${cells.map((cell) => heldCell(heldBy(cell, system)))}</tr>
`,
)}</tbody></table></div>`;
}

/** Why it should hold, cell by cell. */
export function renderReasons(trace: Trace): Part {
  const disputed = orderedCells(trace).filter(isDisputed);
  const name = namesOf(trace);
  if (disputed.length === 0) return html`<p>All systems that hold something hold the same.</p>`;
  return html`<h3>Why</h3><ul class="reasons">${disputed.map(
    (cell) => html`<li><strong>${data(cellWords(cell))}</strong>: ${prose(whySentence(cell, name))}</li>
`,
  )}</ul>`;
}
