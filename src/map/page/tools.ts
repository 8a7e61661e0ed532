import { type Html, html } from '../../report/html/tag.js';
import type { Atlas } from '../estate.js';
import { groupSilos } from '../groups.js';
import { pageData } from './data.js';

/** Search, field, way and silos; shown only where scripts run. */
export function renderTools(atlas: Atlas): Html {
  const { fields } = pageData(atlas);
  const order = fields.map((field, i) => [field, i] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = groupSilos(atlas);
  return html`<div class="tools" data-script hidden>
<div class="row">
<label>Search a system (press /)<input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-expanded="false" aria-controls="options" aria-autocomplete="list"><ul id="options" class="options" role="listbox" aria-label="Systems found" hidden></ul></label>
<label>Follow a field<select id="field"><option value="">no field</option>${order.map(([field, i]) => html`<option value="${i}">${field}</option>`)}</select></label>
<form id="way-form"><label>Way from<input id="from" list="names" autocomplete="off"></label><label>to<input id="to" list="names" autocomplete="off"></label><button type="submit">Show the way</button><button id="clear" type="button">Clear</button></form>
</div>
<datalist id="names">${atlas.map.systems.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
<p class="said"><span id="said" role="status">Everything is shown.</span> <span id="found" role="status"></span></p>
<ol id="way" class="way"></ol>
<details><summary>Silos: <span id="silo-count"></span></summary><fieldset id="silo-choice" class="choice"><legend>Silos in the pictures</legend>${groups.map(({ id, name }) => html`<label><input type="checkbox" value="${id}" checked> ${name}</label>`)}</fieldset><p><button type="button" data-silos="all">All</button> <button type="button" data-silos="none">None</button></p></details>
</div>`;
}
