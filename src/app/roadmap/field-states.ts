import { type FieldFutures, futuresOf } from '../../facts/future/field-ways.js';
import { type FieldWays, joinFutures } from '../../facts/future/flows-with.js';
import type { RowsByName, Touched } from '../../facts/future/touched.js';
import { areApart, touchingField } from '../../facts/future/touched.js';
import { keepRecent, type Recent } from '../../graph/recent.js';
import type { Initiative } from '../../model/roadmap.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import { groupBy } from '../../text/group-by.js';
import { flagged, type Judge, judging } from './judge-wants.js';
import type { Today, Wanted } from './read-ground.js';
import { bySource } from './wants-by-way.js';

/** An initiative, its place in the order in which edits are merged, and what it touches. */
export interface Numbered {
  readonly number: number;
  readonly edits: Initiative['edits'];
  readonly touched: Touched;
}

/** What has become of a field: its ways, and whether they satisfy each of its wants, by place. */
export interface State {
  readonly ways: FieldWays;
  readonly satisfied: Uint8Array;
}

/** A field that wants are about. */
export interface Field {
  /** Seconds that a change may take. */
  readonly most: number;
  readonly wants: readonly Wanted[];
  readonly ids: Int32Array;
  readonly ends: readonly string[];
  readonly today: State;
  readonly changed: FieldFutures['changed'];
  readonly touching: (some: readonly Numbered[]) => Numbered[];
  readonly judge: Judge;
  /** What sets of initiatives satisfy. */
  readonly known: Map<string, Uint8Array>;
  /** States of lists of initiatives, for others that begin with them. */
  readonly recent: Recent<string, State>;
}

/** Enough for a list that is built up step by step and all that is tried beside it at a step. */
const statesKept = 48;

function fieldOf(
  { ways }: Today,
  index: RowsByName,
  field: string,
  wants: readonly Wanted[],
  most: number,
): Field {
  const ends = [...new Set(wants.flatMap(({ from, to }) => [from, to]))];
  const { today, changed } = futuresOf(ways, index, field, ends);
  const sources = bySource(wants);
  const placeOf = new Map(wants.map((want, place) => [want, place]));
  const flag = flagged(most, placeOf);
  const satisfied = new Uint8Array(wants.length);
  const set = flag(today, satisfied);
  for (const { from, targets } of sources) for (const target of targets) set(from, target);
  return {
    most,
    wants,
    ids: Int32Array.from(wants, ({ id }) => id),
    ends,
    today: { ways: today, satisfied },
    changed,
    touching: touchingField(field),
    judge: judging(sources, placeOf, flag),
    known: new Map(),
    recent: keepRecent(statesKept),
  };
}

/** The fields that wants of today are about; `most` gives the seconds that a change of one may take. */
export const fieldsOf = (today: Today, index: RowsByName, most: (field: string) => number): Field[] =>
  [...groupBy(today.wants, ({ field }) => field)].map(([field, wants]) =>
    fieldOf(today, index, field, wants, most(field)),
  );

export const inOrder = (chosen: readonly Numbered[]): Numbered[] =>
  [...chosen].sort((a, b) => a.number - b.number);

/** The ways of a field where more initiatives are carried out, `fresh` among them. */
export const waysWith = (
  { changed }: Field,
  before: FieldWays,
  chosen: readonly Numbered[],
  fresh: readonly Numbered[],
): FieldWays =>
  changed(
    before,
    mergeEdits(inOrder(chosen).map(({ edits }) => edits)),
    fresh.map(({ touched }) => touched),
  );

const keyOf = (chosen: readonly Numbered[]): string => chosen.map(({ number }) => number).join();

/** The state without the last but one of these, where it is at hand and tells most of what both bring about. */
function besideOf({ recent }: Field, chosen: readonly Numbered[]): State | undefined {
  const [one, last] = chosen.slice(-2);
  if (one === undefined || last === undefined || !areApart(one.touched, last.touched)) return undefined;
  return recent.get(keyOf([...chosen.slice(0, -2), last]));
}

/** A field with the last of these initiatives carried out after the others. */
function stateOf(field: Field, chosen: readonly Numbered[]): State {
  const last = chosen.at(-1);
  if (last === undefined) return field.today;
  const key = keyOf(chosen);
  const kept = field.recent.get(key);
  if (kept) return kept;
  const before = stateOf(field, chosen.slice(0, -1));
  const beside = besideOf(field, chosen);
  const ways = beside
    ? joinFutures(before.ways, beside.ways)
    : waysWith(field, before.ways, chosen, last.touched.wide ? chosen : [last]);
  const state = { ways, satisfied: field.judge(ways, before.satisfied, beside?.satisfied) };
  field.recent.set(key, state);
  return state;
}

/** Places of the wants of a field that initiatives satisfy, those that begin the list known from before. */
export function satisfiedIn(field: Field, chosen: readonly Numbered[]): Uint8Array {
  const touching = field.touching(chosen);
  const key = keyOf(inOrder(touching));
  const known = field.known.get(key) ?? stateOf(field, touching).satisfied;
  field.known.set(key, known);
  return known;
}
