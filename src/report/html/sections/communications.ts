import type { Communication } from '../../../model/communications.js';
import { groupDigits } from '../../../text/numbers.js';
import { ageWords, breakWords, communicationTitle, timeWords } from '../../parts/communications.js';
import type { Context } from '../context.js';
import { data, type Html, html, joined, type Part, prose, when } from '../tag.js';
import { renderTable } from './facts.js';

const first = 12;
const most = 300;
const heads = ['Communication', 'What breaks', 'Takes', 'Oldest data', 'Way', 'Cannot do without'];

function cells(row: Communication, context: Context): Part[] {
  const names = (ids: readonly string[]) => ids.map((id) => data(context.system(id).name));
  const breaks = breakWords(row, context.system);
  return [
    data(communicationTitle(row)),
    breaks.length === 0
      ? 'nothing found'
      : html`<ul class="breaks">${breaks.map((text) => html`<li>${prose(text)}</li>`)}</ul>`,
    timeWords(row),
    ageWords(row),
    html`<bdi dir="ltr">${joined(names(row.systems), ' → ')}</bdi>`,
    row.systems.every((id) => row.single_points.includes(id))
      ? 'any of its systems'
      : joined(names(row.single_points), ', '),
  ];
}

const tableOf = (caption: string, rows: readonly Communication[], context: Context): Html =>
  renderTable(
    caption,
    heads,
    rows.map((row) => cells(row, context)),
  );

/** Every communication from data to customer, worst first. */
export function renderCommunications(context: Context): Part {
  const { communications } = context.report;
  const rest = communications.slice(first, most);
  const left = communications.length - most;
  return when(
    communications.length > 0,
    () => html`<section aria-labelledby="communications">
<h2 id="communications">Where communication breaks down</h2>
<p>The way of each communication from data to customer, worst first: what is missing on it, how long it takes, how old its data is on arrival, and on which systems it hangs on every channel.</p>
${tableOf('Communications by way, worst first', communications.slice(0, first), context)}
${when(rest.length > 0, () => html`<details><summary>${groupDigits(rest.length)} more</summary>${tableOf('The other communications', rest, context)}</details>`)}
${when(left > 0, () => html`<p>${groupDigits(left)} more are in the JSON report.</p>`)}
</section>`,
  );
}
