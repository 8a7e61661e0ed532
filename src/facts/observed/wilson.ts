/** Quantile of the normal distribution for an interval of 95 %. */
const z = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval of Wilson for a share: holds for few cases and for shares near 0 and 1. Nothing seen says nothing. */
export function wilson(hits: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const spread = z * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases));
  const [middle, scale] = [share + (z * z) / (2 * cases), 1 + (z * z) / cases];
  // At both ends the formula gives them exactly, its rounding does not.
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: hits === cases ? 1 : Math.min(1, (middle + spread) / scale),
  };
}

/** Both ends as columns of facts, with four places. */
export const intervalColumns = (hits: number, cases: number): { share_low: string; share_high: string } => {
  const { low, high } = wilson(hits, cases);
  return { share_low: low.toFixed(4), share_high: high.toFixed(4) };
};
