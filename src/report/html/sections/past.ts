import type { Finding } from '../../../model/finding.js';
import type { Report } from '../../../model/report.js';
import { blindness, debt } from '../../parts/past.js';
import type { Context } from '../context.js';
import { renderBadge } from '../severity.js';
import { data, type Html, html, type Part, prose, when } from '../tag.js';
import { renderTable } from './facts.js';

type Accepted = Finding & { suppression: NonNullable<Finding['suppression']> };

const accepted = ({ findings }: Report): Accepted[] =>
  findings.filter((finding): finding is Accepted => finding.suppression !== null);

const caption = {
  fixed: 'Fixed',
  unseen: 'No longer looked at: not fixed, as far as anybody knows',
} as const;

function renderAccepted(report: Report): Part {
  const rows = accepted(report).map(({ fingerprint, severity, title, suppression }) => [
    renderBadge(severity),
    html`<a href="#${encodeURIComponent(fingerprint)}">${data(title)}</a>`,
    prose(suppression.reason),
    data(suppression.owner),
    suppression.created ?? '',
    suppression.expires,
  ]);
  const heads = ['Severity', 'Finding', 'Reason', 'Owner', 'Since', 'Until'];
  return when(rows.length > 0, () => renderTable('Suppressed: accepted for a time', heads, rows));
}

function renderFixed({ fixed }: Report): Part {
  const rows = fixed.map((past) => [renderBadge(past.severity), data(past.title), data(past.subject)]);
  return when(rows.length > 0, () => renderTable(caption.fixed, ['Severity', 'Finding', 'Where'], rows));
}

function renderUnseen({ unseen }: Report): Part {
  const rows = unseen.map((past) => [
    renderBadge(past.severity),
    data(past.title),
    data(past.subject),
    data(blindness(past)),
    past.last_seen,
  ]);
  const heads = ['Severity', 'Finding', 'Where', 'Why', 'Last seen'];
  return when(rows.length > 0, () => renderTable(caption.unseen, heads, rows));
}

/** Whether there is anything to say of a baseline or an earlier run. */
export const hasPast = ({ manifest, summary }: Report): boolean =>
  manifest.baseline !== null || manifest.against !== null || summary.suppressed > 0;

/** What was accepted, and what became of the findings of an earlier run. */
export const renderPast = ({ report }: Context): Html =>
  html`<section aria-labelledby="past">
<h2 id="past">Accepted, fixed and out of sight</h2>
<p>${debt(report)}.${when(report.manifest.against !== null, () => html` Compared with the run as of <time>${report.manifest.against?.as_of.slice(0, 10) ?? ''}</time>.`)}</p>
${renderAccepted(report)}
${renderFixed(report)}
${renderUnseen(report)}
</section>`;
