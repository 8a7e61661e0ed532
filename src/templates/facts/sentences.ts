import type { Span } from '../../model/template.js';

/** Ends a sentence, a paragraph, or a line too short to have been wrapped. */
const end = /[.!?؟۔。！？]+["'”»)]{0,2}(?=\s|$)|[。！？]|\n[ \t]*\n|\n/gu;
const wrapped = 45;

/** Sentences of a prose in order, without white space around them. Spans are offsets into the prose. */
export function sentencesOf(prose: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const add = (stop: number): void => {
    const piece = prose.slice(start, stop);
    const from = start + (piece.length - piece.trimStart().length);
    if (/[\p{L}\p{N}\ufffc]/u.test(piece))
      sentences.push({ start: from, end: start + piece.trimEnd().length });
    start = stop;
  };
  let line = 0;
  for (const { index, 0: found } of prose.matchAll(end)) {
    const isShort = index - line < wrapped;
    if (found.includes('\n')) line = index + found.length;
    if (found !== '\n' || isShort) add(index + found.length);
  }
  add(prose.length);
  return sentences;
}

/** Words of a text in lower case; tags of the engine are a word by themselves. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/n['’]{1,2}t\b/g, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\ufffc+/g, ' \ufffc ')
    .split(/[^\p{L}\p{M}\p{N}\u200c\ufffc]+/u)
    .filter((word) => word !== '');
