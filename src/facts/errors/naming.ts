import type { Condition, LeafTable } from '../../localisation/types.js';
import type { Step } from './steps.js';
import type { Upstream } from './upstream.js';

/** How early a name comes among names of the same rows: small numbers first. */
export type RankOf = (attribute: string, value: string) => number;

/** Where nothing else tells: what is closer to the making of a message is the better name for what went wrong. */
const ranks: Readonly<Record<string, number>> = {
  source: 0,
  process: 1,
  template: 2,
  vendor: 3,
  upstream: 4,
  comm: 5,
  lob: 6,
  channel: 7,
  locale: 8,
};
const distances = 100;
const ordinals = 1000;

/** The nearest distance of each flow and system from messages. */
function nearestOf(upstream: Iterable<Upstream>): {
  systems: Map<string, number>;
  flows: Map<string, number>;
} {
  const nearest = { systems: new Map<string, number>(), flows: new Map<string, number>() };
  for (const one of upstream)
    for (const part of ['systems', 'flows'] as const)
      for (const [id, distance] of one[part])
        nearest[part].set(id, Math.min(distance, nearest[part].get(id) ?? distance));
  return nearest;
}

/** Systems that messages come from, sources before processes and senders, early steps before late ones. */
function originRanks(steps: readonly Step[], senders: Iterable<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const note = (system: string, rank: number) => found.set(system, Math.min(rank, found.get(system) ?? rank));
  for (const sender of senders) note(sender, ranks.process! + 1 - 1 / ordinals);
  for (const { system, kind, ordinal } of steps)
    if (kind === 'source' || kind === 'process') note(system, ranks[kind]! + ordinal / ordinals);
  return found;
}

/**
 * Ranks names: systems that a message comes from, then its template and vendor, then what feeds these systems, the
 * nearer first, then what is only a mark.
 */
export function ranking(
  steps: readonly Step[],
  senders: Iterable<string>,
  upstream: Iterable<Upstream>,
): RankOf {
  const origins = originRanks(steps, senders);
  const { systems, flows } = nearestOf(upstream);
  return (attribute, value) => {
    if (attribute === 'system')
      return origins.get(value) ?? ranks.upstream! + (systems.get(value) ?? 0) / distances;
    if (attribute === 'flow') return ranks.upstream! + ((flows.get(value) ?? 0) - 0.5) / distances;
    return ranks[attribute] ?? ranks.locale!;
  };
}

type Named = Pick<LeafTable, 'attributes' | 'values'>;
type Name = readonly Condition[];

const part = ({ attributes, values }: Named, { attribute, value }: Condition, joint: string): string =>
  `${attributes[attribute]}${joint}${values[attribute]![value]}`;

/** `template=T12/v3 & vendor=acme` */
export const renderName = (table: Named, name: Name): string =>
  name.map((condition) => part(table, condition, '=')).join(' & ');

/** Attributes by which a cause of several is known. */
const telling = ['template', 'vendor', 'system', 'flow', 'comm', 'lob', 'channel', 'locale'];

/** `template:T12/v3`: the most telling part of a name, or all of them when that is taken. */
export function originOf(table: Named, name: Name, taken: ReadonlySet<string>): string {
  const place = ({ attribute }: Condition) => telling.indexOf(table.attributes[attribute]!);
  const parts = [...name].sort((a, b) => place(a) - place(b)).map((condition) => part(table, condition, ':'));
  return taken.has(parts[0]!) ? parts.join(' & ') : parts[0]!;
}

/** Names in order: short ones first, then by rank. */
export function sortNames(table: Named, names: readonly Name[], rankOf: RankOf): Name[] {
  const keyed = names.map((name) => ({
    name,
    ranks: name.map(({ attribute, value }) =>
      rankOf(table.attributes[attribute]!, table.values[attribute]![value]!),
    ),
  }));
  const differ = (a: readonly number[], b: readonly number[]): number =>
    a.map((rank, i) => rank - b[i]!).find((difference) => difference !== 0) ?? 0;
  return keyed
    .sort((a, b) => a.name.length - b.name.length || differ(a.ranks, b.ranks))
    .map(({ name }) => name);
}
