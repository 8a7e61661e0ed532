import { renderTable } from '../../report/html/sections/facts.js';
import { type Html, html } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import { type Picture, renderInline } from '../pictures/picture.js';

/** A picture with what it shows in words, and in a table to open. */
export const renderFigure = (picture: Picture): Html => html`<p>${picture.description}</p>
<button class="size" type="button" aria-pressed="false" data-script hidden>Full size</button><div class="figure" tabindex="0" role="group" aria-label="${picture.title}">${renderInline(picture)}</div>
<details><summary>${picture.table.caption}: ${countOf(picture.table.rows.length, 'row')} as a table</summary>
${renderTable(picture.table.caption, picture.table.heads, picture.table.rows, picture.table.numeric)}</details>`;
