import type { Prose, Span } from '../../../model/template.js';
import { Stretches } from '../stretches.js';

/** What a tag of an engine is in prose: the object replacement character. */
export const tagMark = '\uFFFC';

/** Puts visible text together, and remembers where each character came from. */
export class ProseBuilder {
  readonly #stretches = new Stretches();
  #tag = 0;

  constructor(
    private readonly text: string,
    private readonly tags: readonly Span[],
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
        this.#stretches.push(tagMark, tag.start, true);
      }
      from = tag.end;
    }
    if (from < end) this.#stretches.push(this.text.slice(from, end), from, false);
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
