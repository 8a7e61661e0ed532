import type { ParsedText, Span, Syntax } from '../../model/template.js';
import { finish } from './draft.js';

type Parse = (text: string) => ParsedText;

const filler = '\uFFFC';

/** A text in which spans are blotted out, every offset as before. */
export function blot(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), filler.repeat(end - start));
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

/** Reads a text in which one language stands inside another: the first reads all, each further one what is left. */
export function parseLayers(text: string, syntax: Syntax, parses: readonly Parse[]): ParsedText {
  const readings: ParsedText[] = [];
  let rest = text;
  for (const parse of parses) {
    const reading = parse(rest);
    readings.push(reading);
    rest = blot(rest, reading.tags);
  }
  return finish(
    {
      text,
      tags: readings.flatMap(({ tags }) => tags),
      uses: readings.flatMap(({ uses }) => uses),
      includes: readings.flatMap(({ includes }) => includes),
      helpers: readings.flatMap(({ helpers }) => helpers),
      plurals: readings.flatMap(({ plurals }) => plurals),
      problems: readings.flatMap(({ problems }) => problems),
    },
    syntax,
  );
}
