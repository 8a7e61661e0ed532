import type { Span } from '../../model/template.js';

/** How tags of an engine begin and end; `open` and `close` are sources of regular expressions. */
export interface Delimiter {
  readonly kind: string;
  readonly open: string;
  readonly close: string;
  /** What stands inside is not looked at: neither strings nor braces nor other tags. */
  readonly opaque?: boolean;
}

/** A tag with its delimiters; `inner` is what stands between them. */
export interface RawTag extends Span {
  readonly kind: string;
  readonly inner: Span;
  /** No end was found before the next tag began; the span is then that of the opening delimiter. */
  readonly unclosed: boolean;
}

interface Grammar {
  readonly opens: RegExp;
  readonly delimiters: readonly Delimiter[];
  readonly closes: readonly RegExp[];
}

/** Prepares delimiters for scanning; earlier ones win where several begin at one place. */
export function grammarOf(delimiters: readonly Delimiter[]): Grammar {
  const anyOpen = delimiters.map(({ open }) => open).join('|');
  return {
    delimiters,
    opens: new RegExp(delimiters.map(({ open }) => `(${open})`).join('|'), 'g'),
    closes: delimiters.map(({ close, opaque }) =>
      opaque ? new RegExp(`(${close})`, 'g') : new RegExp(`(${close})|(${anyOpen})|(["'])|[{}]`, 'g'),
    ),
  };
}

/** End of a quoted string that begins at an offset; -1 where it has none on its line, so that a lone quote hides nothing. */
function endOfString(text: string, start: number): number {
  const quote = text[start];
  const limit = Math.min(text.length, start + 500);
  for (let i = start + 1; i < limit; i++) {
    if (text[i] === quote) return i + 1;
    if (text[i] === '\\') i++;
    else if (text[i] === '\n') return -1;
  }
  return -1;
}

/** Output inside a statement, `{% assign x = {{y}} %}`, as Braze writes it: both end on the same line. */
const isNested = (text: string, at: number): boolean =>
  /^\{\{[^\n%]{1,200}\}\}[^\n]{0,200}%\}/.test(text.slice(at, at + 410));

function closeOf(text: string, from: number, close: RegExp, opaque: boolean): RegExpExecArray | number {
  let depth = 0;
  close.lastIndex = from;
  for (let match = close.exec(text); match; match = close.exec(text)) {
    const [whole, closing, opening, quote] = match;
    if (opaque) return match;
    if (closing !== undefined && (depth === 0 || whole[0] !== '}')) return match;
    if (quote !== undefined) close.lastIndex = Math.max(close.lastIndex, endOfString(text, match.index));
    else if (opening === '{{' && close.source.startsWith('([-+~]?%') && isNested(text, match.index))
      depth += 2;
    else if (opening !== undefined) return match.index;
    else if (whole === '{') depth++;
    else if (depth > 0) {
      depth--;
      close.lastIndex = match.index + 1;
    }
  }
  return text.length;
}

/** Tags of a text in order, in linear time; a tag that does not end before the next begins is `unclosed`. */
export function* scanTags(
  text: string,
  grammar: Grammar,
  from = 0,
): Generator<RawTag, void, number | undefined> {
  const { opens, delimiters, closes } = grammar;
  const hopeless = new Set<number>();
  let position = from;
  for (;;) {
    opens.lastIndex = position;
    const match = opens.exec(text);
    if (!match) return;
    const which = match.findIndex((group, i) => i > 0 && group !== undefined) - 1;
    const { kind, opaque = false } = delimiters[which]!;
    const innerStart = match.index + match[0].length;
    const close = hopeless.has(which) ? text.length : closeOf(text, innerStart, closes[which]!, opaque);
    const unclosed = typeof close === 'number';
    if (close === text.length) hopeless.add(which);
    const inner = { start: innerStart, end: unclosed ? innerStart : close.index };
    const end = unclosed ? innerStart : close.index + close[0].length;
    position = (yield { kind, start: match.index, end, inner, unclosed }) ?? Math.max(end, match.index + 1);
  }
}
