import type { Cube } from './cube.js';

/** The median of a chi-squared variable of one degree of freedom. */
const medianByChance = 0.455;

/** Fewer leaves say nothing of how counts scatter. */
const enoughLeaves = 10;

/** Median over leaves of how far errors are from what is expected there, in units of chance. */
function scatter(sends: Float64Array, errors: Float64Array, rates: Float64Array): number {
  const found: number[] = [];
  for (const [leaf, n] of sends.entries()) {
    const expected = n * rates[leaf]!;
    if (expected >= 1) found.push((errors[leaf]! - expected) ** 2 / expected);
  }
  if (found.length < enoughLeaves) return 0;
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length / 2)]! / medianByChance;
}

/** Sets the rate of these leaves to what they have together. */
function levelOut(
  rates: Float64Array,
  leaves: Iterable<number>,
  sends: Float64Array,
  errors: Float64Array,
): void {
  const list = [...leaves];
  const total = list.reduce((sum, leaf) => sum + sends[leaf]!, 0);
  const rate = list.reduce((sum, leaf) => sum + errors[leaf]!, 0) / Math.max(total, 1);
  for (const leaf of list) rates[leaf] = rate;
}

/**
 * How much more the counts scatter than chance allows, at least 1. Differences between the values of one attribute are
 * no scatter but what is looked for, so the attribute that leaves the least counts.
 */
export function dispersionOf({ sends, features }: Cube, errors: Float64Array): number {
  const attributes = [...new Set(features.map((feature) => feature.attribute))];
  const scatters = attributes.map((attribute) => {
    const rates = new Float64Array(sends.length);
    levelOut(rates, sends.keys(), sends, errors);
    for (const feature of features)
      if (feature.attribute === attribute) levelOut(rates, feature.leaves, sends, errors);
    return scatter(sends, errors, rates);
  });
  return Math.max(1, Math.min(...scatters));
}
