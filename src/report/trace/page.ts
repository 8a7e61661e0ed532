import type { Trace } from '../../model/trace.js';
import { type Link, renderMenu, renderShell } from '../html/shell.js';
import { styles as reportStyles } from '../html/styles.js';
import { data, html, when } from '../html/tag.js';
import { asOfDay } from '../parts/as-of.js';
import { countOf } from '../parts/shares.js';
import { renderCells, renderReasons } from './page/cells.js';
import { renderLinks, renderMessages, renderOthers } from './page/records.js';
import { renderWays } from './page/ways.js';

const own = `
.held td:not(:first-child) { min-width: 9rem; max-width: 15rem; } .held th[scope="row"] { color: var(--text); min-width: 8rem; }
.held thead th { min-width: 9rem; } .held .should > * { border-bottom-width: 2px; font-weight: 600; color: var(--text); }
.held small { display: block; overflow-wrap: anywhere; color: var(--muted); font-size: 0.8125rem; }
.differs { color: var(--critical); font-weight: 600; } .differs::before { content: "≠ "; }
.reasons { padding-inline-start: 1.25rem; } .reasons li { margin-block: 0.5rem; max-width: 48rem; }
.cause ul { padding-inline-start: 1.25rem; margin-block: 0.5rem; }
`;

const links: readonly Link[] = [
  ['held', 'What systems hold'],
  ['ways', 'Where it was lost'],
  ['messages', 'Messages'],
  ['links', 'Links'],
];

const privacy = (revealed: boolean): string =>
  revealed
    ? 'It shows personal data in clear: keep it where the records themselves may be kept.'
    : 'Keys and addresses are masked; the pseudonym is that of the reports.';

/** One customer on a page that stands alone. */
export function renderTracePage(trace: Trace): string {
  const { ecosystem, person, as_of, keys, policy, conflicts, other_records, revealed } = trace;
  const systems = new Set(keys.map(({ system_id }) => system_id)).size;
  return renderShell({
    title: `${ecosystem}: customer ${person} ${asOfDay(as_of)}`,
    heading: `Customer ${person}`,
    kicker: html`${data(ecosystem)}, ${asOfDay(as_of)}: ${countOf(keys.length, 'key')} in ${countOf(systems, 'system')}, ${countOf(conflicts.length, 'conflict')}, policy ${policy}`,
    menu: renderMenu(links),
    body: html`<section id="held" aria-labelledby="held-head"><h2 id="held-head">What systems hold</h2>
${renderCells(trace)}${renderReasons(trace)}</section>
<section id="ways" aria-labelledby="ways-head"><h2 id="ways-head">Where it was lost</h2>
${renderWays(trace)}</section>
<section id="messages" aria-labelledby="messages-head"><h2 id="messages-head">Messages</h2>
${renderMessages(trace)}</section>
<section id="links" aria-labelledby="links-head"><h2 id="links-head">Why these records are one customer</h2>
${renderLinks(trace)}${when(other_records.length > 0, () => renderOthers(trace))}</section>`,
    styles: `${reportStyles}${own}`,
    hidden: true,
    privacy: privacy(revealed),
  });
}
