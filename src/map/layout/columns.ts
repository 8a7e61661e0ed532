import type { Arc } from './types.js';

/** Nodes from givers to takers: of what is left, the one that gives most beyond what it takes comes next (Eades, Lin, Smyth). */
export function flowOrder(size: number, arcs: readonly Arc[]): number[] {
  const left = new Set(Array.from({ length: size }, (_, node) => node));
  const surplus = new Float64Array(size);
  for (const { from, to, weight } of arcs) {
    surplus[from]! += weight;
    surplus[to]! -= weight;
  }
  const order: number[] = [];
  while (left.size > 0) {
    const next = [...left].reduce((best, node) => (surplus[node]! > surplus[best]! ? node : best));
    order.push(next);
    left.delete(next);
    for (const { from, to, weight } of arcs) {
      if (from === next) surplus[to]! += weight;
      if (to === next) surplus[from]! -= weight;
    }
  }
  return order;
}

/** Lines through other columns, lines that stay in one, and lines against the current all cost. */
function costOf(column: Int32Array, { from, to, weight }: Arc): number {
  const step = column[to]! - column[from]!;
  if (step === 0) return weight * 2.2;
  return weight * (Math.abs(step) - 1) + (step < 0 ? weight * 0.7 : 0);
}

/** Columns of about equal height: by the order of flow, then improved by moving and exchanging nodes. */
export function columnsOf(size: number, arcs: readonly Arc[], count: number): Int32Array {
  const column = new Int32Array(size);
  const most = Math.ceil(size / count) + 1;
  for (const [place, node] of flowOrder(size, arcs).entries())
    column[node] = Math.floor((place * count) / size);
  const own = Array.from({ length: size }, (_, node) =>
    arcs.filter(({ from, to }) => from === node || to === node),
  );
  const cost = (a: number, b: number): number =>
    own[a]!.reduce((sum, arc) => sum + costOf(column, arc), 0) +
    own[b]!.reduce((sum, arc) => sum + (arc.from === a || arc.to === a ? 0 : costOf(column, arc)), 0);
  const exchange = (a: number, b: number): boolean => {
    if (column[a] === column[b]) return false;
    const before = cost(a, b);
    [column[a], column[b]] = [column[b]!, column[a]!];
    if (cost(a, b) < before - 1e-9) return true;
    [column[a], column[b]] = [column[b]!, column[a]!];
    return false;
  };
  const filled = (wanted: number): number => column.reduce((sum, own) => sum + Number(own === wanted), 0);
  const move = (node: number, to: number): boolean => {
    const from = column[node]!;
    if (to < 0 || to >= count || filled(to) >= most || filled(from) < 2) return false;
    const before = cost(node, node);
    column[node] = to;
    if (cost(node, node) < before - 1e-9) return true;
    column[node] = from;
    return false;
  };
  for (let round = 0, better = true; better && round < 20; round++) {
    better = false;
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) better = exchange(a, b) || better;
      for (const step of [-1, 1]) better = move(a, column[a]! + step) || better;
    }
  }
  return column;
}
