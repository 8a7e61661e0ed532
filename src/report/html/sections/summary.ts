import { severities } from '../../../model/enums.js';
import { groupDigits } from '../../../text/numbers.js';
import { leftOut } from '../../parts/coverage.js';
import { countOf, shareOf } from '../../parts/shares.js';
import { findingsByPack, findingsBySilo, totalsBySilo } from '../../parts/totals.js';
import type { Context } from '../context.js';
import { renderMark } from '../severity.js';
import { data, type Html, html, type Part, when } from '../tag.js';
import { renderFacts, renderTable } from './facts.js';

const bar = (count: number, most: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true"><rect width="${most === 0 ? 0 : Math.ceil((count * 100) / most)}" height="8"/></svg>`;

function severityCounts({ report }: Context): Html {
  const counts = severities.map(
    (severity) =>
      html`<li class="${severity}"><strong>${groupDigits(report.summary.findings[severity])}</strong><span>${renderMark(severity)}${severity}</span></li>`,
  );
  return html`<ul class="counts" aria-label="Findings by severity">${counts}</ul>`;
}

function packTable({ report }: Context): Part {
  const rows = findingsByPack(report.findings).map(({ name, counts, total }) => [
    data(name),
    ...severities.map((severity) => groupDigits(counts[severity])),
    groupDigits(total),
  ]);
  return when(rows.length > 0, () =>
    renderTable('Findings by pack of rules', ['Pack', ...severities, 'All'], rows, [1, 2, 3, 4, 5, 6]),
  );
}

function siloTable(context: Context): Part {
  const persons = new Map(totalsBySilo(context.report).map((total) => [total.name, total.persons]));
  const most = Math.max(0, ...persons.values());
  const silos = findingsBySilo(context.report, context.systemsOf).sort(
    (a, b) => (persons.get(b.name) ?? 0) - (persons.get(a.name) ?? 0),
  );
  const rows = silos.map(({ name, findings }) => {
    const count = persons.get(name) ?? 0;
    return [data(name), groupDigits(findings), groupDigits(count), when(count > 0, () => bar(count, most))];
  });
  const heads = ['Silo', 'Findings', 'Persons in conflict', ''];
  return when(rows.length > 0, () =>
    renderTable(
      'By silo: findings it takes part in, persons for whom its systems are wrong',
      heads,
      rows,
      [1, 2],
    ),
  );
}

/** How bad it is, and where. */
export function renderSummary(context: Context): Html {
  const { summary, coverage } = context.report;
  const persons = { count: summary.persons_in_conflict, of: coverage.persons };
  return html`<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
${renderFacts(
  [
    ['Persons in conflict', shareOf(persons, 'person')],
    ['Messages in conflict', countOf(summary.messages_in_conflict, 'message')],
    ['Left out', leftOut(context.report, 0, '')],
  ],
  'tiles',
)}
${severityCounts(context)}
<div class="columns">${packTable(context)}${siloTable(context)}</div>
</section>`;
}
