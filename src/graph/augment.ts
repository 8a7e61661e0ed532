import { packArcs } from './adjacency.js';
import { strongComponents } from './components.js';

/** An arc between two nodes by number. */
export type Pair = readonly [from: number, to: number];

interface Condensed {
  readonly size: number;
  readonly next: readonly (readonly number[])[];
  /** One node of each component. */
  readonly member: readonly number[];
}

/** Components as nodes, with a node of each to stand for it: the first. */
function condense(size: number, arcs: readonly Pair[]): Condensed {
  const packed = packArcs(
    size,
    arcs.map(([from, to]) => ({ from, to, weight: 0, flow: 0 })),
  );
  const { of, count } = strongComponents(packed);
  const next = Array.from({ length: count }, () => new Set<number>());
  for (const [from, to] of arcs) if (of[from] !== of[to]) next[of[from]!]!.add(of[to]!);
  const member = Array.from({ length: count }, (_, component) => of.indexOf(component));
  return { size: count, next: next.map((set) => [...set].sort((a, b) => a - b)), member };
}

/** The first sink nobody has come to yet, on a walk that goes nowhere twice, whoever walked before. */
function walkToSink(
  from: number,
  next: Condensed['next'],
  isSink: (node: number) => boolean,
  seen: Set<number>,
): number | undefined {
  const trail = [from];
  while (trail.length > 0) {
    const node = trail.pop()!;
    if (seen.has(node)) continue;
    seen.add(node);
    if (isSink(node)) return node;
    trail.push(...[...next[node]!].reverse());
  }
  return undefined;
}

/** Arcs that join the components of a graph whose sources are no more than its sinks. */
function join({ size, next }: Condensed): Pair[] {
  const fed = new Set(next.flat());
  const nodes = Array.from({ length: size }, (_, node) => node);
  const isSource = (node: number) => !fed.has(node) && next[node]!.length > 0;
  const isSink = (node: number) => fed.has(node) && next[node]!.length === 0;
  const isolated = nodes.filter((node) => !fed.has(node) && next[node]!.length === 0);
  const seen = new Set<number>();
  const matched: Pair[] = [];
  for (const source of nodes.filter(isSource)) {
    const sink = walkToSink(source, next, isSink, seen);
    if (sink !== undefined) matched.push([source, sink]);
  }
  const sources = [
    ...matched.map(([source]) => source),
    ...nodes.filter((node) => isSource(node) && !matched.some(([one]) => one === node)),
  ];
  const sinks = [
    ...matched.map(([, sink]) => sink),
    ...nodes.filter((node) => isSink(node) && !matched.some(([, one]) => one === node)),
  ];
  const p = matched.length;
  const arcs: Pair[] = matched.slice(1).map(([source], i) => [sinks[i]!, source]);
  for (let i = p; i < sources.length; i++) arcs.push([sinks[i]!, sources[i]!]);
  const last = [...(p > 0 ? [sinks[p - 1]!] : []), ...sinks.slice(sources.length), ...isolated];
  const ring = [...last, ...(p > 0 ? [sources[0]!] : isolated.slice(0, 1))];
  for (let i = 0; i + 1 < ring.length; i++) arcs.push([ring[i]!, ring[i + 1]!]);
  return arcs;
}

const reversed = ({ size, next, member }: Condensed): Condensed => ({
  size,
  member,
  next: Array.from({ length: size }, (_, node) =>
    Array.from({ length: size }, (_, from) => from).filter((from) => next[from]!.includes(node)),
  ),
});

/**
 * The fewest arcs that let every node reach every other: with s sources, t sinks and q isolated components of more than one,
 * max(s, t) + q. Eswaran and Tarjan, Augmentation problems, SIAM J. Comput. 5 (1976), with the pairing as corrected by
 * Raghavan, A note on Eswaran and Tarjan's algorithm for the strong connectivity augmentation problem (2005).
 */
export function strongAugmentation(size: number, arcs: readonly Pair[]): Pair[] {
  const condensed = condense(size, arcs);
  if (condensed.size <= 1) return [];
  const fed = new Set(condensed.next.flat());
  const count = (test: (node: number) => boolean) => condensed.next.filter((_, node) => test(node)).length;
  const sources = count((node) => !fed.has(node));
  const sinks = count((node) => condensed.next[node]!.length === 0);
  const isBackwards = sources > sinks;
  const joined = join(isBackwards ? reversed(condensed) : condensed);
  return joined.map(([from, to]) => {
    const [a, b] = [condensed.member[from]!, condensed.member[to]!];
    return isBackwards ? [b, a] : [a, b];
  });
}
