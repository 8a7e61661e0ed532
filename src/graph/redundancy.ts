import { endsOf, inOrder, sortByNode, startsOf } from './adjacency.js';
import { NodeHeap } from './heap.js';

/** A flow as one of several between two nodes; `seconds` is undefined where nobody stated it. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly seconds: number | undefined;
}

/** Another way from a link's beginning to its end in no more than its own time, without it and those `gone`. */
export type OtherWay = (link: number, gone: ReadonlySet<number>) => readonly number[] | undefined;

/** Links as arrays; those that leave or enter node v are at `start[v]` to `start[v + 1] - 1`. */
interface Packed {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Infinite where nobody stated it. */
  readonly seconds: Float64Array;
  readonly leaving: { readonly start: Int32Array; readonly links: Int32Array };
  readonly entering: { readonly start: Int32Array; readonly links: Int32Array };
}

function pack(size: number, links: readonly Link[]): Packed {
  const { from, to } = endsOf(links);
  const seconds = new Float64Array(links.length);
  for (let i = 0; i < links.length; i++) seconds[i] = links[i]!.seconds ?? Number.POSITIVE_INFINITY;
  const at = (nodes: Int32Array) => ({
    start: startsOf(nodes, size),
    links: sortByNode(inOrder(nodes.length), nodes, size),
  });
  return { from, to, seconds, leaving: at(from), entering: at(to) };
}

/** No other way takes less: it is one link, or begins with one that leaves and ends with one that enters. */
function leastOf({ from, to, seconds, leaving, entering }: Packed, link: number): number {
  const [u, v] = [from[link]!, to[link]!];
  let [out, into, direct] = [Infinity, Infinity, Infinity];
  for (let i = leaving.start[u]!; i < leaving.start[u + 1]!; i++) {
    const other = leaving.links[i]!;
    if (other === link) continue;
    if (seconds[other]! < out) out = seconds[other]!;
    if (to[other] === v && seconds[other]! < direct) direct = seconds[other]!;
  }
  for (let i = entering.start[v]!; i < entering.start[v + 1]!; i++) {
    const other = entering.links[i]!;
    if (other !== link && seconds[other]! < into) into = seconds[other]!;
  }
  return Math.min(out + into, direct);
}

/** Links by which the search came to the node, from the beginning on. */
function waysBack(from: Int32Array, via: Int32Array, end: number): number[] {
  const way: number[] = [];
  for (let link = via[end]!; link !== -1; link = via[from[link]!]!) way.push(link);
  return way.reverse();
}

/** Only links of known time count as another way, and only a link of known time can be compared with one. */
export function otherWaysAmong(size: number, links: readonly Link[]): OtherWay {
  const packed = pack(size, links);
  const { from, to, seconds, leaving } = packed;
  const reached = new Float64Array(size);
  const via = new Int32Array(size);
  const queue = new NodeHeap(reached);
  return (link, gone) => {
    const limit = links[link]!.seconds ?? -1;
    const [first, last] = [from[link]!, to[link]!];
    if (first === last || leastOf(packed, link) > limit) return undefined;
    reached.fill(Number.POSITIVE_INFINITY)[first] = 0;
    via[first] = -1;
    queue.clear();
    queue.raise(first);
    for (let u = queue.pop(); u >= 0; u = queue.pop()) {
      if (u === last) return waysBack(from, via, last);
      for (let i = leaving.start[u]!; i < leaving.start[u + 1]!; i++) {
        const next = leaving.links[i]!;
        const time = reached[u]! + seconds[next]!;
        if (next === link || time > limit || time >= reached[to[next]!]! || gone.has(next)) continue;
        reached[to[next]!] = time;
        via[to[next]!] = next;
        queue.raise(to[next]!);
      }
    }
    return undefined;
  };
}
