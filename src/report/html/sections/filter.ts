import { severities } from '../../../model/enums.js';
import { findingsByPack } from '../../parts/totals.js';
import type { Context } from '../context.js';
import { type Html, html, type Part } from '../tag.js';

const option = (value: string, text: string): Html => html`<option value="${value}">${text}</option>`;
const select = (id: string, label: string, options: readonly Part[]): Html =>
  html`<label for="${id}">${label}<select id="${id}">${options}</select></label>`;

const orders = [
  option('order', 'Worst first'),
  option('persons', 'Most persons'),
  option('messages', 'Most messages'),
  option('due', 'Due first'),
];

/** Systems that occur in findings, by name. */
export function systemsOfFindings({ report, system, systemsOf }: Context): string[] {
  const ids = new Set(report.findings.flatMap(systemsOf));
  const key = (id: string): string => JSON.stringify([system(id).name, id]);
  return [...ids].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** Controls over the list of findings; they show themselves only where scripts run. */
export function renderFilter(context: Context): Html {
  const packs = findingsByPack(context.report.findings).map(({ name }) => option(name, name));
  const systems = systemsOfFindings(context).map((id, index) =>
    option(String(index), context.system(id).name),
  );
  const least = severities
    .slice(0, -1)
    .map((name) => option(name, name === 'critical' ? name : `${name} and worse`));
  return html`<form id="filter" class="filter" role="search" aria-label="Findings" hidden>
<label class="search" for="search">Search<input id="search" type="search" autocomplete="off" dir="auto"></label>
${select('severity', 'Severity', [option('', 'all'), least])}
${select('pack', 'Pack', [option('', 'all'), packs])}
${select('system', 'System', [option('', 'all'), systems])}
${select('sort', 'Order', orders)}
<div class="buttons"><button type="reset">Reset</button><button type="button" id="fold" aria-pressed="false">Open all</button></div>
</form>`;
}
