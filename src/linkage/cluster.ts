import { addTo } from '../text/group-by.js';
import { UnionFind } from './union-find.js';

/** From so much evidence on, bits, nothing outweighs it: somebody said that the two are one person. */
export const known = 1_000_000;

/** Two records and the evidence that they are one person, bits. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export interface ClusterOptions {
  /** Evidence of a pair that was never compared, bits. */
  readonly unseen: number;
  /** Evidence of one pair counts no more than this, for or against. */
  readonly most: number;
  readonly least: number;
  /** Average evidence from which two groups are one. */
  readonly threshold: number;
  /** Whether two groups may be one person. */
  readonly mayJoin: (a: readonly number[], b: readonly number[]) => boolean;
}

interface Bond {
  sum: number;
  count: number;
}

class Groups {
  readonly members = new Map<number, number[]>();
  readonly bonds = new Map<number, Map<number, Bond>>();

  constructor(
    edges: readonly Edge[],
    private readonly options: ClusterOptions,
  ) {
    for (const { a, b, weight } of edges) {
      const evidence = weight >= known ? weight : Math.max(options.least, Math.min(options.most, weight));
      this.bond(a, b, { sum: evidence, count: 1 });
      this.bond(b, a, { sum: evidence, count: 1 });
    }
    for (const record of this.bonds.keys()) this.members.set(record, [record]);
  }

  private bond(a: number, b: number, { sum, count }: Bond): void {
    const bonds = this.bonds.get(a) ?? new Map<number, Bond>();
    this.bonds.set(a, bonds);
    const bond = bonds.get(b) ?? { sum: 0, count: 0 };
    bonds.set(b, { sum: bond.sum + sum, count: bond.count + count });
  }

  /** Average evidence of all pairs between two groups. */
  score(a: number, b: number): number {
    const pairs = this.members.get(a)!.length * this.members.get(b)!.length;
    const { sum, count } = this.bonds.get(a)!.get(b)!;
    return (sum + (pairs - count) * this.options.unseen) / pairs;
  }

  /** The group to join next, by score, then by smallest members. */
  best(from: number): { to: number; score: number } | undefined {
    let found: { to: number; score: number } | undefined;
    for (const to of this.bonds.get(from)!.keys()) {
      const score = this.score(from, to);
      if (found === undefined || score > found.score || (score === found.score && to < found.to))
        found = { to, score };
    }
    return found;
  }

  join(a: number, b: number): void {
    const [keep, gone] = a < b ? [a, b] : [b, a];
    this.members.get(keep)!.push(...this.members.get(gone)!);
    this.members.delete(gone);
    const bonds = this.bonds.get(gone)!;
    this.bonds.delete(gone);
    this.bonds.get(keep)!.delete(gone);
    for (const [other, bond] of bonds) {
      if (other === keep) continue;
      this.bonds.get(other)!.delete(gone);
      this.bond(keep, other, bond);
      this.bond(other, keep, bond);
    }
  }

  /** Pairs that may never join are forgotten. */
  part(a: number, b: number): void {
    this.bonds.get(a)!.delete(b);
    this.bonds.get(b)!.delete(a);
  }
}

/** The two groups that are closest, by score, then by smallest members. */
function closest(groups: Groups): { from: number; to: number; score: number } | undefined {
  let next: { from: number; to: number; score: number } | undefined;
  for (const from of groups.members.keys()) {
    const found = groups.best(from);
    if (found && (next === undefined || found.score > next.score)) next = { from, ...found };
  }
  return next;
}

/** Groups of one component: the two closest are joined again and again, while their average evidence is enough. */
function clusterComponent(edges: readonly Edge[], options: ClusterOptions): number[][] {
  const groups = new Groups(edges, options);
  for (let next = closest(groups); next && next.score >= options.threshold; next = closest(groups)) {
    const [a, b] = [groups.members.get(next.from)!, groups.members.get(next.to)!];
    if (options.mayJoin(a, b)) groups.join(next.from, next.to);
    else groups.part(next.from, next.to);
  }
  return [...groups.members.values()];
}

/** Records that may hang together at once; more of them are taken apart where they hang together least. */
const mostOfComponent = 400;

/** Edges by component of those at or over the threshold. */
function components(edges: readonly Edge[], threshold: number): Edge[][] {
  const numbers = new Map<number, number>();
  const numberOf = (record: number): number => {
    const known = numbers.get(record);
    if (known !== undefined) return known;
    numbers.set(record, numbers.size);
    return numbers.size - 1;
  };
  const ends = edges.map(({ a, b }) => [numberOf(a), numberOf(b)] as const);
  const groups = new UnionFind(numbers.size);
  for (const [i, { weight }] of edges.entries()) if (weight >= threshold) groups.union(...ends[i]!);
  const found = new Map<number, Edge[]>();
  for (const [i, edge] of edges.entries()) {
    const root = groups.find(ends[i]![0]);
    if (root !== groups.find(ends[i]![1])) continue;
    addTo(found, root, edge);
  }
  return [...found.values()];
}

const recordsOf = (edges: readonly Edge[]): number => new Set(edges.flatMap(({ a, b }) => [a, b])).size;

function clusterAll(edges: readonly Edge[], threshold: number, options: ClusterOptions): number[][] {
  return components(edges, threshold).flatMap((list) => {
    if (list.length === 1 && list[0]!.weight < options.threshold) return [];
    const isLarge = list.length > mostOfComponent && recordsOf(list) > mostOfComponent;
    return isLarge ? clusterAll(list, threshold + 2, options) : clusterComponent(list, options);
  });
}

/**
 * Groups of two records and more. A chain does not glue two families together: groups join when all pairs between them
 * are one person on average.
 */
export const cluster = (edges: readonly Edge[], options: ClusterOptions): number[][] =>
  clusterAll(edges, Math.max(0, options.threshold), options).filter((group) => group.length > 1);
