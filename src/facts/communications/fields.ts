import { byCodeUnit, covers } from '../../graph/index.js';
import type { EcosystemGraph, Inventory } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import { renderEvidence } from '../evidence.js';
import { type Course, composing, isPersonal } from './knowledge.js';
import type { Keeper, Message } from './read.js';
import type { Way } from './routes.js';

/** A field of a communication, and how far it gets on one of its ways. */
export interface Standing {
  readonly message: Message;
  readonly way: Way;
  readonly field: string;
  readonly listed: boolean;
  readonly required: boolean;
  readonly composedIn: string;
  readonly state: 'reaches' | 'stops' | 'nowhere' | 'unknown';
  /** Who knows it best. */
  readonly holder: string | null;
  readonly fillRate: string | null;
  readonly holders: number;
  readonly last: string | null;
  readonly next: string | null;
  readonly age: number | null;
  readonly codes: readonly number[];
}

/** What texts gain from, whether or not anybody asked for it. */
const usable = ['person.name', 'person.language', 'preference.language', 'preference.channel'];

/** Whether the communication could use a field that it does not name. */
function couldUse({ type }: Message, ways: readonly Way[], field: string): boolean {
  if (covers('product', field)) return type.split('/')[0] === 'marketing';
  if (field === 'preference.delivery') return new Set(ways.map(({ channel }) => channel)).size > 1;
  return usable.some((one) => covers(one, field));
}

interface Wish {
  readonly field: string;
  readonly listed: boolean;
  readonly required: boolean;
  readonly code: number;
}

/** Leaf fields the communication names, the longest path speaking, and those it could use; none where it names none. */
function wishesOf(graph: EcosystemGraph, message: Message, ways: readonly Way[]): Wish[] {
  if (message.needs.length === 0) return [];
  const needs = [...message.needs].sort((a, b) => b.field.length - a.field.length);
  return graph.fields.flatMap((field): Wish[] => {
    const need = needs.find((one) => covers(one.field, field));
    if (need) return [{ field, listed: true, required: need.required, code: need.code }];
    const isKnown = graph.holders(field).length > 0;
    return isKnown && couldUse(message, ways, field)
      ? [{ field, listed: false, required: false, code: message.code }]
      : [];
  });
}

const keeping = new Set(['masters', 'collects', 'holds']);
const rank = ({ role }: Keeper): number => (role === 'masters' ? 0 : 1);

/** Answers who knows a field best: a master, else whoever has it filled most. */
export function keeperFinder(keepers: readonly Keeper[]): (field: string) => Keeper | undefined {
  const known = new Map<string, Keeper | undefined>();
  return (field) => {
    if (!known.has(field)) known.set(field, bestKeeper(keepers, field));
    return known.get(field);
  };
}

function bestKeeper(keepers: readonly Keeper[], field: string): Keeper | undefined {
  return keepers
    .filter((keeper) => keeping.has(keeper.role) && covers(keeper.field, field))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        Number(b.fillRate ?? -1) - Number(a.fillRate ?? -1) ||
        byCodeUnit(a.system, b.system),
    )[0];
}

/** Systems of which the inventory says what they receive or keep. */
export const describedBy = ({ flows }: Inventory, keepers: readonly Keeper[]): ReadonlySet<string> =>
  new Set([
    ...flows.flatMap(({ to, fields }) => (fields.length > 0 ? [to] : [])),
    ...keepers.flatMap(({ role, system }) => (keeping.has(role) ? [system] : [])),
  ]);

type Reach = Pick<Standing, 'composedIn' | 'state' | 'last' | 'next' | 'age'>;

/** Where on the way the field is lost: the last system that has it, and the next that does not get it. */
function breakOf(way: Way, course: Course, end: number, holder: string | null): [string | null, string] {
  const knows = (i: number) => course.stations[i]!.find(({ known }) => known);
  const lacks = (i: number) => course.stations[i]!.find(({ known }) => !known);
  let last = end;
  while (last >= 0 && !(lacks(last) === undefined || (last < end && knows(last)))) last -= 1;
  const following = way.stations.findIndex((_, i) => i > last && i <= end && lacks(i) !== undefined);
  const process = way.stations.findIndex((station) => station.some(({ kind }) => kind === 'process'));
  const next = last < 0 && process >= 0 && process <= end ? process : following;
  return [last < 0 ? holder : knows(last)!.system, lacks(next)!.system];
}

function reachOf(
  { graph, described }: Sources,
  way: Way,
  field: string,
  course: Course,
  holder: string | null,
): Reach {
  const end = way.stations.indexOf(composing(way));
  const arrived = course.stations[end]!;
  const composedIn = (arrived.find(({ known }) => !known) ?? arrived[0]!).system;
  const ages = arrived.flatMap(({ age }) => age ?? []);
  const isThere = isPersonal(field)
    ? arrived.every(({ known }) => known)
    : course.stations.slice(0, -1).some((station) => station.some(({ known }) => known)) ||
      arrived.some(({ known }) => known);
  const found = { composedIn, last: null, next: null, age: ages.length > 0 ? Math.max(...ages) : null };
  if (isThere) return { ...found, state: 'reaches' };
  if (graph.holders(field).length === 0) return { ...found, state: 'nowhere' };
  if (!described.has(composedIn)) return { ...found, state: 'unknown' };
  const [last, next] = breakOf(way, course, end, holder);
  return { ...found, state: 'stops', last, next };
}

/** What standings are found from. */
export interface Sources {
  readonly graph: EcosystemGraph;
  readonly described: ReadonlySet<string>;
  readonly follow: (way: Way, field: string) => Course;
  readonly keeperOf: (field: string) => Keeper | undefined;
}

/** Every field a communication names or could use, on each of its ways. */
export function standingsOf(sources: Sources, message: Message, ways: readonly Way[]): Standing[] {
  const { graph, follow, keeperOf } = sources;
  return wishesOf(graph, message, ways).flatMap((wish) => {
    const { field, listed, required } = wish;
    const keeper = keeperOf(field);
    const holders = graph.holders(field);
    const holder = keeper?.system ?? holders[0] ?? null;
    return ways.map((way): Standing => {
      const reach = reachOf(sources, way, field, follow(way, field), holder);
      const codes = [wish.code, ...(keeper ? [keeper.code] : [])];
      const known = { holder, fillRate: keeper?.fillRate ?? null, holders: holders.length };
      return { message, way, field, listed, required, codes, ...known, ...reach };
    });
  });
}

const badness: readonly string[] = ['stops', 'nowhere', 'unknown', 'reaches'];

/** `fact_communication_fields`: one row a communication and field, of its ways the one on which it gets least far. */
export function fieldRows(standings: readonly Standing[], files: ReadonlyMap<number, string>): Row[] {
  const worst = new Map<string, Standing>();
  for (const standing of standings) {
    const key = JSON.stringify([standing.message.id, standing.field]);
    const known = worst.get(key);
    if (!known || badness.indexOf(standing.state) < badness.indexOf(known.state)) worst.set(key, standing);
  }
  return [...worst.values()].map((standing): Row => {
    const { message, field, listed, required, composedIn, state, holder, holders, last, next } = standing;
    return {
      communication_id: message.id,
      field,
      listed,
      required,
      composed_in: composedIn,
      state,
      held_by: holder,
      holders,
      fill_rate: standing.fillRate,
      last_system_id: last,
      next_system_id: next,
      age_s: standing.age,
      evidence: renderEvidence(standing.codes, files),
    };
  });
}
