/** Choices of `k` among `n`. */
export const binomial = (n: number, k: number): number =>
  Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);

/** Every choice of so many of the numbers below `n`, each in rising order. */
export function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let first = from; first <= n - size; first++)
      for (const rest of subsets(n, size - 1, first + 1)) yield [first, ...rest];
}
