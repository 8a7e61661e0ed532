import { asOfDay } from '../parts/as-of.js';
import { client } from './client.js';
import type { Context } from './context.js';
import { renderChannels } from './sections/channels.js';
import { renderCommunications } from './sections/communications.js';
import { renderFindings } from './sections/findings.js';
import { renderLimits } from './sections/limits.js';
import { renderMethod } from './sections/method.js';
import { hasPast, renderPast } from './sections/past.js';
import { renderRootCauses } from './sections/root-causes.js';
import { renderRoots } from './sections/roots.js';
import { renderScorecard } from './sections/scorecard.js';
import { renderSummary } from './sections/summary.js';
import { renderVerdict } from './sections/verdict.js';
import { renderShell } from './shell.js';
import { styles } from './styles.js';
import { data, type Html, html, when } from './tag.js';

function renderNavigation({ report }: Context): Html {
  return html`
<li><a href="#verdict">Verdict</a></li>
<li><a href="#summary">Summary</a></li>
${when(report.roots.length > 0, () => html`<li><a href="#roots">Mend first</a></li>`)}${when(report.scorecard.goals.length > 0, () => html`<li><a href="#goals">Goals</a></li>`)}${when(report.scorecard.measures.length > 0, () => html`<li><a href="#scorecard">Scorecard</a></li>`)}
<li><a href="#findings">Findings</a></li>
${when(report.error_groups.length > 0, () => html`<li><a href="#root-causes">Root causes</a></li>`)}${when(report.communications.length > 0, () => html`<li><a href="#communications">Communications</a></li>`)}${when(report.channels.length > 0, () => html`<li><a href="#channels">Channels</a></li>`)}
${when(hasPast(report), () => html`<li><a href="#past">Accepted and fixed</a></li>`)}
<li><a href="#limits">Not evaluated</a></li>
<li><a href="#method">Method</a></li>
`;
}

/** The whole page of an audit. */
export function renderPage(context: Context): string {
  const { report } = context;
  const day = asOfDay(report.manifest.as_of);
  return renderShell({
    title: `${report.ecosystem}: communication audit ${day}`,
    heading: data(report.ecosystem),
    kicker: `Audit of customer communication, ${day}`,
    menu: renderNavigation(context),
    body: html`${renderVerdict(context)}
${renderSummary(context)}
${renderRoots(context)}${renderScorecard(context)}
${renderFindings(context)}
${renderRootCauses(context)}${renderCommunications(context)}${renderChannels(context)}
${when(hasPast(report), () => renderPast(context))}
${renderLimits(context)}
${renderMethod(context)}`,
    styles,
    client,
    version: report.manifest.version,
  });
}
