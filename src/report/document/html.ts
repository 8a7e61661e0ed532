import { renderFacts, renderTable } from '../html/sections/facts.js';
import { html, type Part, prose, when } from '../html/tag.js';
import type { DocumentSection } from './section.js';

/** One part of a report as markup; `drawing` stands before its words. */
export function renderSection(part: DocumentSection, className: string, drawing: Part = ''): Part {
  const { id, title, paragraphs = [], facts = [], items = [], tables = [], commands = [] } = part;
  return html`<section class="${className}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${drawing}${paragraphs.map((text) => html`<p>${prose(text)}</p>`)}
${when(facts.length > 0, () =>
  renderFacts(
    facts.map(([term, text]) => [term, text === '' ? '' : prose(text)]),
    'facts wide',
  ),
)}
${when(items.length > 0, () => html`<ul class="plain">${items.map((text) => html`<li>${prose(text)}</li>`)}</ul>`)}
${tables.map(({ caption, heads, rows, numeric }) =>
  renderTable(
    caption,
    heads,
    rows.map((cells) => cells.map(prose)),
    numeric,
  ),
)}
${when(commands.length > 0, () => html`<ul class="plain">${commands.map((command) => html`<li><code>${command}</code></li>`)}</ul>`)}</section>
`;
}
