import type { Gap } from '../../model/facts/measures.js';
import type { MeasureId } from '../../model/scorecard.js';
import type { Row } from '../../store/store.js';
import type { Median } from './survival.js';

/** One measure of the ecosystem (no silo) or of a silo, as `fact_measures` keeps it. */
export interface Measured {
  readonly measure: MeasureId;
  readonly silo: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly median?: Median | undefined;
  readonly gap: Gap | null;
}

/** A share; without anything to set it against there is `gap`. */
export const share = (
  measure: MeasureId,
  silo: string | null,
  [numerator, denominator]: readonly [number, number],
  gap: Gap,
): Measured => ({ measure, silo, numerator, denominator, gap: denominator === 0 ? gap : null });

/** A measure of which nothing can be told. */
export const untold = (measure: MeasureId, silo: string | null, gap: Gap): Measured => ({
  measure,
  silo,
  numerator: 0,
  denominator: 0,
  gap,
});

const places = (seconds: number | null | undefined): string | null => seconds?.toFixed(4) ?? null;

export const toRow = ({ measure, silo, numerator, denominator, median, gap }: Measured): Row => ({
  measure,
  silo_id: silo,
  numerator,
  denominator,
  median_s: places(median?.value),
  low_s: places(median?.low),
  high_s: places(median?.high),
  gap,
});
