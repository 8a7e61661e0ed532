import { clientTheme } from './client-theme.js';
import { renderPolicy } from './security.js';
import { Html, html, type Part, when } from './tag.js';

/** A page that stands alone: what it is called, where its sections are, their markup, its style sheet and script. */
export interface Shell {
  readonly title: string;
  readonly heading: Part;
  readonly kicker: Part;
  /** Items of the navigation. */
  readonly menu: Part;
  readonly body: Part;
  readonly styles: string;
  /** Default: the button that turns the page light or dark, and nothing else. */
  readonly client?: string;
  /** What the script reads: JSON in which every `<` is escaped. */
  readonly json?: string;
  /** Version of unsilo, where the page is to tell. */
  readonly version?: string;
  /** Whether search engines are to stay away. */
  readonly hidden?: boolean;
  /** Whether documents with styles of their own are framed in it. */
  readonly framesDocuments?: boolean;
  /** Whether pictures stand in it, as data. */
  readonly showsPictures?: boolean;
  /** Last words of the foot: what the page says of persons. */
  readonly privacy?: string;
}

const themeOnly = `(() => {
'use strict';
const $ = (id) => document.getElementById(id);
const root = document.documentElement;
${clientTheme}
})();
`;

/** Last words of the foot of a page without persons. */
export const noPersons = 'It contains no personal data.';

export type Link = readonly [id: string, words: string];

/** The items of a navigation, on one line. */
export const renderMenu = (links: readonly Link[]): Part =>
  links.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`);

const renderHead = (
  { title, styles, hidden = false, framesDocuments = false, showsPictures = framesDocuments }: Shell,
  client: string,
  maker: string,
): Html => html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${renderPolicy(styles, client, framesDocuments, showsPictures)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${when(hidden, () => html`<meta name="robots" content="noindex">\n`)}<meta name="generator" content="${maker}">
<title>${title}</title>
<style>${new Html(styles)}</style>
</head>`;

/** The whole page; only style sheet, script and JSON, which are ours, stand in it unescaped. */
export function renderShell(shell: Shell): string {
  const { heading, kicker, menu, body, client = themeOnly, json, version, privacy } = shell;
  const maker = version === undefined ? 'unsilo' : `unsilo ${version}`;
  const page = html`<!DOCTYPE html>
<html lang="en" dir="ltr">
${renderHead(shell, client, maker)}
<body>
<a class="skip" href="#main">Skip to content</a>
<header><div><h1>${heading}</h1><p class="kicker">${kicker}</p></div><button id="theme" type="button" aria-pressed="false" hidden>Dark theme</button></header>
<nav aria-label="Sections"><ul>${menu}</ul></nav>
<main id="main">
${body}
</main>
<footer><p>Made by ${maker}. This page stands alone: it loads nothing and sends nothing.${privacy === undefined ? '' : ` ${privacy}`}</p></footer>
${json === undefined ? '' : html`<script type="application/json" id="data">${new Html(json)}</script>\n`}<script>${new Html(client)}</script>
</body>
</html>
`;
  return page.text;
}
