import { modularity, type Partition, renumber, type Tie } from './partitions.js';
import { seededRandom, shuffled } from './seeded-random.js';

/** Groups found from several starts. */
export interface Communities {
  /** Of every start. */
  readonly starts: readonly Partition[];
  /** The one of highest modularity; of equal ones that of the earliest start. */
  readonly best: Partition;
}

/**
 * Groups of nodes that exchange more with each other than chance would have it (Louvain: Blondel and others 2008,
 * doi:10.1088/1742-5468/2008/10/P10008). Where it ends depends on where it starts: every start takes the nodes in
 * another order, seeded by its number. The library is loaded here, and by nobody who asks for something else.
 */
export async function findCommunities(
  size: number,
  ties: readonly Tie[],
  starts: number,
): Promise<Communities> {
  const [{ UndirectedGraph }, { default: library }] = await Promise.all([
    import('graphology'),
    import('graphology-communities-louvain'),
  ]);
  // The types promise a default inside the default; there is none.
  const louvain = library as unknown as typeof library.default;
  const found = Array.from({ length: starts }, (_, start) => {
    const rng = seededRandom(start + 1);
    const graph = new UndirectedGraph();
    for (const node of shuffled(size, rng)) graph.addNode(node);
    for (const { a, b, weight } of ties) graph.addEdge(a, b, { weight });
    const groups = louvain(graph, { rng, getEdgeWeight: 'weight' });
    return renumber(Array.from({ length: size }, (_, node) => groups[node]!));
  });
  const qualities = found.map((groups) => modularity(ties, groups));
  return { starts: found, best: found[qualities.indexOf(Math.max(...qualities))] ?? [] };
}
