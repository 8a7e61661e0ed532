import { type Link, noPersons, renderMenu, renderShell } from '../../report/html/shell.js';
import { data, type Html, html } from '../../report/html/tag.js';
import { asOfDay } from '../../report/parts/as-of.js';
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

const links: readonly Link[] = [
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
  return renderShell({
    title: `${map.ecosystem}: map of today as of ${map.as_of.slice(0, 10)}`,
    heading: data(map.ecosystem),
    kicker: html`Map of today, ${asOfDay(map.as_of)}: ${countOf(map.systems.length, 'system')}, ${countOf(flows.length, 'flow')}, ${countOf(map.fields.length, 'field')}, ${countOf(map.communications.length, 'communication')}`,
    menu: renderMenu(links),
    body: html`${renderTools(atlas)}
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
${renderFindings(atlas)}`,
    styles,
    client,
    json: renderData(atlas),
    privacy: noPersons,
  });
}
