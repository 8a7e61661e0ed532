import type { Columns } from './cells.js';
import { evidenceAgainst, evidenceAtMost } from './score.js';
import type { Counts } from './types.js';

/** What a search is after: numbers of leaves that add up, and how much those of a cell say against chance. */
export interface Measure {
  readonly columns: Columns;
  /**
   * Evidence, in natural units, that a cell is out of the ordinary; −∞ where it is not. `sums` by column and cell, `left`
   * over all leaves that are left; `layer` is the number of attributes.
   */
  evidence(sums: Columns, cell: number, left: Float64Array, layer: number): number;
  /** What the evidence for a cell cannot exceed, found with less work. */
  atMost(sums: Columns, cell: number): number;
  /** Whether a pattern may be divided: not where the parts of a true one weigh more than it does. */
  readonly divides: boolean;
  /** Share of the gain that a wider pattern must keep to be named instead. */
  parsimony(sums: Columns, cell: number): number;
}

/** Where errors are few a wider pattern must keep all of the gain. */
const [parsimony, few] = [0.95, 100];

/**
 * Too many errors: against what is expected of a cell, and against its share of all that is left (Kulldorff's scan
 * statistic), whichever says less.
 */
export const tooManyErrors = (
  { totals, errors }: Counts,
  expected: Float64Array,
  dispersion: number,
  leastErrors: number,
): Measure => ({
  columns: [totals, errors, expected],
  divides: true,
  evidence(sums, cell, left) {
    const seen = sums[1]![cell]!;
    const usual = sums[2]![cell]!;
    if (seen < leastErrors || seen <= usual) return Number.NEGATIVE_INFINITY;
    const total = sums[0]![cell]!;
    if (total <= 0) return Number.NEGATIVE_INFINITY;
    const alone = evidenceAgainst(seen, total, usual / total, dispersion);
    return Math.min(alone, evidenceAgainst(seen, left[1]!, Math.max(usual / left[2]!, 1e-9), 1));
  },
  atMost: ([totals, errors, expected], cell) =>
    evidenceAtMost(errors![cell]!, totals![cell]!, expected![cell]!, dispersion),
  parsimony: ([, found], cell) => (found![cell]! < few ? 1 : parsimony),
});
