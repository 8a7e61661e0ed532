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
import { renderSummary } from './sections/summary.js';
import { renderVerdict } from './sections/verdict.js';
import { renderPolicy } from './security.js';
import { styles } from './styles.js';
import { data, Html, html, when } from './tag.js';

function renderHead({ report }: Context): Html {
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${renderPolicy(styles, client)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="unsilo ${report.manifest.version}">
<title>${report.ecosystem}: communication audit as of ${report.manifest.as_of.slice(0, 10)}</title>
<style>${new Html(styles)}</style>
</head>`;
}

function renderNavigation({ report }: Context): Html {
  return html`<nav aria-label="Sections"><ul>
<li><a href="#verdict">Verdict</a></li>
<li><a href="#summary">Summary</a></li>
${when(report.roots.length > 0, () => html`<li><a href="#roots">Mend first</a></li>`)}
<li><a href="#findings">Findings</a></li>
${when(report.error_groups.length > 0, () => html`<li><a href="#root-causes">Root causes</a></li>`)}${when(report.communications.length > 0, () => html`<li><a href="#communications">Communications</a></li>`)}${when(report.channels.length > 0, () => html`<li><a href="#channels">Channels</a></li>`)}
${when(hasPast(report), () => html`<li><a href="#past">Accepted and fixed</a></li>`)}
<li><a href="#limits">Not evaluated</a></li>
<li><a href="#method">Method</a></li>
</ul></nav>`;
}

/** The whole page; only the style sheet and the script, which are ours, stand in it unescaped. */
export function renderPage(context: Context): string {
  const { report } = context;
  const page = html`<!DOCTYPE html>
<html lang="en" dir="ltr">
${renderHead(context)}
<body>
<a class="skip" href="#main">Skip to content</a>
<header><div><h1>${data(report.ecosystem)}</h1><p class="kicker">Audit of customer communication, as of <time>${report.manifest.as_of.slice(0, 10)}</time></p></div><button id="theme" type="button" aria-pressed="false" hidden>Dark theme</button></header>
${renderNavigation(context)}
<main id="main">
${renderVerdict(context)}
${renderSummary(context)}
${renderRoots(context)}
${renderFindings(context)}
${renderRootCauses(context)}${renderCommunications(context)}${renderChannels(context)}
${when(hasPast(report), () => renderPast(context))}
${renderLimits(context)}
${renderMethod(context)}
</main>
<footer><p>Made by unsilo ${report.manifest.version}. This page stands alone: it loads nothing and sends nothing.</p></footer>
<script>${new Html(client)}</script>
</body>
</html>
`;
  return page.text;
}
