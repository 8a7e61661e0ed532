/** An element that has begun. */
export interface OpenTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Elements that have begun and not ended; every question takes the same time however many are open. */
export class OpenTags {
  /** In order; what ended out of order leaves a gap. */
  readonly #open: (OpenTag | undefined)[] = [];
  readonly #byName = new Map<string, number[]>();
  readonly #blocks: number[] = [];

  /** `isBlock`: what `block` looks for. */
  constructor(private readonly isBlock: (name: string) => boolean = () => false) {}

  begin(tag: OpenTag): void {
    const places = this.#byName.get(tag.name);
    if (places) places.push(this.#open.length);
    else this.#byName.set(tag.name, [this.#open.length]);
    if (this.isBlock(tag.name)) this.#blocks.push(this.#open.length);
    this.#open.push(tag);
  }

  /** The last block that is open. */
  get block(): OpenTag | undefined {
    return this.#open[this.#blocks.at(-1) ?? -1];
  }

  /** Ends the last of a name alone, which is no block; whether there was one. */
  drop(name: string): boolean {
    const at = this.#byName.get(name)?.pop();
    if (at !== undefined) this.#open[at] = undefined;
    return at !== undefined;
  }

  /** Ends the last of a name with all that is in it, which is what comes back, in order; undefined where none is open. */
  close(name: string): OpenTag[] | undefined {
    const at = this.#byName.get(name)?.at(-1);
    if (at === undefined) return undefined;
    const inside = this.#open.slice(at + 1).filter((tag) => tag !== undefined);
    while (this.#open.length > at) {
      const tag = this.#open.pop();
      if (!tag) continue;
      this.#byName.get(tag.name)!.pop();
      if (this.isBlock(tag.name)) this.#blocks.pop();
    }
    return inside;
  }
}
