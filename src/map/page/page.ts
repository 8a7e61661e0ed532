import { renderPolicy } from '../../report/html/security.js';
import { data, Html, html } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import type { Atlas } from '../estate.js';
import { drawHeatMap } from '../pictures/heat-map.js';
import { drawMatrix, matrixPlaces } from '../pictures/matrix.js';
import { drawSiloMap } from '../pictures/silo-map.js';
import { client } from './client.js';
import { renderData } from './data.js';
import { renderFigure } from './figure.js';
import { renderFindings } from './findings.js';
import { styles } from './styles.js';
import { renderTools } from './tools.js';

const renderHead = ({ map }: Atlas): Html => html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${renderPolicy(styles, client)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="unsilo">
<title>${map.ecosystem}: map of today as of ${map.as_of.slice(0, 10)}</title>
<style>${new Html(styles)}</style>
</head>`;

const links = [
  ['silos', 'Silos'],
  ['system', 'One system'],
  ['matrix', 'Every flow'],
  ['heat', 'Where it hurts'],
  ['findings', 'Findings'],
];

const renderZoom = (names: readonly string[]): Html =>
  html`<label class="zoom" data-script hidden>Look closer at <select id="zoom"><option value="-1">all systems</option>${names.map((name, i) => html`<option value="${i}">${name}</option>`)}</select></label>`;

/** Today's state on one page that stands alone: pictures, and questions to them. */
export function renderPage(atlas: Atlas): string {
  const { map, flows } = atlas;
  const page = html`<!DOCTYPE html>
<html lang="en" dir="ltr">
${renderHead(atlas)}
<body>
<a class="skip" href="#main">Skip to content</a>
<header><div><h1>${data(map.ecosystem)}</h1><p class="kicker">Map of today, as of <time>${map.as_of.slice(0, 10)}</time>: ${countOf(map.systems.length, 'system')}, ${countOf(flows.length, 'flow')}, ${countOf(map.fields.length, 'field')}, ${countOf(map.communications.length, 'communication')}</p></div><button id="theme" type="button" aria-pressed="false" hidden>Dark theme</button></header>
<nav aria-label="Sections"><ul>${links.map(([id = '', words = '']) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>
<main id="main">
${renderTools(atlas)}
<section id="silos" aria-labelledby="silos-head"><h2 id="silos-head">Who gives data to whom</h2>
${renderFigure(drawSiloMap(atlas))}</section>
<section id="system" aria-labelledby="system-head"><h2 id="system-head">One system and its neighbours</h2>
<p id="system-hint">Search a system above, or choose one in a list; what it gets and gives stands here.</p>
<div id="panel" class="panel"></div></section>
<section id="matrix" aria-labelledby="matrix-head"><h2 id="matrix-head">Every flow</h2>
${renderZoom(matrixPlaces(atlas).blocks.map(([name]) => name))}
${renderFigure(drawMatrix(atlas))}</section>
<section id="heat" aria-labelledby="heat-head"><h2 id="heat-head">Where it hurts</h2>
${renderFigure(drawHeatMap(atlas))}</section>
${renderFindings(atlas)}
</main>
<footer><p>Made by unsilo. This page stands alone: it loads nothing and sends nothing. It contains no personal data.</p></footer>
<script type="application/json" id="data">${new Html(renderData(atlas))}</script>
<script>${new Html(client)}</script>
</body>
</html>
`;
  return page.text;
}
