import { type AskFuture, type FieldWays, futureOf } from '../../facts/future/field-ways.js';
import { createSupports } from '../../facts/future/supports.js';
import {
  type RowsByName,
  rowsByName,
  type Touched,
  touchedBy,
  touchingField,
} from '../../facts/future/touched.js';
import type { Initiative } from '../../model/roadmap.js';
import type { Supports } from '../../roadmap/bound.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import type { Satisfied } from '../../roadmap/weigh.js';
import type { Today, Wanted } from './read-ground.js';
import { arrivingFrom, bySource, type Source } from './wants-by-way.js';

type Weighed = Pick<Initiative, 'edits'>;

interface Numbered {
  readonly number: number;
  readonly edits: Initiative['edits'];
  readonly touched: Touched;
}

/** Wants that are satisfied, by id, each under the system it comes from. */
type SatisfiedFrom = ReadonlyMap<string, readonly number[]>;

interface Field {
  readonly ask: AskFuture;
  /** Seconds that a change may take. */
  readonly most: number;
  readonly wants: readonly Wanted[];
  readonly sources: readonly Source[];
  readonly ends: readonly string[];
  readonly touching: <T extends { touched: Touched }>(some: readonly T[]) => T[];
  readonly known: Map<string, SatisfiedFrom>;
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

function fieldsOf(today: Today, index: RowsByName, most: Agreed): Field[] {
  const byField = new Map<string, Wanted[]>();
  for (const want of today.wants) {
    const known = byField.get(want.field);
    if (known) known.push(want);
    else byField.set(want.field, [want]);
  }
  return [...byField].map(([field, wants]) => {
    const ends = [...new Set(wants.flatMap(({ from, to }) => [from, to]))];
    const ask = futureOf(today.ways, index, field, ends);
    const touching = touchingField(field);
    return { ask, most: most(field), wants, sources: bySource(wants), ends, touching, known: new Map() };
  });
}

const askFor = ({ ask }: Field, chosen: readonly Numbered[]): FieldWays =>
  ask(
    mergeEdits(chosen.map(({ edits }) => edits)),
    chosen.map(({ touched }) => touched),
  );

/** Wants of one field that initiatives satisfy; asked once for each set of those that touch it, and what they leave as it was not again. */
function satisfiedIn(field: Field, chosen: readonly Numbered[]): SatisfiedFrom {
  const touching = field.touching(chosen);
  const key = touching.map(({ number }) => number).join();
  const known = field.known.get(key);
  if (known) return known;
  const ways = askFor(field, touching);
  const today = touching.length === 0 ? undefined : satisfiedIn(field, []);
  const satisfied = new Map<string, readonly number[]>();
  for (const source of field.sources) {
    const asToday = ways.isMoved(source.from) ? undefined : today?.get(source.from);
    satisfied.set(source.from, asToday ?? arrivingFrom(source, ways, field.most).map(({ id }) => id));
  }
  field.known.set(key, satisfied);
  return satisfied;
}

/** Initiatives without any of which wants of a field stay unsatisfied, by want; those satisfied by none are left out. */
function supportsIn(field: Field, chosen: readonly Numbered[]): [number, number[]][] {
  const places = new Map(chosen.map(({ number }, place) => [number, place]));
  const touching = field.touching(chosen);
  const changes = touching.map((one) => askFor(field, [one]).change);
  const matters = createSupports(changes, askFor(field, []).flows, askFor(field, touching).flows, field.ends);
  const already = new Set([...satisfiedIn(field, []).values()].flat());
  return field.wants
    .filter(({ id }) => !already.has(id))
    .map(({ id, from, to }) => {
      const onTheWay = matters(from, to, field.most).map((at) => touching[at]!);
      const there = touching.filter(({ touched }) => touched.holders.has(to));
      return [id, [...new Set([...onTheWay, ...there])].map(({ number }) => places.get(number)!)];
    });
}

/** Seconds that a change of a field may take. */
type Agreed = (field: string) => number;

/** Wants that initiatives satisfy, in any order; and for a list of them, those that a want needs one of. */
export interface Scales {
  readonly satisfied: (initiatives: readonly Weighed[]) => Satisfied;
  readonly supports: (initiatives: readonly Weighed[]) => Supports;
}

/** Weighs initiatives on the wants of today: what they do together is exact, and costs little for each set of them. */
export function createScales(today: Today, most: Agreed = today.ways.graph.agreed): Scales {
  const index = rowsByName(today.ways.tables);
  const numbered = numbering(index);
  const fields = fieldsOf(today, index, most);
  return {
    satisfied: (initiatives) => {
      const chosen = initiatives.map(numbered).sort((a, b) => a.number - b.number);
      const flags = new Uint8Array(today.wants.length);
      for (const field of fields)
        for (const ids of satisfiedIn(field, chosen).values()) for (const id of ids) flags[id] = 1;
      return { has: (want) => flags[want] === 1 };
    },
    supports: (initiatives) => {
      const chosen = initiatives.map(numbered);
      const known = new Map(fields.flatMap((field) => supportsIn(field, chosen)));
      return (want) => known.get(want) ?? null;
    },
  };
}
