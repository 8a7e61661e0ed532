import type { Adjacency } from './adjacency.js';

/** Arcs that may be left by, and whether an arc is used up by a way found before. */
interface Residual {
  readonly forward: readonly (readonly number[])[];
  readonly backward: readonly (readonly number[])[];
  readonly used: Uint8Array;
}

/** Nodes from which the sink is still reached, each with the arc that leads on; the search goes against the arcs. */
function leadingTo(
  graph: Adjacency,
  { forward, backward, used }: Residual,
  sink: number,
): Map<number, number> {
  const next = new Map([[sink, -1]]);
  for (const node of next.keys()) {
    for (const arc of backward[node]!)
      if (used[arc] === 0 && !next.has(graph.source[arc]!)) next.set(graph.source[arc]!, arc);
    // Giving back an arc that is used: from its end to its beginning.
    for (const arc of forward[node]!)
      if (used[arc] === 1 && !next.has(graph.target[arc]!)) next.set(graph.target[arc]!, arc);
  }
  return next;
}

/** Uses up the arcs of one way, or gives them back where it goes against them. */
function augment(
  graph: Adjacency,
  used: Uint8Array,
  next: ReadonlyMap<number, number>,
  source: number,
): void {
  for (let node = source, arc = next.get(source)!; arc !== -1; arc = next.get(node)!) {
    const isForward = graph.source[arc] === node && used[arc] === 0;
    used[arc] = isForward ? 1 : 0;
    node = isForward ? graph.target[arc]! : graph.source[arc]!;
  }
}

/**
 * The fewest arcs without which the sink is not reached from the source, those nearest to the sink; ways through
 * `closed` nodes do not count. As many as there are ways that share no arc (Menger 1927).
 */
export function fewestArcs(
  graph: Adjacency,
  source: number,
  sink: number,
  closed: ReadonlySet<number>,
): number[] {
  const isOpen = (node: number) => node === source || node === sink || !closed.has(node);
  const forward: number[][] = Array.from({ length: graph.size }, () => []);
  const backward: number[][] = Array.from({ length: graph.size }, () => []);
  for (const [arc, from] of graph.source.entries()) {
    const to = graph.target[arc]!;
    if (!isOpen(from) || !isOpen(to)) continue;
    forward[from]!.push(arc);
    backward[to]!.push(arc);
  }
  const residual = { forward, backward, used: new Uint8Array(graph.target.length) };
  let next = leadingTo(graph, residual, sink);
  for (; next.has(source); next = leadingTo(graph, residual, sink))
    augment(graph, residual.used, next, source);
  const isCut = (arc: number) => next.has(graph.target[arc]!) && !next.has(graph.source[arc]!);
  return forward
    .flat()
    .filter(isCut)
    .sort((a, b) => a - b);
}
