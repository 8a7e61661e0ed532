/** What the arcs from each node to each other cost together. */
export type Costs = readonly Int32Array[];

/** Cost of the arcs that go back in an order. */
export function costOf(order: readonly number[], costs: Costs): number {
  let cost = 0;
  for (const [i, node] of order.entries())
    for (const before of order.slice(0, i)) cost += costs[node]![before]!;
  return cost;
}

/** Eades, Lin and Smyth 1993: what gives nothing goes last, what takes nothing first, else who gives most over what it takes. */
function greedyOrder(size: number, costs: Costs): number[] {
  const left = new Set(Array.from({ length: size }, (_, i) => i));
  const out = costs.map((row) => row.reduce((a, b) => a + b, 0));
  const into = costs.map((_, node) => costs.reduce((sum, row) => sum + row[node]!, 0));
  const [first, last]: [number[], number[]] = [[], []];
  const take = (node: number, list: number[]) => {
    left.delete(node);
    list.push(node);
    for (const other of left) {
      out[other]! -= costs[other]![node]!;
      into[other]! -= costs[node]![other]!;
    }
  };
  while (left.size > 0) {
    const nodes = [...left];
    const sink = nodes.find((node) => out[node] === 0);
    const source = nodes.find((node) => into[node] === 0);
    if (sink !== undefined) take(sink, last);
    else if (source !== undefined) take(source, first);
    else
      take(
        nodes.reduce((a, b) => (out[b]! - into[b]! > out[a]! - into[a]! ? b : a)),
        first,
      );
  }
  return [...first, ...last.reverse()];
}

/** What moving the node at a place of the order to each other place would save, most first: where to, and how much. */
function bestMove(order: readonly number[], from: number, costs: Costs): { to: number; saved: number } {
  const node = order[from]!;
  let best = { to: from, saved: 0 };
  for (const step of [-1, 1])
    for (let to = from + step, saved = 0; to >= 0 && to < order.length; to += step) {
      const other = order[to]!;
      saved += step * (costs[other]![node]! - costs[node]![other]!);
      if (saved > best.saved) best = { to, saved };
    }
  return best;
}

/** The greedy order, one node after the other put where it costs least, as long as that saves anything. */
export function goodOrder(size: number, costs: Costs): number[] {
  const order = greedyOrder(size, costs);
  for (let isMoved = true; isMoved; ) {
    isMoved = false;
    for (let from = 0; from < size; from++) {
      const { to, saved } = bestMove(order, from, costs);
      if (saved === 0) continue;
      order.splice(to, 0, ...order.splice(from, 1));
      isMoved = true;
    }
  }
  return order;
}
