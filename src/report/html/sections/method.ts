import type { Manifest } from '../../../model/manifest.js';
import { groupDigits } from '../../../text/numbers.js';
import type { Context } from '../context.js';
import { data, type Html, html, path } from '../tag.js';
import { renderFacts, renderTable } from './facts.js';

const sources = { option: 'as asked for', sources: 'the newest time in the sources' } as const;

const parameters = (rule: Manifest['rules'][number]): string =>
  Object.keys(rule.parameters)
    .sort()
    .map((name) => `${name} = ${JSON.stringify(rule.parameters[name])}`)
    .join('; ');

function renderInputs(inputs: Manifest['inputs']): Html {
  const rows = inputs.map((input) => [
    path(input.file),
    data(input.table),
    groupDigits(input.rows_in),
    groupDigits(input.rows_used),
    html`<code>${input.sha256}</code>`,
  ]);
  return renderTable('Inputs', ['File', 'Table', 'Rows', 'Used', 'SHA-256'], rows, [2, 3]);
}

function renderRules(rules: Manifest['rules']): Html {
  const rows = rules.map((rule) => [
    data(rule.id),
    rule.since,
    data(parameters(rule)),
    html`<code>${rule.sha256}</code>`,
  ]);
  return renderTable('Rules', ['Rule', 'Since', 'Parameters', 'SHA-256'], rows);
}

/** By whose word senders have time to honour an opt-out. */
const graces = ({ grace = [] }: Manifest): string =>
  grace.map(({ by, time, citation }) => `${by}: ${time}${citation && ` (${citation})`}`).join('; ');

/** How the figures came about and from what, so that somebody else can get the same. */
export function renderMethod({ report }: Context): Html {
  const { manifest } = report;
  return html`<section aria-labelledby="method">
<h2 id="method">Method and manifest</h2>
<p>Records of all systems were linked to persons; choices, ways and outcomes were compared between the systems; every rule is a question about the result. Counts are exact, percentages are rounded down, and persons are counted once however many findings they are part of. Findings name no person: the full list behind one comes from <code>unsilo affected</code>, run where the sources are.</p>
${renderFacts([
  ['Tool', `${manifest.tool} ${manifest.version}`],
  ['As of', html`${manifest.as_of} (${sources[manifest.as_of_from]})`],
  ['Policy', data(manifest.policy)],
  ...(manifest.grace ? [['Time senders have', data(graces(manifest))] as const] : []),
  ['Snapshot format', `${report.schema_version}`],
])}
<details><summary>${groupDigits(manifest.inputs.length)} inputs</summary>${renderInputs(manifest.inputs)}</details>
<details><summary>${groupDigits(manifest.rules.length)} rules</summary>${renderRules(manifest.rules)}</details>
</section>`;
}
