import { groupDigits } from '../../../text/numbers.js';
import type { Context } from '../context.js';
import { data, type Html, html, joined, type Part, path } from '../tag.js';
import { renderTable } from './facts.js';

function renderRules({ report }: Context): Part {
  const rows = report.coverage.not_evaluated.map(({ rule, missing }) => [
    data(rule),
    joined(missing.map(data), ', '),
  ]);
  if (rows.length === 0) return html`<p>Every rule could be evaluated.</p>`;
  return renderTable('Rules without the input they need', ['Rule', 'Missing'], rows);
}

function renderSetAside({ report }: Context): Part {
  const files = report.manifest.inputs.filter((input) => input.rows_set_aside > 0);
  if (files.length === 0) return html`<p>No row was set aside.</p>`;
  const rows = files.map((input) => [
    path(input.file),
    data(input.table),
    groupDigits(input.rows_set_aside),
    groupDigits(input.rows_in),
  ]);
  return renderTable('Rows set aside', ['File', 'Table', 'Set aside', 'Of rows'], rows, [2, 3]);
}

/** What the audit could not say. */
export const renderLimits = (context: Context): Html =>
  html`<section aria-labelledby="limits">
<h2 id="limits">Not evaluated and set aside</h2>
${renderRules(context)}
${renderSetAside(context)}
</section>`;
