import { blocksOf } from './blocks.js';
import { type Costs, costOf, goodOrder } from './good-order.js';

/** An arc one may cut, and what that costs. Costs are positive integers. */
export interface CostlyArc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** Places in the list of arcs whose loss leaves no circle; `exact` when no cheaper set exists. */
export interface Cut {
  readonly arcs: readonly number[];
  readonly exact: boolean;
}

/** Two to the power of this many orders are looked through; 20 take a tenth of a second at most. */
const mostExact = 20;

function costsOf(size: number, arcs: readonly CostlyArc[]): Costs {
  const costs = Array.from({ length: size }, () => new Int32Array(size));
  for (const { from, to, cost } of arcs) if (from !== to) costs[from]![to]! += cost;
  return costs;
}

/**
 * What is left to choose: of two nodes that give each other, every order pays the lesser cost. Leaving it out changes the
 * costs of all orders alike, and more of them are soon seen to be too dear.
 */
const beyondWhatAllPay = (costs: Costs): Costs =>
  costs.map((row, node) => row.map((cost, other) => cost - Math.min(cost, costs[other]![node]!)));

/** For each node what it takes from a set of `width` nodes beginning at `first`, set after set. */
function sums(costs: Costs, first: number, width: number): Int32Array {
  const table = new Int32Array(costs.length << width);
  for (const node of costs.keys())
    for (let set = 1; set < 1 << width; set++) {
      const low = 31 - Math.clz32(set & -set);
      table[(node << width) | set] = table[(node << width) | (set & (set - 1))]! + costs[first + low]![node]!;
    }
  return table;
}

/**
 * An order of the nodes with the cheapest arcs going back: cheapest order of every set of first nodes, one by one. What a
 * node takes from all that come later is paid with it, so that sets that cost more than a good order, and lead nowhere,
 * are seen early.
 */
function bestOrder(size: number, given: Costs): number[] {
  const costs = beyondWhatAllPay(given);
  const bound = costOf(goodOrder(size, costs), costs);
  const half = size >> 1;
  const mask = (1 << half) - 1;
  const low = sums(costs, 0, half);
  const high = sums(costs, half, size - half);
  const full = (1 << size) - 1;
  const taken = (node: number, set: number) =>
    low[(node << half) | (set & mask)]! + high[(node << (size - half)) | (set >> half)]!;
  const all = Int32Array.from({ length: size }, (_, node) => taken(node, full));
  /** Cost of putting the node after the set: the arcs that come back to it. */
  const after = (node: number, set: number) => all[node]! - taken(node, set);
  const best = new Int32Array(full + 1).fill(0x7fffffff);
  best[0] = 0;
  for (let set = 0; set < full; set++) {
    if (best[set]! > bound) continue;
    for (let rest = full & ~set; rest !== 0; rest &= rest - 1) {
      const node = 31 - Math.clz32(rest & -rest);
      const cost = best[set]! + after(node, set);
      const next = set | (1 << node);
      if (cost < best[next]!) best[next] = cost;
    }
  }
  const order: number[] = [];
  for (let set = full; set !== 0; ) {
    const isLast = (node: number) => {
      const before = set & ~(1 << node);
      return before !== set && best[before]! + after(node, before) === best[set]!;
    };
    const last = Array.from({ length: size }, (_, i) => i).find(isLast)!;
    order.push(last);
    set &= ~(1 << last);
  }
  return order.reverse();
}

/** The same for one block, whose nodes are numbered anew. */
function cutBlock(arcs: readonly CostlyArc[]): Cut {
  const nodes = [...new Set(arcs.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const number = new Map(nodes.map((node, i) => [node, i]));
  const inside = arcs.map(({ from, to, cost }) => ({ from: number.get(from)!, to: number.get(to)!, cost }));
  const costs = costsOf(nodes.length, inside);
  const exact = nodes.length <= mostExact;
  const order = exact ? bestOrder(nodes.length, costs) : goodOrder(nodes.length, costs);
  const place = new Map(order.map((node, i) => [node, i]));
  const back = inside.flatMap(({ from, to }, i) => (place.get(from)! > place.get(to)! ? [i] : []));
  return { arcs: back, exact };
}

/** The cheapest arcs to cut so that no circle is left: exact for blocks of up to 20 nodes, else by a good order. */
export function feedbackArcs(size: number, arcs: readonly CostlyArc[]): Cut {
  const loops = arcs.flatMap(({ from, to }, i) => (from === to ? [i] : []));
  const cuts = blocksOf(size, arcs).map((block) => {
    const cut = cutBlock(block.map((arc) => arcs[arc]!));
    return { arcs: cut.arcs.map((i) => block[i]!), exact: cut.exact };
  });
  const all = [...loops, ...cuts.flatMap((cut) => cut.arcs)];
  return { arcs: all.sort((a, b) => a - b), exact: cuts.every(({ exact }) => exact) };
}
