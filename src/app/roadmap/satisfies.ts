import { type AskFuture, type FieldWays, futureOf } from '../../facts/future/field-ways.js';
import { createSupports, type FlowChange, inCompany } from '../../facts/future/supports.js';
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
import { arrivingBy, bySource, type Source, type Target } from './wants-by-way.js';

type Weighed = Pick<Initiative, 'edits'>;

interface Numbered {
  readonly number: number;
  readonly edits: Initiative['edits'];
  readonly touched: Touched;
}

interface Field {
  readonly ask: AskFuture;
  /** Seconds that a change may take. */
  readonly most: number;
  readonly wants: readonly Wanted[];
  readonly sources: readonly Source[];
  readonly ends: readonly string[];
  readonly touching: <T extends { touched: Touched }>(some: readonly T[]) => T[];
  /** Wants that are satisfied today. */
  readonly today: ReadonlyMap<Target, readonly Wanted[]>;
  /** Ids of those that sets of initiatives satisfy. */
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
    const sources = bySource(wants);
    const arriving = arrivingBy(ask([], []), most(field));
    return {
      ask,
      most: most(field),
      wants,
      sources,
      ends,
      touching: touchingField(field),
      today: new Map(
        sources.flatMap(({ from, targets }) => targets.map((one) => [one, arriving(from, one)])),
      ),
      known: new Map(),
    };
  });
}

const askFor = ({ ask }: Field, chosen: readonly Numbered[]): FieldWays =>
  ask(
    mergeEdits(chosen.map(({ edits }) => edits)),
    chosen.map(({ touched }) => touched),
  );

/** Ids of wants of one field that initiatives satisfy; asked once for each set of those that touch it, and what they leave as it was not again. */
function satisfiedIn(field: Field, chosen: readonly Numbered[]): readonly number[] {
  const touching = field.touching(chosen);
  const key = touching.map(({ number }) => number).join();
  const known = field.known.get(key);
  if (known) return known;
  const ways = askFor(field, touching);
  const arriving = arrivingBy(ways, field.most);
  const satisfied: number[] = [];
  for (const { from, targets } of field.sources) {
    const isMoved = ways.movedFrom(from);
    for (const target of targets)
      for (const { id } of isMoved(target.to) ? arriving(from, target) : field.today.get(target)!)
        satisfied.push(id);
  }
  field.known.set(key, satisfied);
  return satisfied;
}

type Changes = (changes: readonly FlowChange[], together: FlowChange) => readonly FlowChange[];

/** Initiatives without any of which wants of a field stay unsatisfied, by want; those satisfied by none are left out. */
function supportsIn(field: Field, chosen: readonly Numbered[], of: Changes): [number, number[]][] {
  const places = new Map(chosen.map(({ number }, place) => [number, place]));
  const touching = field.touching(chosen);
  const together = askFor(field, touching);
  const changes = of(
    touching.map((one) => askFor(field, [one]).change),
    together.change,
  );
  const matters = createSupports(changes, askFor(field, []).flows, together.flows, field.ends);
  const already = new Set(satisfiedIn(field, []));
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

/** Wants that initiatives satisfy, in any order; and for a list of them, by want, those it needs one of. */
export interface Scales {
  readonly satisfied: (initiatives: readonly Weighed[]) => Satisfied;
  readonly supports: (initiatives: readonly Weighed[]) => Supports;
  /** Those that can matter to a want, whatever others of the list are carried out. */
  readonly related: (initiatives: readonly Weighed[]) => Supports;
}

/** Weighs initiatives on the wants of today: what they do together is exact, and costs little for each set of them. */
export function createScales(today: Today, most: Agreed = today.ways.graph.agreed): Scales {
  const index = rowsByName(today.ways.tables);
  const numbered = numbering(index);
  const fields = fieldsOf(today, index, most);
  const supportsBy =
    (of: Changes) =>
    (initiatives: readonly Weighed[]): Supports => {
      const chosen = initiatives.map(numbered);
      const known = new Map(fields.flatMap((field) => supportsIn(field, chosen, of)));
      return (want) => known.get(want) ?? null;
    };
  return {
    satisfied: (initiatives) => {
      const chosen = initiatives.map(numbered).sort((a, b) => a.number - b.number);
      const flags = new Uint8Array(today.wants.length);
      for (const field of fields) for (const id of satisfiedIn(field, chosen)) flags[id] = 1;
      return { has: (want) => flags[want] === 1 };
    },
    supports: supportsBy((changes) => changes),
    related: supportsBy(inCompany),
  };
}
