import type { Prose, Span } from '../../../model/template.js';

/** What a tag of an engine is in prose: the object replacement character. */
export const tagMark = '\uFFFC';

/** A stretch of prose: copied, or (`fixed`) all of it made from what stands at one place of the text. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly fixed: boolean;
}

/** Puts visible text together, and remembers where each character came from. */
export class ProseBuilder {
  readonly #stretches: Stretch[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #tag = 0;
  #last = '';

  constructor(
    private readonly text: string,
    private readonly tags: readonly Span[],
  ) {}

  get length(): number {
    return this.#length;
  }

  #push(piece: string, from: number, fixed: boolean): void {
    if (piece === '') return;
    this.#stretches.push({ at: this.#length, from, fixed });
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#last = piece.at(-1)!;
  }

  /** Takes over what stands between two offsets, tags as one mark each. Calls must come in order. */
  copy(start: number, end: number): void {
    let from = start;
    while (this.#tag < this.tags.length && this.tags[this.#tag]!.end <= start) this.#tag++;
    for (; this.#tag < this.tags.length && this.tags[this.#tag]!.start < end; this.#tag++) {
      const tag = this.tags[this.#tag]!;
      if (tag.start >= start) {
        this.#push(this.text.slice(from, tag.start), from, false);
        this.#push(tagMark, tag.start, true);
      }
      from = tag.end;
    }
    if (from < end) this.#push(this.text.slice(from, end), from, false);
  }

  /** Puts in what a character reference at an offset stands for. */
  insert(piece: string, at: number): void {
    this.#push(piece, at, true);
  }

  /** Parts words that markup keeps apart. */
  breakLine(at: number): void {
    if (this.#length > 0 && this.#last !== '\n') this.#push('\n', at, true);
  }

  build(): Prose {
    const stretches = this.#stretches;
    const end = this.text.length;
    const length = this.#length;
    const toText = (offset: number): number => {
      if (offset >= length) return end;
      let low = 0;
      for (let high = stretches.length - 1; low < high; ) {
        const middle = (low + high + 1) >> 1;
        if (stretches[middle]!.at <= offset) low = middle;
        else high = middle - 1;
      }
      const { at, from, fixed } = stretches[low]!;
      return fixed ? from : from + Math.max(offset - at, 0);
    };
    return { text: this.#pieces.join(''), toText };
  }
}
