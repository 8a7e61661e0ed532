import type { Finding } from '../../../model/finding.js';
import { causeSentence } from '../../parts/cause.js';
import { suppressionWords } from '../../parts/failing.js';
import { statusWords } from '../../parts/past.js';
import { groupPlaces } from '../../parts/places.js';
import { severityRank } from '../../parts/severity.js';
import { countOf, shareOf } from '../../parts/shares.js';
import { packOf } from '../../parts/totals.js';
import { whyItMatters } from '../../parts/why.js';
import type { Context } from '../context.js';
import { renderBadge } from '../severity.js';
import { renderStrip } from '../strip.js';
import { data, type Html, html, joined, type Part, path, prose, when } from '../tag.js';
import { type Fact, renderFacts, renderTable } from './facts.js';

const link = (anchor: string): string => `#${encodeURIComponent(anchor)}`;

function renderOwners({ owners }: Finding): Part {
  const parts = owners.map((owner) => html`${data(owner.name)} <span class="role">(${owner.role})</span>`);
  return parts.length === 0 ? 'nobody named in the inventory' : joined(parts, ', ');
}

const facts = (finding: Finding): Fact[] => [
  ['Status', finding.status === null ? '' : statusWords[finding.status]],
  ['Suppressed', finding.suppression === null ? '' : prose(suppressionWords(finding))],
  ['Persons', finding.persons === null ? '' : shareOf(finding.persons, 'person')],
  ['Messages', finding.messages === null ? '' : shareOf(finding.messages, 'message')],
  ['Due', finding.due ?? ''],
  ['Confidence', finding.confidence],
  ['Owners', renderOwners(finding)],
];

function renderEvidence({ evidence }: Finding): Part {
  const rows = groupPlaces(evidence).map((group) => [
    path(group.file),
    group.rows.join(', '),
    group.column === '' ? '' : data(group.column),
  ]);
  return when(rows.length > 0, () => renderTable('Evidence, a sample', ['File', 'Rows', 'Column'], rows));
}

const paragraph = (title: string, text: string): Part =>
  when(text !== '', () => html`<h4>${title}</h4><p dir="auto">${prose(text)}</p>`);

function renderBody(finding: Finding, context: Context, id: string): Html {
  const anchor = context.causeAnchor(finding);
  return html`<div class="body">
${paragraph('Cause', causeSentence(finding, context.system))}
${renderStrip(context.way(finding), id)}
${paragraph('What to do', finding.remediation)}
${paragraph('Why it matters', whyItMatters(finding.rule))}
${when(anchor !== '', () => html`<p class="more"><a href="${link(anchor)}">Root cause of these errors</a></p>`)}
${renderEvidence(finding)}
<p class="commands">Everybody behind it: <code>unsilo affected <bdi>${finding.fingerprint}</bdi></code><br>What the rule means: <code>unsilo explain <bdi>${finding.rule}</bdi></code></p>
</div>`;
}

/** Findings that stand open at first: enough to see what each one holds. */
const opened = 3;

/** One finding. `systems` are the positions of its systems in the filter. */
export function renderFinding(finding: Finding, index: number, systems: string, context: Context): Html {
  const places =
    finding.evidence.length === 0 ? '' : `, evidence in ${countOf(finding.evidence.length, 'place')}`;
  return html`<li><article id="${finding.fingerprint}" class="finding ${finding.severity}" tabindex="-1" data-severity="${severityRank(finding.severity)}" data-pack="${packOf(finding.rule)}" data-systems="${systems}" data-persons="${finding.persons?.count ?? 0}" data-messages="${finding.messages?.count ?? 0}" data-due="${finding.due ?? '9999'}">
<header><h3>${renderBadge(finding.severity)} <bdi>${finding.title}</bdi></h3><a class="anchor" href="${link(finding.fingerprint)}" aria-label="Link to this finding">${data(finding.fingerprint)}</a></header>
<p class="message" dir="auto">${prose(finding.message)}</p>
${renderFacts(facts(finding))}
<details${when(index < opened, () => html` open`)}><summary>Why, and what to do${places}</summary>
${renderBody(finding, context, `way-${index}`)}
</details>
</article></li>`;
}
