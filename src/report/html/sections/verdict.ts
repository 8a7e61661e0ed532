import * as coverage from '../../parts/coverage.js';
import { countOf } from '../../parts/shares.js';
import type { Context } from '../context.js';
import { data, type Html, html, joined, type Part, prose, when } from '../tag.js';
import { renderFacts } from './facts.js';

function missingSystems({ report, system }: Context): Part {
  const ids = report.coverage.systems_without_data;
  const names = ids.map((id) => data(system(id).name));
  return when(
    ids.length > 0,
    () =>
      html`<p class="limit"><strong>${countOf(ids.length, 'system')} gave no data:</strong> ${joined(names, ', ')}.</p>`,
  );
}

const seal = (clean: boolean): Html =>
  html`<svg class="seal" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true"><circle cx="20" cy="20" r="18"/><path d="${clean ? 'M12 20.5 18 26.5 29 14' : 'M20 10V23M20 28V30'}"/></svg>`;

/** The verdict, and next to it how much of the estate it rests on. */
export function renderVerdict(context: Context): Html {
  const { report } = context;
  const clean = report.verdict.status === 'clean';
  return html`<section aria-labelledby="verdict">
<h2 id="verdict">Verdict</h2>
<div class="verdict ${report.verdict.status}">${seal(clean)}<p dir="auto">${prose(report.verdict.sentence)}</p></div>
<h3 id="coverage">What was seen</h3>
${renderFacts(
  [
    ['Systems', coverage.systemsSeen(report)],
    ['Persons', coverage.personsSeen(report)],
    ['Linking', coverage.unlinked(report)],
    ['Period', coverage.period(report)],
    ['Rows', coverage.rowsRead(report)],
    ['Rules', coverage.rulesEvaluated(report)],
  ],
  'tiles',
)}
${missingSystems(context)}
</section>`;
}
