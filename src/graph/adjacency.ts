/** One arc between two nodes; `weight` in seconds; `flow` is what it stands for. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly flow: number;
}

/** Outgoing arcs in typed arrays: those of node v are `start[v]` to `start[v + 1] - 1`. */
export interface Adjacency {
  readonly size: number;
  readonly start: Int32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
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

/** Places of arcs in order of a node of theirs, arcs of the same node as they were: counting instead of comparing. */
function sortByNode(places: Int32Array, nodes: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (let i = 0; i < nodes.length; i++) next[nodes[i]! + 1]! += 1;
  for (let v = 0; v < size; v++) next[v + 1]! += next[v]!;
  const sorted = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    sorted[next[nodes[place]!]!++] = place;
  }
  return sorted;
}

/** Packs arcs, parallel ones too, in the order given. What leads nowhere else is left out. */
export function packEvery(size: number, given: readonly Arc[]): Adjacency {
  const arcs = given.filter(({ from, to }) => from !== to);
  const from = new Int32Array(arcs.length);
  const to = new Int32Array(arcs.length);
  const places = new Int32Array(arcs.length);
  for (let i = 0; i < arcs.length; i++) {
    from[i] = arcs[i]!.from;
    to[i] = arcs[i]!.to;
    places[i] = i;
  }
  const sorted = sortByNode(sortByNode(places, to, size), from, size);
  const packed = {
    size,
    start: new Int32Array(size + 1),
    source: new Int32Array(arcs.length),
    target: new Int32Array(arcs.length),
    weight: new Float64Array(arcs.length),
    flow: new Int32Array(arcs.length),
  };
  for (let i = 0; i < sorted.length; i++) {
    const arc = arcs[sorted[i]!]!;
    packed.start[arc.from + 1]! += 1;
    packed.source[i] = arc.from;
    packed.target[i] = arc.to;
    packed.weight[i] = arc.weight;
    packed.flow[i] = arc.flow;
  }
  for (let v = 0; v < size; v++) packed.start[v + 1]! += packed.start[v]!;
  return packed;
}
