import { escapeHtml } from '../../text/escape.js';
import { splitBidi } from '../../text/escape-bidi.js';

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

/** A path of folders, or of systems: its order stays, each right-to-left part of it reads by itself. */
export const path = (text: string): Html =>
  html`<bdi dir="ltr">${splitBidi(text).map((piece, index) => (index % 2 === 0 ? piece : data(piece)))}</bdi>`;

/** A sentence: in one written from left to right, names written from right to left keep to themselves. */
export function prose(text: string): Part {
  const pieces = splitBidi(text);
  const turned = pieces.filter((_, index) => index % 2 === 1).join('').length;
  if (turned * 2 > text.length) return text;
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : data(piece)));
}

/** Markup only when there is something to show. */
export const when = (condition: boolean, part: () => Part): Part => (condition ? part() : '');

/** Parts with a separator between. */
export const joined = (parts: readonly Part[], separator: Part): Part =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
