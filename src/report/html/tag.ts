import { escapeHtml } from '../../text/escape.js';

/** Markup that is safe to stand in the page: only the tag below makes it. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | readonly Part[];

function renderPart(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(renderPart).join('');
}

/** Template of markup: every string put in is cleaned and escaped, in elements and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.reduce((text, string, index) => text + renderPart(parts[index - 1] ?? '') + string),
  );
}

/** Text from an input, apart from its surroundings in direction. */
export const data = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Markup only when there is something to show. */
export const when = (condition: boolean, part: () => Part): Part => (condition ? part() : '');

/** Parts with a separator between. */
export const joined = (parts: readonly Part[], separator: Part): Part =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
