import type { Context } from '../context.js';
import { type Html, html } from '../tag.js';
import { renderFilter, systemsOfFindings } from './filter.js';
import { renderFinding } from './finding.js';

/** All findings, worst first. */
export function renderFindings(context: Context): Html {
  const { findings } = context.report;
  if (findings.length === 0)
    return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2><p>None.</p></section>`;
  const positions = new Map(systemsOfFindings(context).map((id, index) => [id, index]));
  const items = findings.map((finding, index) => {
    const systems = context.systemsOf(finding).map((id) => positions.get(id) ?? 0);
    return renderFinding(finding, index, systems.join(' '), context);
  });
  return html`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${renderFilter(context)}
<p id="result" class="result" role="status" aria-live="polite"></p>
<ol id="list" class="list">
${items}
</ol>
</section>`;
}
