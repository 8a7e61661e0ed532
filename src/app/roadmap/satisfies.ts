import { type AskFuture, type FieldWays, futureOf } from '../../facts/future/field-ways.js';
import { createSupports } from '../../facts/future/supports.js';
import {
  type RowsByName,
  rowsByName,
  type Touched,
  touchedBy,
  touchingField,
} from '../../facts/future/touched.js';
import { arriving } from '../../facts/preferences/pairs.js';
import { isKeyMissing } from '../../facts/ways.js';
import type { Initiative } from '../../model/roadmap.js';
import type { Supports } from '../../roadmap/bound.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import type { Today, Wanted } from './read-ground.js';

/** Nothing in the inventory keeps the choice from arriving in time, in seconds. Where it is unsure, the answer is no. */
function arrives(want: Wanted, { way: wayOf, collectors, keys }: FieldWays, most: number): boolean {
  const { cause, from, to, field, judged, shortest } = want;
  if (cause === 'conflicting_master' && collectors.has(to)) return false;
  if (from === to) return true;
  const way = wayOf(from, to);
  if (!way) return false;
  const seconds = way.latency ?? 0;
  if (seconds > most || (judged.class === 'violation' && seconds > shortest)) return false;
  const value = arriving(way, field, judged.choice);
  const isWrong = value !== judged.choice && value === judged.held;
  return !isWrong && !isKeyMissing(way, field, keys(to));
}

type Weighed = Pick<Initiative, 'edits'>;

interface Numbered {
  readonly number: number;
  readonly edits: Initiative['edits'];
  readonly touched: Touched;
}

interface Field {
  readonly ask: AskFuture;
  readonly wants: readonly Wanted[];
  readonly ends: readonly string[];
  readonly touching: <T extends { touched: Touched }>(some: readonly T[]) => T[];
  readonly known: Map<string, readonly number[]>;
}

/** Initiatives with a number for each, as they come, and what it touches. */
function numbering(index: RowsByName): (initiative: Weighed) => Numbered {
  const known = new Map<Weighed, Numbered>();
  return (initiative) => {
    const { edits } = initiative;
    const one = known.get(initiative) ?? { number: known.size, edits, touched: touchedBy(edits, index) };
    known.set(initiative, one);
    return one;
  };
}

function fieldsOf(today: Today, index: RowsByName): Field[] {
  const byField = new Map<string, Wanted[]>();
  for (const want of today.wants) {
    const known = byField.get(want.field);
    if (known) known.push(want);
    else byField.set(want.field, [want]);
  }
  return [...byField].map(([field, wants]) => {
    const ends = [...new Set(wants.flatMap(({ from, to }) => [from, to]))];
    const ask = futureOf(today.ways, index, field, ends);
    return { ask, wants, ends, touching: touchingField(field), known: new Map() };
  });
}

const askFor = ({ ask }: Field, chosen: readonly Numbered[]): FieldWays =>
  ask(
    mergeEdits(chosen.map(({ edits }) => edits)),
    chosen.map(({ touched }) => touched),
  );

/** Wants of one field that initiatives satisfy; asked once for each set of those that touch it. */
function satisfiedIn(field: Field, chosen: readonly Numbered[], most: Agreed): readonly number[] {
  const touching = field.touching(chosen);
  const key = touching.map(({ number }) => number).join();
  const known = field.known.get(key);
  if (known) return known;
  const ways = askFor(field, touching);
  const satisfied = field.wants.filter((want) => arrives(want, ways, most(want.field))).map(({ id }) => id);
  field.known.set(key, satisfied);
  return satisfied;
}

/** Initiatives without any of which wants of a field stay unsatisfied, by want; those satisfied by none are left out. */
function supportsIn(field: Field, chosen: readonly Numbered[], most: Agreed): [number, number[]][] {
  const places = new Map(chosen.map(({ number }, place) => [number, place]));
  const touching = field.touching(chosen);
  const changes = touching.map((one) => askFor(field, [one]).change);
  const matters = createSupports(changes, askFor(field, []).flows, askFor(field, touching).flows, field.ends);
  const already = new Set(satisfiedIn(field, [], most));
  return field.wants
    .filter(({ id }) => !already.has(id))
    .map(({ id, from, to, field: of }) => {
      const onTheWay = matters(from, to, most(of)).map((at) => touching[at]!);
      const there = touching.filter(({ touched }) => touched.holders.has(to));
      return [id, [...new Set([...onTheWay, ...there])].map(({ number }) => places.get(number)!)];
    });
}

/** Seconds that a change of a field may take. */
type Agreed = (field: string) => number;

/** Wants that initiatives satisfy, in any order; and for a list of them, those that a want needs one of. */
export interface Scales {
  readonly satisfied: (initiatives: readonly Weighed[]) => ReadonlySet<number>;
  readonly supports: (initiatives: readonly Weighed[]) => Supports;
}

/** Weighs initiatives on the wants of today: what they do together is exact, and costs little for each set of them. */
export function createScales(today: Today, most: Agreed = today.ways.graph.agreed): Scales {
  const index = rowsByName(today.ways.tables);
  const numbered = numbering(index);
  const fields = fieldsOf(today, index);
  return {
    satisfied: (initiatives) => {
      const chosen = initiatives.map(numbered).sort((a, b) => a.number - b.number);
      return new Set(fields.flatMap((field) => satisfiedIn(field, chosen, most)));
    },
    supports: (initiatives) => {
      const chosen = initiatives.map(numbered);
      const known = new Map(fields.flatMap((field) => supportsIn(field, chosen, most)));
      return (want) => known.get(want) ?? null;
    },
  };
}
