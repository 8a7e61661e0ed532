/** One arc between two nodes; `weight` in seconds; `flow` is what it stands for. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly flow: number;
}

/** Outgoing arcs in typed arrays: those of node v are `start[v]` to `start[v + 1] - 1`. */
export interface Links {
  readonly size: number;
  readonly start: Int32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** The same with what each arc weighs and stands for. */
export interface Adjacency extends Links {
  readonly weight: Float64Array;
  readonly flow: Int32Array;
}

/** Packs arcs. Of parallel arcs the first given is kept, so hand them in with the preferred one first. */
export function packArcs(size: number, arcs: readonly Arc[]): Adjacency {
  const distinct = new Map<number, Arc>();
  for (const arc of arcs) {
    const key = arc.from * size + arc.to;
    if (!distinct.has(key)) distinct.set(key, arc);
  }
  return packEvery(size, [...distinct.values()]);
}

/** 0, 1, 2 … */
export const inOrder = (length: number): Int32Array => new Int32Array(length).map((_, i) => i);

/** Where the arcs of each node begin when they are in order of it, and after the last of them. */
export function startsOf(nodes: Int32Array, size: number): Int32Array {
  const start = new Int32Array(size + 1);
  for (let i = 0; i < nodes.length; i++) start[nodes[i]! + 1]! += 1;
  for (let v = 0; v < size; v++) start[v + 1]! += start[v]!;
  return start;
}

/** Places of arcs in order of a node of theirs, arcs of the same node as they were: counting instead of comparing. */
export function sortByNode(places: Int32Array, nodes: Int32Array, size: number): Int32Array {
  const next = startsOf(nodes, size);
  const sorted = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    sorted[next[nodes[place]!]!++] = place;
  }
  return sorted;
}

/** Their two ends as arrays. */
export function endsOf(arcs: readonly Pick<Arc, 'from' | 'to'>[]): { from: Int32Array; to: Int32Array } {
  const [from, to] = [new Int32Array(arcs.length), new Int32Array(arcs.length)];
  for (let i = 0; i < arcs.length; i++) {
    from[i] = arcs[i]!.from;
    to[i] = arcs[i]!.to;
  }
  return { from, to };
}

/** Packs arcs, parallel ones too, in the order given. What leads nowhere else is left out. */
export function packEvery(size: number, given: readonly Arc[]): Adjacency {
  const arcs = given.filter(({ from, to }) => from !== to);
  const { from, to } = endsOf(arcs);
  const sorted = sortByNode(sortByNode(inOrder(arcs.length), to, size), from, size);
  const packed = {
    size,
    start: startsOf(from, size),
    source: new Int32Array(arcs.length),
    target: new Int32Array(arcs.length),
    weight: new Float64Array(arcs.length),
    flow: new Int32Array(arcs.length),
  };
  for (let i = 0; i < sorted.length; i++) {
    const arc = arcs[sorted[i]!]!;
    packed.source[i] = arc.from;
    packed.target[i] = arc.to;
    packed.weight[i] = arc.weight;
    packed.flow[i] = arc.flow;
  }
  return packed;
}
