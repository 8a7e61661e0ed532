import type { Root } from '../../../model/report.js';
import { groupDigits } from '../../../text/numbers.js';
import { rootSentence } from '../../parts/roots.js';
import type { Context } from '../context.js';
import { renderBadge } from '../severity.js';
import { type Html, html, type Part, prose, when } from '../tag.js';
import { renderTable } from './facts.js';

const most = 10;

function renderRows(roots: readonly Root[], caption: string, { system }: Context): Html {
  const rows = roots.map((root) => [
    prose(rootSentence(root, system)),
    renderBadge(root.severity),
    groupDigits(root.persons),
    groupDigits(root.messages),
    html`<a href="#${encodeURIComponent(root.findings[0] ?? '')}" aria-label="Worst of ${root.findings.length} findings">${groupDigits(root.findings.length)}</a>`,
  ]);
  return renderTable(
    caption,
    ['What is behind it', 'Worst', 'Persons', 'Messages', 'Findings'],
    rows,
    [2, 3, 4],
  );
}

/** Causes in one system that stand behind many findings: mended once, they go away together. */
export function renderRoots(context: Context): Part {
  const { roots } = context.report;
  const rest = roots.slice(most);
  return when(
    roots.length > 0,
    () => html`<section aria-labelledby="roots">
<h2 id="roots">What to mend first</h2>
<p>Each line is one cause in one system. Mended there, all its findings go away; persons are counted once a line.</p>
${renderRows(roots.slice(0, most), 'Worst first; the last column leads to the worst finding', context)}
${when(rest.length > 0, () => html`<details><summary>${groupDigits(rest.length)} more</summary>${renderRows(rest, 'The others', context)}</details>`)}
</section>`,
  );
}
