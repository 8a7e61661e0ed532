/** How far a stage is. */
export interface Headway {
  /** 0 to 1; null where nobody can say. */
  readonly share: number | null;
  /** Rows done so far; null where rows are not what is counted. */
  readonly rows: number | null;
  /** What is at work, first begun first. */
  readonly at: readonly string[];
}

/** Asked as often as somebody looks, and only then: it costs next to nothing. */
export type ReadHeadway = () => Headway;

/** Pieces of a known amount of work, each with a weight; some may be done side by side. */
export class Pieces {
  readonly #underway = new Map<string, { readonly weight: number; readonly inner: () => number }>();
  readonly #all: number;
  #done = 0;

  /** `all`: the weights of all pieces together. */
  constructor(all: number) {
    this.#all = all;
  }

  /** `inner`: how far the piece itself is, from 0 to 1. */
  begin(name: string, weight = 1, inner: () => number = () => 0): void {
    this.#underway.set(name, { weight, inner });
  }

  end(name: string): void {
    this.#done += this.#underway.get(name)?.weight ?? 0;
    this.#underway.delete(name);
  }

  readonly read: ReadHeadway = () => {
    const parts = [...this.#underway.values()].map(({ weight, inner }) => weight * inner());
    const done = parts.reduce((sum, part) => sum + part, this.#done);
    return { share: this.#all > 0 ? done / this.#all : null, rows: null, at: [...this.#underway.keys()] };
  };
}
