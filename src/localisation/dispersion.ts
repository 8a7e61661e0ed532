import type { Counts } from './types.js';

/** Fewer leaves say nothing of how counts scatter. */
const enoughLeaves = 10;
/** Median and lower quartile of a chi-squared variable of one degree of freedom. */
const [medianByChance, quartileByChance] = [0.455, 0.1015];
/** A median so many times as far out as the quartile tells of causes that fill half the leaves, not of scatter. */
const contaminated = 3;

/** How much more counts scatter around what is expected than chance allows, at least 1; leaves that are out do not count. */
export function dispersionOf({ errors }: Counts, expected: Float64Array, isOut: Uint8Array): number {
  const found: number[] = [];
  for (let i = 0; i < errors.length; i += 1)
    if (expected[i]! >= 1 && isOut[i] === 0) found.push((errors[i]! - expected[i]!) ** 2 / expected[i]!);
  if (found.length < enoughLeaves) return 1;
  found.sort((a, b) => a - b);
  const byMedian = found[Math.floor(found.length / 2)]! / medianByChance;
  const byQuartile = found[Math.floor(found.length / 4)]! / quartileByChance;
  return Math.max(1, byMedian > contaminated * byQuartile ? byQuartile : byMedian);
}
