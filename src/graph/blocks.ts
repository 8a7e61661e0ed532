/** Two ends of an arc; its direction does not matter here. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Arcs at each node, by place in the list; loops left out. */
function arcsAt(size: number, arcs: readonly Ends[]): number[][] {
  const at: number[][] = Array.from({ length: size }, () => []);
  for (const [i, { from, to }] of arcs.entries())
    if (from !== to) {
      at[from]!.push(i);
      at[to]!.push(i);
    }
  return at;
}

/**
 * Arcs by block: two arcs are in one block when a ring leads through both, whichever way its arcs point. No circle
 * leaves its block. After Hopcroft and Tarjan 1973, without recursion.
 */
export function blocksOf(size: number, arcs: readonly Ends[]): number[][] {
  const at = arcsAt(size, arcs);
  const depth = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const used = new Uint8Array(arcs.length);
  const open: number[] = [];
  const blocks: number[][] = [];
  for (let root = 0; root < size; root++) {
    const trail = depth[root] === -1 ? [root] : [];
    depth[root] = Math.max(depth[root]!, 0);
    while (trail.length > 0) {
      const u = trail.at(-1)!;
      const arc = at[u]![next[u]!++];
      if (arc === undefined) {
        trail.pop();
        const parent = trail.at(-1);
        if (parent === undefined) continue;
        low[parent] = Math.min(low[parent]!, low[u]!);
        if (low[u]! >= depth[parent]!) blocks.push(closeBlock(open, arcs, parent, u));
      } else if (used[arc] === 0) {
        used[arc] = 1;
        open.push(arc);
        const v = arcs[arc]!.from === u ? arcs[arc]!.to : arcs[arc]!.from;
        if (depth[v] === -1) {
          depth[v] = low[v] = depth[u]! + 1;
          trail.push(v);
        } else low[u] = Math.min(low[u]!, depth[v]!);
      }
    }
  }
  return blocks;
}

/** Takes the arcs of a block off the open ones: down to the first between the two nodes. */
function closeBlock(open: number[], arcs: readonly Ends[], parent: number, child: number): number[] {
  const joins = ({ from, to }: Ends) =>
    (from === parent && to === child) || (from === child && to === parent);
  const first = open.findIndex((arc) => joins(arcs[arc]!));
  return open.splice(first);
}
