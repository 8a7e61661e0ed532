import type { Adjacency } from './adjacency.js';
import { NodeHeap } from './heap.js';

/** How an arc takes a change along: at once, or with the next of its starts; then it takes `seconds`. */
export interface Ride {
  /** Seconds since the beginning of a period, sorted; undefined: at any time. */
  readonly starts: Float64Array | undefined;
  readonly seconds: number;
}

/** Seconds to each node over arcs that take a change along at once. */
function atOnce(graph: Adjacency, rides: readonly Ride[], source: number): Float64Array {
  const seconds = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  const queue = new NodeHeap(seconds);
  seconds[source] = 0;
  queue.raise(source);
  for (let u = queue.pop(); u >= 0; u = queue.pop())
    for (let arc = graph.start[u]!; arc < graph.start[u + 1]!; arc++) {
      const { starts, seconds: taken } = rides[arc]!;
      const v = graph.target[arc]!;
      if (starts || seconds[u]! + taken >= seconds[v]!) continue;
      seconds[v] = seconds[u]! + taken;
      queue.raise(v);
    }
  return seconds;
}

/** The next start at or after a time. */
function nextStart(starts: Float64Array, time: number, period: number): number {
  const before = Math.floor(time / period) * period;
  const within = time - before;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < within) low = middle + 1;
    else high = middle;
  }
  return low < starts.length ? before + starts[low]! : before + period + starts[0]!;
}

/** A start that a change made at `time` just catches; `seconds` later it is at the node. */
interface Seed {
  readonly time: number;
  readonly node: number;
  readonly seconds: number;
}

/** First starts that changes of one period can catch, the last first. */
function seedsOf(graph: Adjacency, rides: readonly Ride[], reached: Float64Array, period: number): Seed[] {
  const seeds: Seed[] = [];
  for (let arc = 0; arc < rides.length; arc++) {
    const { starts, seconds } = rides[arc]!;
    const way = reached[graph.source[arc]!]!;
    if (starts === undefined || way === Number.POSITIVE_INFINITY) continue;
    const node = graph.target[arc]!;
    for (const start of starts) {
      const time = (((start - way) % period) + period) % period;
      seeds.push({ time, node, seconds: way + seconds });
    }
  }
  return seeds.sort((a, b) => b.time - a.time);
}

/**
 * Seconds a change made at the source takes to each node in the worst moment; infinite without a way. Starts come round
 * after `period` seconds. Going back in time over the moments at which a
 * first start is just caught, only what arrives earlier than all that set out later is followed; a node's worst change
 * is the one that just missed what the next earlier one caught.
 */
export function latestFrom(
  graph: Adjacency,
  rides: readonly Ride[],
  source: number,
  period: number,
): Float64Array {
  const { size, start, target } = graph;
  const direct = atOnce(graph, rides, source);
  const arrival = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const settledAt = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const latest = new Float64Array(size).fill(-1);
  const queue = new NodeHeap(arrival);
  const reach = (node: number, time: number, made: number): void => {
    if (node === source || time >= arrival[node]!) return;
    if (made < period && settledAt[node]! !== made)
      latest[node] = Math.max(latest[node]!, Math.min(arrival[node]! - made, direct[node]!));
    settledAt[node] = made;
    arrival[node] = time;
    queue.raise(node);
  };
  const follow = (made: number): void => {
    for (let u = queue.pop(); u >= 0; u = queue.pop())
      for (let arc = start[u]!; arc < start[u + 1]!; arc++) {
        const { starts, seconds } = rides[arc]!;
        const leaves = starts ? nextStart(starts, arrival[u]!, period) : arrival[u]!;
        reach(target[arc]!, leaves + seconds, made);
      }
  };
  const seeds = seedsOf(graph, rides, direct, period);
  // What the second of two periods catches is what the first one's last changes wait for.
  for (const round of [period, 0])
    for (let i = 0; i < seeds.length; ) {
      const { time } = seeds[i]!;
      for (; seeds[i]?.time === time; i++)
        reach(seeds[i]!.node, time + round + seeds[i]!.seconds, time + round);
      follow(time + round);
    }
  return latest.map((seconds, node) => (seconds < 0 ? direct[node]! : seconds));
}
