import type { Prose } from '../../model/template.js';

/** A stretch of a made text: copied, or (`fixed`) all of it made from what stands at one place of the original. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly fixed: boolean;
}

/** Puts a text together from pieces of another, and remembers where each character came from. */
export class Stretches {
  readonly #stretches: Stretch[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #last = '';

  get length(): number {
    return this.#length;
  }

  /** The last character, empty at the beginning. */
  get last(): string {
    return this.#last;
  }

  /** Adds what stands in the original from an offset on, or is made of what stands there. */
  push(piece: string, from: number, fixed: boolean): void {
    if (piece === '') return;
    this.#stretches.push({ at: this.#length, from, fixed });
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#last = piece.at(-1)!;
  }

  /** The text, and the offset in the original of each of its offsets; behind its end comes `end`. */
  build(end: number): Prose {
    const stretches = this.#stretches;
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
