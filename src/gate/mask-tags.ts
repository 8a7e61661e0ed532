import type { Part } from '../model/template.js';

/** Stands for every character of an engine's tag. */
export const masked = '\ufffc';

const known = new WeakMap<Part, string>();

/** A part's text of the same length in which tags of the engine say nothing. */
export function maskTags(part: Part): string {
  const cached = known.get(part);
  if (cached !== undefined) return cached;
  const { text, parsed } = part;
  let result = '';
  for (const { start, end } of parsed.tags) {
    if (end <= result.length) continue;
    result += text.slice(result.length, start);
    result += masked.repeat(end - result.length);
  }
  result += text.slice(result.length);
  known.set(part, result);
  return result;
}

const opener = /<!--|<(style|script)\b/gi;

/** The same without what readers of HTML never see: comments, style sheets, scripts; what does not end is left. */
export function maskSilent(text: string): string {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const ends = new Map<string, number>();
  let result = '';
  for (const { index, 0: found, 1: name } of text.matchAll(opener)) {
    if (index < result.length) continue;
    const closer = name ? `</${name.toLowerCase()}` : '-->';
    const known = ends.get(closer) ?? 0;
    const end = known < 0 || known > index ? known : lower.indexOf(closer, index + found.length);
    ends.set(closer, end);
    if (end < 0) continue;
    result += text.slice(result.length, index) + masked.repeat(end + closer.length - index);
  }
  return result + text.slice(result.length);
}
