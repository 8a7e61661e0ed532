import { renderFacts, renderTable } from '../html/sections/facts.js';
import { html, type Part, prose, when } from '../html/tag.js';
import type { DocumentArticle, DocumentSection } from './section.js';

const told = (facts: DocumentArticle['facts']) =>
  facts.map(([term, text]) => [term, text === '' ? '' : prose(text)] as const);

const renderArticle = ({ title, kicker, paragraphs, facts }: DocumentArticle): Part =>
  html`<article class="item"><h3>${prose(title)}</h3>${when(kicker !== '', () => html`<p class="kicker">${prose(kicker)}</p>`)}${paragraphs.map((text) => html`<p>${prose(text)}</p>`)}${renderFacts(told(facts), 'facts wide')}</article>
`;

/** One part of a report as markup; `drawing` stands before its words. */
export function renderSection(part: DocumentSection, className: string, drawing: Part = ''): Part {
  const {
    id,
    title,
    paragraphs = [],
    facts = [],
    items = [],
    tables = [],
    commands = [],
    articles = [],
  } = part;
  return html`<section class="${className}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${drawing}${paragraphs.map((text) => html`<p>${prose(text)}</p>`)}
${when(facts.length > 0, () => renderFacts(told(facts), 'facts wide'))}
${when(items.length > 0, () => html`<ul class="plain">${items.map((text) => html`<li>${prose(text)}</li>`)}</ul>`)}
${tables.map(({ caption, heads, rows, numeric }) =>
  renderTable(
    caption,
    heads,
    rows.map((cells) => cells.map(prose)),
    numeric,
  ),
)}
${when(commands.length > 0, () => html`<ul class="plain">${commands.map((command) => html`<li><code>${command}</code></li>`)}</ul>`)}${articles.map(renderArticle)}</section>
`;
}
