import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { readSystems } from '../../report/parts/subject.js';
import { indexSystems, type Stop } from '../../report/parts/systems.js';
import { packOf } from '../../report/parts/totals.js';
import { type Facet, type Query, renderQuery } from './query.js';

type Told = Pick<Report, 'findings' | 'systems'>;
type Values = (finding: Finding) => readonly string[];

/** Systems a finding is about, from giver to receiver, each once. */
export const systemsOf = ({ subject, path, args }: Finding): string[] => {
  const named = typeof args.system_id === 'string' ? [args.system_id] : [];
  return [...new Set([...readSystems(subject), ...path, ...named])];
};

const readers = (system: (id: string) => Stop, isMarked: (finding: Finding) => boolean) =>
  ({
    severity: ({ severity }) => [severity],
    pack: ({ rule }) => [packOf(rule)],
    rule: ({ rule }) => [rule],
    system: systemsOf,
    silo: (finding) => [...new Set(systemsOf(finding).map((id) => system(id).silo))],
    owner: ({ owners }) => owners.map(({ name }) => name),
    cause: ({ cause }) => [cause ?? 'none'],
    status: ({ status }) => [status ?? 'none'],
    is: (finding) => [
      finding.suppression === null ? 'open' : 'accepted',
      ...(isMarked(finding) ? ['marked'] : []),
    ],
  }) satisfies Record<Facet, Values>;

const separator = '\n';
const textOf = ({ title, subject, message, fingerprint }: Finding): string =>
  [title, subject, message, fingerprint].join(separator).toLowerCase();

/** Findings with what they are narrowed by; each column is made when it is first asked for. */
export interface Shelf {
  readonly findings: readonly Finding[];
  at(fingerprint: string): Finding | undefined;
  placeOf(fingerprint: string): number | undefined;
  /** Places of the findings a query leaves, in their order; the same array for the same query. */
  select(query: Query): Int32Array;
  /** How many of some findings have each value of a facet, most first. */
  count(facet: Facet, places: Int32Array): [value: string, count: number][];
}

/** What may change while the explorer runs: the answer must not come from an earlier time. */
const changing: readonly Facet[] = ['is', 'owner'];

/** Prepares findings for being narrowed; `isMarked` says which the user has picked. */
export function openShelf(report: Told, isMarked: (fingerprint: string) => boolean): Shelf {
  const { findings } = report;
  const read = readers(indexSystems(report), ({ fingerprint }) => isMarked(fingerprint));
  const columns = new Map<Facet | 'text', string[]>();
  const column = (name: Facet | 'text'): string[] => {
    const known = columns.get(name);
    if (known) return known;
    const made = findings.map((finding) =>
      name === 'text'
        ? textOf(finding)
        : `${separator}${read[name](finding).join(separator)}${separator}`.toLowerCase(),
    );
    if (!changing.includes(name as Facet)) columns.set(name, made);
    return made;
  };
  const places = new Map(findings.map(({ fingerprint }, at) => [fingerprint, at]));
  return {
    findings,
    at: (fingerprint) => findings[places.get(fingerprint) ?? -1],
    placeOf: (fingerprint) => places.get(fingerprint),
    select: remember((query) => selectFrom(findings.length, column, query)),
    count: (facet, chosen) => countValues(chosen, (at) => read[facet](findings[at]!)),
  };
}

/** The last selection stays: a list is drawn many times for one query. */
function remember(select: (query: Query) => Int32Array): (query: Query) => Int32Array {
  let last: readonly [string, Int32Array] | undefined;
  return (query) => {
    const key = renderQuery(query);
    const isKept = last?.[0] === key && !changing.some((facet) => query.by.has(facet));
    if (!isKept) last = [key, select(query)];
    return last![1];
  };
}

/** Names of people and silos are found by a part of them; ids only whole. */
const byPart: readonly Facet[] = ['silo', 'owner'];

function selectFrom(length: number, column: (name: Facet | 'text') => string[], query: Query): Int32Array {
  const kept = new Int32Array(length);
  const tests = [
    ...[...query.by]
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => {
        const wanted = byPart.includes(facet)
          ? values
          : values.map((value) => `${separator}${value}${separator}`);
        const held = column(facet);
        return (at: number) => wanted.some((value) => held[at]!.includes(value));
      }),
    ...query.words.map((word) => {
      const held = column('text');
      return (at: number) => held[at]!.includes(word);
    }),
  ];
  let count = 0;
  for (let at = 0; at < length; at++) if (tests.every((test) => test(at))) kept[count++] = at;
  return kept.subarray(0, count);
}

function countValues(places: Int32Array, read: (at: number) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const at of places) for (const value of read(at)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
