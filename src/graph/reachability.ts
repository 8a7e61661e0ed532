import type { Adjacency } from './adjacency.js';
import { strongComponents } from './components.js';

/** Whether the first node reaches the second; every node reaches itself. */
export type Reaches = (from: number, to: number) => boolean;

/** Answers every pair from one pass: a component reaches itself and whatever the components behind it reach. */
export function reachability(graph: Adjacency): Reaches {
  const { of, count } = strongComponents(graph);
  const words = (count + 31) >> 5;
  const reached = new Int32Array(count * words);
  const arcs = Array.from(graph.source, (source, arc) => ({
    from: of[source]!,
    to: of[graph.target[arc]!]!,
  }));
  for (let c = 0; c < count; c++) reached[c * words + (c >> 5)]! |= 1 << (c & 31);
  // Components only reach lower ones, so in this order the taker's set is complete when the giver takes it over.
  arcs.sort((a, b) => a.from - b.from);
  for (const { from, to } of arcs)
    if (from !== to)
      for (let word = 0; word < words; word++) reached[from * words + word]! |= reached[to * words + word]!;
  return (from, to) => {
    const taker = of[to]!;
    return ((reached[of[from]! * words + (taker >> 5)]! >>> (taker & 31)) & 1) === 1;
  };
}
