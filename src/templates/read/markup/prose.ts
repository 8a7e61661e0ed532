import type { Prose, Span } from '../../../model/template.js';
import { Stretches } from '../stretches.js';

/** What a tag of an engine is in prose: the object replacement character. */
export const tagMark = '\uFFFC';

/** A sentence of the program's own language that a tag has translated: `{% trans "…" %}`, `<%= _("…") %>`, `{{ '…'|trans }}`. */
const translated =
  /^(?:\{%-?\s*trans(?:late)?\s+|(?:\{\{|\{!!|<%=?|<\?=|<\?php\s+(?:echo\s+)?|\$\{)-?\s*(?:(?:_|__|_e|gettext|t|trans|translate|i18n|l|esc_html__|esc_html_e)\s*\(\s*)?)(["'])((?:[^"'\\\n]|\\.|(?!\1)["']){1,2000})\1/;
const isTranslated = (tag: string): boolean =>
  /^\{%|\(|\|\s*(?:trans|translate|t|_)\b/.test(tag.replace(/(["']).*\1/s, ''));
/** Keys have no spaces among words. */
const isSentence = (text: string): boolean => /\p{L}[\p{Po}]?\s+\p{L}/u.test(text);

/** Where such a sentence stands in a tag. */
function sentenceIn(tag: string): Span | undefined {
  if (tag.length > 3_000) return undefined;
  const match = translated.exec(tag);
  const text = match?.[2] ?? '';
  if (!match || !isSentence(text) || !isTranslated(tag)) return undefined;
  const start = match[0].length - 1 - text.length;
  return { start, end: start + text.length };
}

/** Puts visible text together, and remembers where each character came from. */
export class ProseBuilder {
  readonly #stretches = new Stretches();
  #tag = 0;

  /** `said` where texts that tags have translated are read as they stand. */
  constructor(
    private readonly text: string,
    private readonly tags: readonly Span[],
    private readonly said = false,
  ) {}

  get length(): number {
    return this.#stretches.length;
  }

  /** Takes over what stands between two offsets, tags as one mark each. Calls must come in order. */
  copy(start: number, end: number): void {
    let from = start;
    while (this.#tag < this.tags.length && this.tags[this.#tag]!.end <= start) this.#tag++;
    for (; this.#tag < this.tags.length && this.tags[this.#tag]!.start < end; this.#tag++) {
      const tag = this.tags[this.#tag]!;
      if (tag.start >= start) {
        this.#stretches.push(this.text.slice(from, tag.start), from, false);
        this.#tagged(tag);
      }
      from = tag.end;
    }
    if (from < end) this.#stretches.push(this.text.slice(from, end), from, false);
  }

  #tagged(tag: Span): void {
    const said = this.said ? sentenceIn(this.text.slice(tag.start, tag.end)) : undefined;
    if (!said) this.#stretches.push(tagMark, tag.start, true);
    else {
      const from = tag.start + said.start;
      this.#stretches.push(this.text.slice(from, tag.start + said.end), from, false);
    }
  }

  /** Puts in what a character reference at an offset stands for. */
  insert(piece: string, at: number): void {
    this.#stretches.push(piece, at, true);
  }

  /** Parts words that markup keeps apart. */
  breakLine(at: number): void {
    if (this.length > 0 && this.#stretches.last !== '\n') this.#stretches.push('\n', at, true);
  }

  build(): Prose {
    return this.#stretches.build(this.text.length);
  }
}
