import { byCodeUnit } from '../../graph/index.js';
import type { Query } from '../../store/store.js';
import { buildCube, type Cube, type NamedLeaves } from './cube.js';
import type { Leaf } from './leaves.js';

/** A step of a communication. */
export type Step = {
  communication: string;
  channel: string | null;
  system: string;
  kind: string;
  ordinal: number;
};

/** Steps of communications, from source to delivery. */
export const readSteps = (store: Query): Promise<Step[]> =>
  store.all<Step>(
    `SELECT communication_id AS communication, channel, system_id AS system, kind, ordinal FROM std_communication_steps
     ORDER BY communication, ordinal, channel, system, kind`,
  );

/** Steps a message of this communication and channel takes; a step without a channel belongs to all. */
export const stepsOf = (steps: readonly Step[], communication: string, channel: string): Step[] =>
  steps.filter(
    (step) => step.communication === communication && (step.channel === null || step.channel === channel),
  );

/** Systems a message comes from: sources and processes of its communication, and the sender. */
function originsOf(leaf: Leaf, steps: readonly Step[]): string[] {
  const upstream = stepsOf(steps, leaf.communication, leaf.channel).filter(
    (step) => step.kind === 'source' || step.kind === 'process',
  );
  return [...new Set([...upstream.map((step) => step.system), leaf.system])];
}

/** `id/version`; empty parts are left out, and without an id there is none. */
const joined = (id: string, version: string): string[] =>
  id === '' ? [] : [version === '' ? id : `${id}/${version}`];

const known = (value: string): string[] => (value === '' ? [] : [value]);

type Values = (leaf: Leaf) => readonly string[];

/** Leaves by value of one attribute, in order of value. */
function leavesBy(attribute: string, leaves: readonly Leaf[], values: Values): NamedLeaves[] {
  const found = new Map<string, number[]>();
  for (const leaf of leaves)
    for (const value of values(leaf)) {
      const list = found.get(value);
      if (list) list.push(leaf.leaf);
      else found.set(value, [leaf.leaf]);
    }
  return [...found]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([value, rows]) => ({ attribute, value, leaves: rows }));
}

/** Sources before processes before senders, early steps before late ones. */
function upstreamFirst(systems: NamedLeaves[], steps: readonly Step[]): NamedLeaves[] {
  const rank = (system: string) => {
    const own = steps.filter((step) => step.system === system);
    const source = own.some((step) => step.kind === 'source') ? 0 : 1;
    return [source, Math.min(...own.map((step) => step.ordinal), Number.MAX_SAFE_INTEGER)] as const;
  };
  const ranked = systems.map((entry) => ({ entry, rank: rank(entry.value) }));
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
  return ranked.map(({ entry }) => entry);
}

/** The cube of all messages; attributes are given from upstream to downstream, so that causes get the earlier name. */
export function cubeOf(leaves: readonly Leaf[], steps: readonly Step[]): Cube {
  const systems = leavesBy('system', leaves, (leaf) => originsOf(leaf, steps));
  const named = [
    ...upstreamFirst(systems, steps),
    ...leavesBy('template', leaves, (leaf) => joined(leaf.template, leaf.version)),
    ...leavesBy('vendor', leaves, (leaf) => known(leaf.vendor)),
    ...leavesBy('comm', leaves, (leaf) => joined(leaf.communication, leaf.channel)),
    ...leavesBy('lob', leaves, (leaf) => known(leaf.lob)),
    ...leavesBy('channel', leaves, (leaf) => known(leaf.channel)),
    ...leavesBy('locale', leaves, (leaf) => known(leaf.locale)),
  ];
  return buildCube(
    Float64Array.from(leaves, (leaf) => leaf.sends),
    named,
  );
}
