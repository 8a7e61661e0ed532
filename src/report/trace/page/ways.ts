import type { Trace, TraceConflict } from '../../../model/trace.js';
import { renderStrip } from '../../html/strip.js';
import { data, html, type Part, prose, when } from '../../html/tag.js';
import { conflictWords, dayOf, groupConflicts, namesOf } from '../words.js';
import { placeText } from './cells.js';

const item = (conflict: TraceConflict): Part =>
  html`<li>${prose(conflictWords(conflict))}, since ${dayOf(conflict.since)} (<code>${placeText(conflict.proof)}</code>${when(
    conflict.held_place !== null,
    () => html` against <code>${placeText(conflict.held_place!)}</code>`,
  )})${when(conflict.confidence !== 'certain', () => html`, ${conflict.confidence}`)}</li>`;

function renderWay(group: readonly TraceConflict[], at: number, name: (id: string) => string): Part {
  const [first] = group;
  if (first === undefined) return '';
  const { from_system_id: from, to_system_id: to, explanation, way } = first;
  const title = from === to ? html`${data(name(to))}` : html`${data(name(from))} to ${data(name(to))}`;
  return html`<article class="cause"><h3>${title}</h3>
<ul>${group.map(item)}</ul>
${renderStrip(way, `way-${at}`)}${when(explanation !== '', () => html`<p>${prose(explanation)}</p>`)}</article>
`;
}

/** Every disagreement with its way and where that breaks. */
export function renderWays(trace: Trace): Part {
  const groups = groupConflicts(trace);
  const name = namesOf(trace);
  return groups.length === 0
    ? html`<p>No system is at odds with another about this customer.</p>`
    : groups.map((group, at) => renderWay(group, at, name));
}
