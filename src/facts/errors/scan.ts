import { evidenceAgainst, fewErrors, lnChoose } from '../../localisation/score.js';
import { type Cell, Cells } from './cells.js';
import { type Cube, type Feature, nameOf } from './cube.js';
import { dispersionOf } from './dispersion.js';

/** A pattern that explains errors better than chance does. */
export interface Pattern {
  readonly features: readonly Feature[];
  /** Leaves with the pattern that no earlier pattern took. */
  readonly leaves: readonly number[];
  readonly sends: number;
  readonly errors: number;
  /** Other names of the same rows. */
  readonly aliases: readonly string[];
  /** Other patterns with the same errors and nearly the same weight. */
  readonly rivals: readonly string[];
  /** ln of the number of patterns this one was picked from. */
  readonly lnPatterns: number;
}

const leastGain = 3;
const mostCauses = 10;
/** What is less than twice as bad as the rest is how things differ, not a cause. */
const margin = 2;
/** Share of the gain a wider pattern must keep to be named instead; with few errors it must keep all. */
const parsimony = (cell: Cell): number => (cell.errors < fewErrors ? 1 : 0.9);

interface Scored {
  readonly cell: Cell;
  readonly gain: number;
}

class Scan {
  private readonly cells: Cells;
  private readonly dispersion: number;

  constructor(
    private readonly cube: Cube,
    errors: Float64Array,
    least: number,
  ) {
    this.cells = new Cells(cube, errors, least);
    this.dispersion = dispersionOf(cube, errors);
  }

  /** The best pattern left, taken out of the rows; undefined when nothing stands out. */
  next(): Pattern | undefined {
    const best = this.best([...this.cells.singles.values(), ...this.cells.pairs.values()]);
    if (!best || best.gain < leastGain) return undefined;
    const cell = best.cell.features.length > 1 ? this.widen(best) : this.split(best);
    const pattern = this.describe(cell);
    this.cells.remove(pattern.leaves);
    return pattern;
  }

  private feature(place: number): Feature {
    return this.cube.features[place]!;
  }

  /** ln of the number of patterns with these attributes, over all choices of attributes. */
  private lnPatterns(cell: Cell): number {
    const { values } = this.cube;
    const choices = cell.features.map((place) => Math.log(values.get(this.feature(place).attribute)!));
    return (
      Math.log(values.size) +
      lnChoose(values.size, cell.features.length) +
      choices.reduce((sum, choice) => sum + choice, 0)
    );
  }

  /** Weight of the evidence less the price of the pattern; the rest of the rows says what was to be expected. */
  private gain(cell: Cell): number {
    const { totalSends, totalErrors } = this.cells;
    if (cell.errors === 0 || cell.sends === totalSends) return Number.NEGATIVE_INFINITY;
    const rate = (totalErrors - cell.errors + 0.5) / (totalSends - cell.sends + 1);
    const weight = evidenceAgainst(cell.errors, cell.sends, Math.min(1, margin * rate), this.dispersion);
    return weight - this.lnPatterns(cell) - 0.5 * Math.log(this.cube.sends.length);
  }

  /** Highest gain; of equals the one whose features come first. */
  private best(cells: readonly Cell[]): Scored | undefined {
    return cells.reduce<Scored | undefined>((best, cell) => {
      const gain = this.gain(cell);
      return best && best.gain >= gain ? best : { cell, gain };
    }, undefined);
  }

  private widen({ cell, gain }: Scored): Cell {
    const parents = cell.features.map((place) => this.cells.singles.get(place)!);
    const wider = this.best(parents);
    return wider && wider.gain >= parsimony(cell) * gain ? wider.cell : cell;
  }

  /** Two narrow causes under one wide pattern: when an attribute's parts together weigh more, the heaviest is taken. */
  private split({ cell, gain }: Scored): Cell {
    const [place] = cell.features;
    const parts = new Map<string, Scored[]>();
    for (const other of this.cells.singles.keys()) {
      const pair = this.cells.pair(place!, other);
      const { attribute } = this.feature(other);
      if (!pair || attribute === 'system') continue;
      const scored = { cell: pair, gain: this.gain(pair) };
      if (scored.gain > 0) parts.set(attribute, [...(parts.get(attribute) ?? []), scored]);
    }
    const sum = (list: readonly Scored[]) => list.reduce((total, part) => total + part.gain, 0);
    const heaviest = [...parts.values()].reduce<readonly Scored[]>((a, b) => (sum(b) > sum(a) ? b : a), []);
    return sum(heaviest) > gain ? this.best(heaviest.map((part) => part.cell))!.cell : cell;
  }

  private describe(cell: Cell): Pattern {
    const features = cell.features.map((place) => this.feature(place));
    const leaves = this.cells.leavesOf(cell);
    return {
      features,
      leaves,
      sends: cell.sends,
      errors: cell.errors,
      aliases: features.length === 1 ? features[0]!.aliases : [],
      rivals: this.rivals(cell, leaves),
      lnPatterns: this.lnPatterns(cell),
    };
  }

  /** Single features that cover exactly the same errors with a gain that does not tell them apart. */
  private rivals(cell: Cell, leaves: readonly number[]): string[] {
    if (cell.features.length > 1) return [];
    const gain = this.gain(cell);
    const own = new Set(leaves);
    return [...this.cells.singles.values()]
      .filter(
        (other) => other !== cell && other.errors === cell.errors && this.gain(other) > gain - leastGain,
      )
      .filter((other) => this.sharedErrors(other, own) === cell.errors)
      .map((other) => nameOf(this.feature(other.features[0]!)));
  }

  private sharedErrors(cell: Cell, leaves: ReadonlySet<number>): number {
    return this.cells.errorsIn(this.cells.leavesOf(cell).filter((leaf) => leaves.has(leaf)));
  }
}

/**
 * Names the patterns that explain errors: a penalised likelihood-ratio scan over one and two attributes, the best first,
 * its rows taken out before the next is sought. `least` errors a pattern must have.
 */
export function scanErrors(cube: Cube, errors: Float64Array, least: number): Pattern[] {
  const scan = new Scan(cube, errors, least);
  const patterns: Pattern[] = [];
  for (let next = scan.next(); next; next = scan.next()) {
    patterns.push(next);
    if (patterns.length === mostCauses) break;
  }
  return patterns;
}
