import type { Part, Syntax } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';

const doubled = /(?<!')''(?!')/;
const single = /(?<!')'(?!')/g;

const isFormat = (path: string, syntax: Syntax): boolean =>
  syntax === 'messageformat' || (syntax === 'none' && path.endsWith('.properties'));

/** A file that doubles its apostrophes in texts without fields shows that all its texts are formatted. */
function alwaysFormatted(parts: readonly Part[]): Set<string> {
  const files = new Set<string>();
  for (const { file, parsed, text } of parts)
    if (isFormat(file.path, parsed.syntax) && parsed.uses.length === 0 && doubled.test(text))
      files.add(file.path);
  return files;
}

function* inPlain(part: Part): Generator<GateHit> {
  for (const { index: start } of part.text.matchAll(single)) {
    const span = { start, end: start + 1 };
    yield { case: 'plain', at: { part, span }, edits: [{ part, span, text: "''" }] };
  }
}

/** Apostrophes that a message format takes for a quote. */
export const messageformatQuote: Check = function* ({ parts }) {
  const formatted = alwaysFormatted(parts);
  for (const part of parts) {
    for (const { kind, replacement, ...span } of part.parsed.problems)
      if (kind === 'quote-hides' || kind === 'quote-vanishes') {
        const hidden =
          kind === 'quote-hides' ? /\{[^{}]*\}/.exec(part.text.slice(span.start))?.[0] : undefined;
        yield {
          case: kind === 'quote-hides' ? 'hides' : 'vanishes',
          at: { part, span: { start: span.start, end: span.end } },
          args: { hidden: hidden ?? null },
          ...(replacement !== undefined && {
            edits: [{ part, span: { start: span.start, end: span.end }, text: replacement }],
          }),
        };
      }
    const isPlain = isFormat(part.file.path, part.parsed.syntax);
    if (isPlain && part.parsed.uses.length === 0 && formatted.has(part.file.path)) yield* inPlain(part);
  }
};
