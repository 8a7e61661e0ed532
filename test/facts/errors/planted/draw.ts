/** Numbers in [0, 1) from a seed: mulberry32. */
export function drawer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of `n` happen at this rate, one by one. */
export function happen(n: number, rate: number, draw: () => number): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (draw() < rate) count += 1;
  return count;
}
