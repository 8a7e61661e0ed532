import { clientTheme } from '../html/client-theme.js';
import { renderPolicy } from '../html/security.js';
import { styles as reportStyles } from '../html/styles.js';
import { data, Html, html, type Part } from '../html/tag.js';

const own = `
.timeline { margin: 1rem 0; } .timeline svg { display: block; width: 100%; max-width: 40rem; height: auto; }
.timeline rect { fill: var(--tone, var(--accent)); } .timeline text { fill: var(--muted); font-size: 11.5px; } .timeline .end { text-anchor: end; }
.timeline .base { stroke: var(--line); } .timeline .began { stroke: var(--text); stroke-dasharray: 3 3; }
.timeline figcaption { color: var(--muted); font-size: 0.8125rem; margin-top: 0.35rem; max-width: 48rem; }
.state { color: var(--muted); font-size: 0.9375rem; } .late { color: var(--critical); font-weight: 600; }
.group-list { padding-inline-start: 1.25rem; } .group-list li { margin-block: 0.35rem; }
.plain { padding-inline-start: 1.25rem; max-width: 48rem; } .plain li { margin-block: 0.35rem; }
.figure { overflow-x: auto; margin-block: 1rem; padding: 2px; } .figure .picture { display: block; max-width: 100%; min-width: 54rem; height: auto; overflow: visible; }
main > section .facts.wide { max-width: 60rem; }
`;

const client = `(() => {
'use strict';
const $ = (id) => document.getElementById(id);
const root = document.documentElement;
${clientTheme}
})();
`;

/** A page of triage that stands alone: what it is called, where its sections are, and their markup. */
export interface Shell {
  readonly title: string;
  readonly heading: string;
  readonly kicker: string;
  readonly links: readonly (readonly [id: string, words: string])[];
  readonly body: Part;
  /** Style sheet of pictures in the body. */
  readonly pictureStyles?: string;
}

export function renderShell({ title, heading, kicker, links, body, pictureStyles = '' }: Shell): string {
  const styles = `${reportStyles}${pictureStyles}${own}`;
  const page = html`<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${renderPolicy(styles, client)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="unsilo">
<title>${title}</title>
<style>${new Html(styles)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><div><h1>${data(heading)}</h1><p class="kicker">${data(kicker)}</p></div><button id="theme" type="button" aria-pressed="false" hidden>Dark theme</button></header>
<nav aria-label="Sections"><ul>${links.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>
<main id="main">
${body}
</main>
<footer><p>Made by unsilo. This page stands alone: it loads nothing and sends nothing. It contains no personal data.</p></footer>
<script>${new Html(client)}</script>
</body>
</html>
`;
  return page.text;
}
