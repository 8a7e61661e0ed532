/** Groups of nodes as numbers, one for every node. Two partitions of the same nodes are compared place by place. */
export type Partition = readonly number[];

/** What two nodes exchange, in either direction; every pair of nodes at most once, no node with itself. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  /** A whole number above zero. */
  readonly weight: number;
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

function sumPairs(keys: readonly (number | string)[]): number {
  const counts = new Map<number | string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
}

/**
 * Adjusted Rand index of Hubert and Arabie (1985, doi:10.1007/BF01908075, equation 5): 1 for the same groups, 0 on
 * average for groups drawn by chance, below 0 for less than that. Multiplied out, so that all sums are whole numbers.
 */
export function adjustedRandIndex(one: Partition, other: Partition): number {
  const together = sumPairs(one.map((group, node) => `${group} ${other[node]}`));
  const [a, b, all] = [sumPairs(one), sumPairs(other), pairsOf(one.length)];
  const most = all * (a + b) - 2 * a * b;
  // Both put everything together, or nothing: the same groups.
  return most === 0 ? 1 : (2 * (all * together - a * b)) / most;
}

/**
 * Modularity of a weighted graph (Newman 2004, doi:10.1103/PhysRevE.70.056131): the share of weight inside groups less
 * what chance would put there. Whole numbers up to the last division; 0 where nothing is exchanged.
 */
export function modularity(ties: readonly Tie[], groups: Partition): number {
  const degrees = new Map<number, number>();
  const add = (group: number, weight: number): void =>
    void degrees.set(group, (degrees.get(group) ?? 0) + weight);
  let [total, inside] = [0, 0];
  for (const { a, b, weight } of ties) {
    total += weight;
    if (groups[a] === groups[b]) inside += weight;
    add(groups[a]!, weight);
    add(groups[b]!, weight);
  }
  const squares = [...degrees.values()].reduce((sum, degree) => sum + degree * degree, 0);
  return total === 0 ? 0 : (4 * total * inside - squares) / (4 * total * total);
}

/** The same groups with numbers from 0 in the order of their first node: equal partitions become equal lists. */
export function renumber<T>(groups: readonly T[]): number[] {
  const numbers = new Map<T, number>();
  return groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}

/** Mean adjusted Rand index over all pairs of partitions: 1 when all say the same. */
export function agreement(partitions: readonly Partition[]): number {
  const indices = partitions.flatMap((one, i) =>
    partitions.slice(i + 1).map((other) => adjustedRandIndex(one, other)),
  );
  return indices.length === 0 ? 1 : indices.reduce((sum, index) => sum + index, 0) / indices.length;
}
