import { renderBadge } from '../../report/html/severity.js';
import { data, type Html, html, prose } from '../../report/html/tag.js';
import { groupDigits } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import { mostFindings } from './data.js';

/** What the audit found, each with a way to its place in the pictures. */
export function renderFindings({ findings }: Atlas): Html {
  const shown = findings.slice(0, mostFindings);
  const left = findings.length - shown.length;
  const items = shown.map(
    (finding, i) =>
      html`<li><article id="${finding.fingerprint}" class="${finding.severity}" tabindex="-1"><div><h3>${renderBadge(finding.severity)} ${data(finding.title)}</h3><button type="button" data-finding="${i}" data-script hidden>Show its place</button></div><p>${prose(finding.message)}</p></article></li>`,
  );
  const more =
    left > 0
      ? html`<p>${groupDigits(left)} findings of lower weight are left out here; the audit lists them all.</p>`
      : '';
  const none = html`<p>The audit found nothing; what it could not see, <code>unsilo doctor</code> says.</p>`;
  return html`<section id="findings" aria-labelledby="findings-head"><h2 id="findings-head">Findings and their places</h2>
${findings.length === 0 ? none : html`<ul class="place">${items}</ul>`}${more}</section>`;
}
