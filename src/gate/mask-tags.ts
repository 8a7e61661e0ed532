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

const silent = /<!--[^]*?-->|<(style|script)\b[^>]*>[^]*?<\/\1\s*>/gi;

/** The same without what readers of HTML never see: comments, style sheets, scripts. */
export const maskSilent = (text: string): string =>
  text.includes('<') ? text.replace(silent, (found) => masked.repeat(found.length)) : text;
