import type { ParsedText, Span } from '../../model/template.js';
import { type Draft, finish, newDraft, toUse } from './draft.js';

const argument =
  /\{\s*(\d{1,4}|[\p{L}_][\p{L}\p{N}_.]{0,80})\s*(?:,\s*(number|date|time|choice)\s*(?:,([^{}]*(?:\{[^{}]*\}[^{}]*)*))?)?\}/uy;
const choice = /(?:^|\|)\s*([^#<≤|]+)[#<≤]/g;

interface Quote extends Span {
  /** `''`, or a pair with what it hides. */
  readonly kind: 'doubled' | 'pair' | 'open';
}

/** Apostrophes as java.text.MessageFormat reads them: `''` is one, a single one opens a part that is printed as it stands. */
function quotesOf(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (let at = text.indexOf("'"); at >= 0; ) {
    const next = text.indexOf("'", at + 1);
    if (next === at + 1) quotes.push({ kind: 'doubled', start: at, end: at + 2 });
    else quotes.push({ kind: next < 0 ? 'open' : 'pair', start: at, end: next < 0 ? text.length : next + 1 });
    at = next < 0 ? -1 : text.indexOf("'", next + 1);
  }
  return quotes;
}

/** A quote that is meant: it stands around braces and nothing else, `'{'`. */
const isMeant = (text: string, { start, end }: Quote): boolean =>
  /^'[{}][^\p{L}]*'$|^'\{[^{}']*\}'$/u.test(text.slice(start, end));

function noteArgument(draft: Draft, match: RegExpExecArray): void {
  const [whole, name, format, style] = match;
  const tag = { start: match.index, end: match.index + whole.length };
  const start = tag.start + whole.indexOf(name!);
  draft.tags.push({ ...tag, kind: 'output' });
  draft.uses.push(
    toUse(name!, { start, end: start + name!.length }, tag, { filters: format ? [format] : [] }),
  );
  if (format !== 'choice') return;
  const categories = [...(style ?? '').matchAll(choice)].map(([, limit]) => limit!.trim());
  draft.plurals.push({ ...tag, kind: 'choice', name: name!, categories });
  const inside = tag.start + whole.indexOf(style ?? '', whole.indexOf(format));
  for (const inner of (style ?? '').matchAll(/\{(\d{1,4})[^{}]*\}/g)) {
    const at = inside + inner.index + 1;
    draft.uses.push(
      toUse(
        inner[1]!,
        { start: at, end: at + inner[1]!.length },
        { start: at - 1, end: at - 1 + inner[0].length },
      ),
    );
  }
}

/** Arguments of a text whose quoted parts are given; braces that are none are problems. */
function noteArguments(draft: Draft, isQuoted: (offset: number) => number): void {
  const { text } = draft;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const quoted = isQuoted(at);
    argument.lastIndex = at;
    const match = quoted > at ? null : argument.exec(text);
    if (match) noteArgument(draft, match);
    else if (quoted <= at) noteBrace(draft, at);
    at = match ? argument.lastIndex : Math.max(quoted, at + 1);
  }
}

function noteBrace({ problems, text }: Draft, start: number): void {
  const end = /^\{[^{}\n]{0,80}\}?/.exec(text.slice(start, start + 90))![0].length + start;
  const found = text.slice(start, end);
  problems.push({
    kind: 'malformed',
    start,
    end,
    message: `'${found}' is no argument, so the format fails.`,
  });
}

function noteQuotes(draft: Draft, quotes: readonly Quote[]): void {
  const { text, problems } = draft;
  for (const quote of quotes) {
    if (quote.kind === 'doubled' || isMeant(text, quote)) continue;
    const hidden = /\{\s*[\p{L}\p{N}_]+[^{}]{0,80}\}/u.exec(text.slice(quote.start, quote.end))?.[0];
    const kind = hidden === undefined ? 'quote-vanishes' : 'quote-hides';
    const message =
      hidden === undefined
        ? 'A single apostrophe is not printed.'
        : `A single apostrophe hides '${hidden}', which is printed as it stands.`;
    const places = quote.kind === 'pair' ? [quote.start, quote.end - 1] : [quote.start];
    for (const start of kind === 'quote-hides' ? places.slice(0, 1) : places)
      problems.push({ kind, start, end: start + 1, message, expected: "''", replacement: "''" });
  }
}

/** Java's MessageFormat (java.text.MessageFormat, class comment: patterns and quotes). A text without an argument is none. */
export function parseMessageFormat(text: string): ParsedText {
  const draft = newDraft(text);
  if (!/\{\s*[\p{L}\p{N}_]/u.test(text)) return finish(draft, 'messageformat');
  const quotes = quotesOf(text);
  const hiding = quotes.filter((quote) => quote.kind !== 'doubled' && isMeant(text, quote));
  let next = 0;
  noteArguments(draft, (offset) => {
    while (next < hiding.length && hiding[next]!.end <= offset) next++;
    const quote = hiding[next];
    return quote && quote.start < offset ? quote.end : -1;
  });
  noteQuotes(draft, quotes);
  return finish(draft, 'messageformat');
}
