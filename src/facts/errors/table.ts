import { byCodeUnit } from '../../graph/index.js';
import type { LeafTable, ValueSets } from '../../localisation/types.js';
import type { Leaf } from './leaves.js';
import { type Step, stepsOf } from './steps.js';
import type { Upstream } from './upstream.js';

/** All of the table but the errors, which differ by kind. */
export type Frame = Omit<LeafTable, 'now'>;

/** `id/version`; without an id there is none. */
const joined = (id: string, version: string): string =>
  id === '' || version === '' ? id : `${id}/${version}`;

/** What a leaf has one of. */
const single: Readonly<Record<string, (leaf: Leaf) => string>> = {
  template: (leaf) => joined(leaf.template, leaf.version),
  vendor: (leaf) => leaf.vendor,
  comm: (leaf) => joined(leaf.communication, leaf.channel),
  lob: (leaf) => leaf.lob,
  channel: (leaf) => leaf.channel,
  locale: (leaf) => leaf.locale,
};

/** What a leaf is fed from. */
const many: Readonly<Record<string, (upstream: Upstream) => Iterable<string>>> = {
  system: ({ systems }) => systems.keys(),
  flow: ({ flows }) => flows.keys(),
};

const inOrder = (values: Iterable<string>): string[] => [...new Set(values)].sort(byCodeUnit);
const placesOf = (values: readonly string[]): Map<string, number> =>
  new Map(values.map((value, place) => [value, place]));

/** Packs those of the values of each leaf that are told, ascending. */
function packSets(lists: readonly (readonly string[])[], values: readonly string[]): ValueSets {
  const places = placesOf(values);
  const packed = lists.map((list) => list.flatMap((value) => places.get(value) ?? []).sort((a, b) => a - b));
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of packed.entries()) starts[i + 1] = starts[i]! + list.length;
  return { starts, codes: Int32Array.from(packed.flat()) };
}

/** Values that some leaves have and others have not: the rest tells nothing apart. */
function telling(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return inOrder(counts.keys()).filter((value) => counts.get(value)! < lists.length);
}

/** Systems a message is made in: those of its steps, and the sender. */
export const makersOf = (leaf: Leaf, steps: ReadonlyMap<string, readonly Step[]>): string[] =>
  inOrder([...stepsOf(steps, leaf.communication, leaf.channel).map((step) => step.system), leaf.system]);

interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
}

const plainOf = (leaves: readonly Leaf[]): (Attribute & { readonly codes: Int32Array })[] =>
  Object.entries(single).map(([name, read]) => {
    const list = leaves.map(read);
    const values = inOrder(list);
    const places = placesOf(values);
    return { name, values, codes: Int32Array.from(list, (value) => places.get(value)!) };
  });

const setsOf = (upstream: readonly Upstream[]): (Attribute & { readonly sets: ValueSets })[] =>
  Object.entries(many).map(([name, read]) => {
    const lists = upstream.map((one) => [...read(one)]);
    const values = telling(lists);
    return { name, values, sets: packSets(lists, values) };
  });

/** Leaves with what errors may have in common, attributes that tell nothing apart left out. `upstream` by leaf. */
export function frameOf(leaves: readonly Leaf[], upstream: readonly Upstream[]): Frame {
  const plain = plainOf(leaves).filter(({ values }) => values.length > 1);
  const sets = setsOf(upstream).filter(({ values }) => values.length > 0);
  const all: Attribute[] = [...plain, ...sets];
  return {
    attributes: all.map(({ name }) => name),
    values: all.map(({ values }) => values),
    codes: plain.map(({ codes }) => codes),
    sets: sets.map((one) => one.sets),
    blanks: plain.map(({ values }) => (values[0] === '' ? 0 : undefined)),
  };
}
