import type { Cube } from './cube.js';

/** Messages and errors of one feature, or of two together. */
export interface Cell {
  /** Places in the cube's features, ascending; one or two. */
  readonly features: readonly number[];
  sends: number;
  errors: number;
}

/** All cells with enough errors, and the totals; kept up to date while rows are taken out. */
export class Cells {
  readonly singles = new Map<number, Cell>();
  readonly pairs = new Map<number, Cell>();
  totalSends = 0;
  totalErrors = 0;
  private readonly featuresOf: number[][];
  private readonly left: Uint8Array;

  constructor(
    private readonly cube: Cube,
    private readonly errors: Float64Array,
    private readonly least: number,
  ) {
    this.featuresOf = Array.from(cube.sends, () => []);
    this.left = new Uint8Array(cube.sends.length).fill(1);
    for (const [i, n] of cube.sends.entries()) {
      this.totalSends += n;
      this.totalErrors += errors[i]!;
    }
    this.addSingles();
    this.addPairs();
  }

  pair(a: number, b: number): Cell | undefined {
    return this.pairs.get(this.key(Math.min(a, b), Math.max(a, b)));
  }

  /** Leaves of the cell that are not taken out. */
  leavesOf(cell: Cell): number[] {
    const [first, ...others] = cell.features.map((feature) => this.cube.features[feature]!.leaves);
    const sets = others.map((leaves) => new Set(leaves));
    return [...first!].filter((leaf) => this.left[leaf] === 1 && sets.every((set) => set.has(leaf)));
  }

  errorsIn(leaves: readonly number[]): number {
    return leaves.reduce((sum, leaf) => sum + this.errors[leaf]!, 0);
  }

  /** Takes leaves out of every cell. */
  remove(leaves: readonly number[]): void {
    for (const leaf of leaves) {
      this.left[leaf] = 0;
      this.totalSends -= this.cube.sends[leaf]!;
      this.totalErrors -= this.errors[leaf]!;
      this.each(leaf, (cell) => {
        cell.sends -= this.cube.sends[leaf]!;
        cell.errors -= this.errors[leaf]!;
      });
    }
  }

  private key(a: number, b: number): number {
    return a * this.cube.features.length + b;
  }

  private each(leaf: number, visit: (cell: Cell) => void): void {
    const features = this.featuresOf[leaf]!;
    for (const [i, a] of features.entries()) {
      visit(this.singles.get(a)!);
      for (const b of features.slice(i + 1)) {
        const cell = this.pairs.get(this.key(a, b));
        if (cell) visit(cell);
      }
    }
  }

  /** Features with too few errors are left out: nothing below them can have more. */
  private addSingles(): void {
    for (const [i, { leaves }] of this.cube.features.entries()) {
      const cell: Cell = { features: [i], sends: 0, errors: 0 };
      for (const leaf of leaves) {
        cell.sends += this.cube.sends[leaf]!;
        cell.errors += this.errors[leaf]!;
      }
      if (cell.errors < this.least) continue;
      this.singles.set(i, cell);
      for (const leaf of leaves) this.featuresOf[leaf]!.push(i);
    }
  }

  /** Pairs of different attributes that are narrower than both. */
  private addPairs(): void {
    const attribute = (feature: number) => this.cube.features[feature]!.attribute;
    for (const [leaf, features] of this.featuresOf.entries()) {
      if (this.errors[leaf] === 0) continue;
      for (const [i, a] of features.entries())
        for (const b of features.slice(i + 1))
          if (attribute(a) !== attribute(b) && !this.pairs.has(this.key(a, b)))
            this.pairs.set(this.key(a, b), { features: [a, b], sends: 0, errors: 0 });
    }
    for (const leaf of this.featuresOf.keys())
      this.each(leaf, (cell) => {
        if (cell.features.length === 1) return;
        cell.sends += this.cube.sends[leaf]!;
        cell.errors += this.errors[leaf]!;
      });
    for (const [key, { features, sends, errors }] of this.pairs) {
      const whole = features.some((feature) => this.singles.get(feature)!.sends === sends);
      if (errors < this.least || whole) this.pairs.delete(key);
    }
  }
}
