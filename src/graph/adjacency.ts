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

/** Packs arcs, parallel ones too, in the order given. What leads nowhere else is left out. */
export function packEvery(size: number, arcs: readonly Arc[]): Adjacency {
  const sorted = arcs.filter(({ from, to }) => from !== to).sort((a, b) => a.from - b.from || a.to - b.to);
  const start = new Int32Array(size + 1);
  for (const arc of sorted) start[arc.from + 1]! += 1;
  for (let v = 0; v < size; v++) start[v + 1]! += start[v]!;
  return {
    size,
    start,
    source: Int32Array.from(sorted, (arc) => arc.from),
    target: Int32Array.from(sorted, (arc) => arc.to),
    weight: Float64Array.from(sorted, (arc) => arc.weight),
    flow: Int32Array.from(sorted, (arc) => arc.flow),
  };
}
