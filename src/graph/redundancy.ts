import { NodeHeap } from './heap.js';

/** A flow as one of several between two nodes; `seconds` is undefined where nobody stated it. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly seconds: number | undefined;
}

/** Places in the list of links, by the node at one of their ends. */
function linksBy(size: number, links: readonly Link[], end: 'from' | 'to'): number[][] {
  const by: number[][] = Array.from({ length: size }, () => []);
  for (const [i, link] of links.entries()) by[link[end]]!.push(i);
  return by;
}

/** Another way from a link's beginning to its end in no more than its own time, without it and those `gone`. */
export type OtherWay = (link: number, gone: ReadonlySet<number>) => readonly number[] | undefined;

/** Links by which the search came to the node, from the beginning on. */
function waysBack(links: readonly Link[], via: ReadonlyMap<number, number>, end: number): number[] {
  const way: number[] = [];
  for (let link = via.get(end); link !== undefined; link = via.get(links[link]!.from)) way.push(link);
  return way.reverse();
}

const secondsOf = ({ seconds }: Link): number => seconds ?? Number.POSITIVE_INFINITY;

/** Only links of known time count as another way, and only a link of known time can be compared with one. */
export function otherWaysAmong(size: number, links: readonly Link[]): OtherWay {
  const leaving = linksBy(size, links, 'from');
  const entering = linksBy(size, links, 'to');
  const seconds = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  return (link, gone) => {
    const { from, to, seconds: limit = -1 } = links[link]!;
    const quickest = (list: readonly number[], isWanted = (_: Link) => true) =>
      list.reduce(
        (least, i) => (i !== link && isWanted(links[i]!) ? Math.min(least, secondsOf(links[i]!)) : least),
        Infinity,
      );
    const least = Math.min(
      quickest(leaving[from]!) + quickest(entering[to]!),
      quickest(leaving[from]!, (other) => other.to === to),
    );
    if (from === to || least > limit) return undefined;
    const via = new Map<number, number>();
    const queue = new NodeHeap(seconds);
    seconds.fill(Number.POSITIVE_INFINITY)[from] = 0;
    queue.raise(from);
    for (let u = queue.pop(); u >= 0; u = queue.pop()) {
      if (u === to) return waysBack(links, via, to);
      for (const i of leaving[u]!) {
        const next = links[i]!;
        if (i === link || next.seconds === undefined || gone.has(i)) continue;
        const time = seconds[u]! + next.seconds;
        if (time > limit || time >= seconds[next.to]!) continue;
        seconds[next.to] = time;
        via.set(next.to, i);
        queue.raise(next.to);
      }
    }
    return undefined;
  };
}
