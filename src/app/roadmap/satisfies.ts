import { createSupports, type FlowChange, inCompany } from '../../facts/future/supports.js';
import { type RowsByName, rowsByName, touchedBy } from '../../facts/future/touched.js';
import type { Initiative } from '../../model/roadmap.js';
import type { Supports } from '../../roadmap/bound.js';
import type { Satisfied } from '../../roadmap/weigh.js';
import { type Field, fieldsOf, type Numbered, satisfiedIn, waysWith } from './field-states.js';
import type { Today } from './read-ground.js';

type Weighed = Pick<Initiative, 'edits'>;

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

type Changes = (changes: readonly FlowChange[], together: FlowChange) => readonly FlowChange[];

/** Initiatives without any of which wants of a field stay unsatisfied, by want; those satisfied by none are left out. */
function supportsIn(field: Field, chosen: readonly Numbered[], of: Changes): [number, number[]][] {
  const { today, wants, ends, most } = field;
  const places = new Map(chosen.map(({ number }, place) => [number, place]));
  const touching = field.touching(chosen);
  const waysBy = (some: readonly Numbered[]) => waysWith(field, today.ways, some, some);
  const together = waysBy(touching);
  const changes = of(
    touching.map((one) => waysBy([one]).change),
    together.change,
  );
  const matters = createSupports(changes, today.ways.flows, together.flows, ends);
  return wants
    .filter((_, place) => today.satisfied[place] === 0)
    .map(({ id, from, to }) => {
      const onTheWay = matters(from, to, most).map((at) => touching[at]!);
      const there = touching.filter(({ touched }) => touched.holders.has(to));
      return [id, [...new Set([...onTheWay, ...there])].map(({ number }) => places.get(number)!)];
    });
}

/** Puts flags where they belong. */
function spread(flags: Uint8Array, places: Int32Array, among: Uint8Array): void {
  for (let i = 0; i < flags.length; i++) among[places[i]!] = flags[i]!;
}

/** Wants that initiatives satisfy, in any order; and for a list of them, by want, those it needs one of. */
export interface Scales {
  readonly satisfied: (initiatives: readonly Weighed[]) => Satisfied;
  readonly supports: (initiatives: readonly Weighed[]) => Supports;
  /** Those that can matter to a want, whatever others of the list are carried out. */
  readonly related: (initiatives: readonly Weighed[]) => Supports;
}

/**
 * Weighs initiatives on the wants of today: what they do together is exact, and costs little for each that comes to a
 * list weighed before. `most` gives the seconds that a change of a field may take.
 */
export function createScales(
  today: Today,
  most: (field: string) => number = today.ways.graph.agreed,
): Scales {
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
      const chosen = initiatives.map(numbered);
      const flags = new Uint8Array(today.wants.length);
      for (const field of fields) spread(satisfiedIn(field, chosen), field.ids, flags);
      return { has: (want) => flags[want] === 1 };
    },
    supports: supportsBy((changes) => changes),
    related: supportsBy(inCompany),
  };
}
