import type { Span } from '../../../model/template.js';

/** Stands for every character of an engine's tag while markup and addresses are read; private use, so no text has it. */
export const masked = '\uE000';

/** The outermost of some spans, which come in order of `start`. */
export function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < end || span.end <= span.start) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}

/** A text of the same length whose tags cannot be taken for markup, quotes or spaces. */
export function mask(text: string, tags: readonly Span[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of tags) {
    pieces.push(text.slice(from, start), masked.repeat(end - start));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

const attribute = /[\w:@.-]+\s*=\s*(["'])/y;

/** Of a tag that is a whole attribute, `th:href="${url}"`, the value: its name is markup. */
export function narrowed(text: string, tag: Span): Span {
  attribute.lastIndex = tag.start;
  const found = attribute.exec(text);
  if (!found || attribute.lastIndex >= tag.end || text[tag.end - 1] !== found[1]) return tag;
  return { start: attribute.lastIndex, end: tag.end - 1 };
}
