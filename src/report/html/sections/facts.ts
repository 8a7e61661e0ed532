import { type Html, html, type Part } from '../tag.js';

/** A term and what is said of it; without a value the fact is left out. */
export type Fact = readonly [term: string, value: Part];

export function renderFacts(facts: readonly Fact[], kind = 'facts'): Html {
  const told = facts.filter(([, value]) => value !== '');
  return html`<dl class="${kind}">${told.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A table with a caption for those who cannot see what stands around it; numeric columns by position. */
export function renderTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Part[])[],
  numeric: readonly number[] = [],
): Html {
  const kind = (index: number): Part => (numeric.includes(index) ? html` class="number"` : '');
  return html`<div class="table"><table><caption>${caption}</caption><thead><tr>${heads.map(
    (head, index) => html`<th scope="col"${kind(index)}>${head}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => html`<td${kind(index)}>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></div>`;
}
