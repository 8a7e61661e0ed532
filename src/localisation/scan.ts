import { type Cell, Cells, type SumsBySlice } from './cells.js';
import { cellOf, cellsWith, conditionsOf } from './find-cells.js';
import type { Measure } from './measure.js';
import { lnChoose } from './score.js';
import type { Slice } from './slices.js';
import type { Found, LeafTable, Settings } from './types.js';

const mostPatterns = 10;
/** Gains that differ by less are equal but for rounding. */
const same = 1e-9;

type Scored = Cell & { readonly gain: number };

const heavier = (a: Scored, b: Scored): Scored => (b.gain > a.gain ? b : a);

/** The cell of a slice with the most evidence, if it is more than the least wanted; the first of equals. */
function mostEvidence(
  measure: Measure,
  cells: Cells,
  slice: Slice,
  least: number,
): [cell: number, evidence: number] {
  const sums = cells.of(slice);
  const layer = slice.attributes.length;
  let [place, most] = [-1, least];
  for (let cell = 0; cell < slice.leafOf.length; cell += 1) {
    if (measure.atMost(sums, cell) <= most) continue;
    const evidence = measure.evidence(sums, cell, cells.left, layer);
    if (evidence > most) {
      place = cell;
      most = evidence;
    }
  }
  return [place, most];
}

/** One search over all cells. */
export class Scan {
  private readonly cells: Cells;
  private readonly lnPatterns: ReadonlyMap<Slice, number>;

  /** `known` are sums of the first columns of the measure by slice. */
  constructor(
    private readonly table: LeafTable,
    private readonly measure: Measure,
    known: SumsBySlice,
    private readonly settings: Settings,
  ) {
    this.cells = new Cells(measure.columns, known);
    this.lnPatterns = new Map([...known.keys()].map((slice) => [slice, this.lnPatternsOf(slice)]));
  }

  /** Patterns, the heaviest first, each taken out of the rows before the next is sought. */
  run(): Found[] {
    const found: Found[] = [];
    for (let next = this.next(); next && found.length < mostPatterns; next = this.next()) found.push(next);
    return found;
  }

  /** ln of the number of patterns of this choice of attributes, over all choices. */
  private lnPatternsOf({ attributes }: Slice): number {
    const count = this.table.attributes.length;
    const values = attributes.map((attribute) => Math.log(this.table.values[attribute]!.length));
    return values.reduce((sum, ln) => sum + ln, Math.log(count) + lnChoose(count, attributes.length));
  }

  /** What evidence for a cell of this slice must be worth. */
  private price(slice: Slice): number {
    return this.lnPatterns.get(slice)! + 0.5 * Math.log(this.table.now.errors.length);
  }

  /** A cell with its evidence less the price of the pattern. */
  private score(slice: Slice, cell: number): Scored {
    if (cell < 0) return { slice, cell, gain: Number.NEGATIVE_INFINITY };
    const { cells, measure } = this;
    const evidence = measure.evidence(cells.of(slice), cell, cells.left, slice.attributes.length);
    return { slice, cell, gain: evidence - this.price(slice) };
  }

  private next(): Found | undefined {
    const best = this.best();
    if (!best) return undefined;
    const chosen = this.widen(this.measure.divides ? this.split(best) : best);
    const leaves = this.cells.leavesOf(chosen);
    const { slice, cell, gain } = chosen;
    const pattern = {
      conditions: conditionsOf(slice, cell),
      leaves,
      gain,
      lnPatterns: this.lnPatterns.get(slice)!,
    };
    this.cells.remove(leaves);
    return pattern;
  }

  /** The heaviest cell with enough gain; of equals the one with fewer attributes, then the one that comes first. */
  private best(): Scored | undefined {
    let best: Scored | undefined;
    for (const slice of this.cells.slices) {
      const price = this.price(slice);
      const least = price + (best?.gain ?? this.settings.leastGain);
      const [cell, evidence] = mostEvidence(this.measure, this.cells, slice, least);
      if (cell >= 0) best = { slice, cell, gain: evidence - price };
    }
    return best;
  }

  /** Cells of one more attribute inside a cell that stand out. */
  private parts({ slice, cell }: Cell, attribute: number): Scored[] {
    const narrower = this.cells.slice([...slice.attributes, attribute].sort((a, b) => a - b));
    if (!narrower) return [];
    return cellsWith(narrower, conditionsOf(slice, cell))
      .map((part) => this.score(narrower, part))
      .filter(({ gain }) => gain > 0);
  }

  /**
   * Two narrow causes under one wide pattern: when the parts together weigh more, the heaviest of them, and so on. Parts
   * must not overlap, so attributes with many values to a leaf divide nothing.
   */
  private split(whole: Scored): Scored {
    const others = [...this.table.codes.keys()].filter((a) => !whole.slice.attributes.includes(a));
    let most = whole.gain;
    let found: Scored | undefined;
    for (const attribute of others) {
      const parts = this.parts(whole, attribute);
      const sum = parts.reduce((total, { gain }) => total + gain, 0);
      if (sum > most + same) [most, found] = [sum, parts.reduce(heavier)];
    }
    return found ? this.split(found) : whole;
  }

  /** Wider patterns: every choice of some of the pattern's conditions. */
  private wider({ slice, cell }: Cell): Scored[] {
    const leaf = slice.leafOf[cell]!;
    const conditions = conditionsOf(slice, cell);
    const { attributes } = slice;
    const masks = Array.from({ length: 2 ** attributes.length - 2 }, (_, i) => i + 1);
    return masks.flatMap((mask) => {
      const around = this.cells.slice(attributes.filter((_, i) => (mask >> i) % 2 === 1));
      return around ? [this.score(around, cellOf(around, leaf, conditions))] : [];
    });
  }

  /** The shortest wider pattern that keeps enough of the gain. */
  private widen(narrow: Scored): Scored {
    const share = this.measure.parsimony(this.cells.of(narrow.slice), narrow.cell);
    const least = Math.max(this.settings.leastGain, share * narrow.gain);
    const enough = this.wider(narrow).filter(({ gain }) => gain >= least);
    const length = ({ slice }: Cell) => slice.attributes.length;
    const shortest = Math.min(...enough.map(length));
    const candidates = enough.filter((cell) => length(cell) === shortest);
    return candidates.length > 0 ? candidates.reduce(heavier) : narrow;
  }
}
