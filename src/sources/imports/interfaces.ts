import type { Value } from '../../store/store.js';
import type { Gatherer } from './gatherer.js';
import type { At } from './types.js';

/** A field as one side of an interface calls it: `place` is what both sides share, such as the path in the message. */
export interface UsedField {
  readonly place: string;
  readonly field: string;
}

/** A system that gives to an interface or takes from it. */
export interface Use {
  readonly system: string;
  readonly fields: readonly UsedField[];
  readonly at: At;
  /** The file that says so. */
  readonly gatherer: Gatherer;
}

/** A channel, API or data object over which systems exchange data. */
interface Interface {
  readonly id: string;
  readonly name: string;
  readonly mechanism: string | null;
  readonly technology: string | null;
  readonly silo: string | null;
  /** Where only one side is known, it stands as a system for the other; default yes. */
  readonly standsAlone?: boolean;
  readonly givers: Use[];
  readonly takers: Use[];
}

/** Pairs what the giver sends with what the taker reads; where one side states nothing, the other speaks for both. */
function pairs(given: readonly UsedField[], taken: readonly UsedField[]): [string, string][] {
  if (taken.length === 0) return given.map(({ field }) => [field, field]);
  if (given.length === 0) return taken.map(({ field }) => [field, field]);
  const own = new Set(given.map(({ field }) => field));
  const byPlace = new Map(given.map(({ place, field }) => [place, field]));
  return taken.flatMap(({ place, field }): [string, string][] => {
    const source = own.has(field) ? field : byPlace.get(place);
    return source === undefined ? [] : [[source, field]];
  });
}

interface Edge {
  readonly flow_id: string;
  readonly from: string;
  readonly to: string;
  readonly fields: readonly [string, string][];
  /** Whose file the edge stands in. */
  readonly by: Use;
}

function write({ flow_id, from, to, fields, by }: Edge, mechanism: string | null): void {
  const cells: Record<string, Value> = { flow_id, from_system_id: from, to_system_id: to, mechanism };
  by.gatherer.add('flows', cells, by.at);
  for (const [source_field, target_field] of fields) {
    const field = { flow_id, source_field, target_field, transform: 'identity' };
    by.gatherer.add('flow_fields', field, by.at);
  }
}

function openEnd({ id, name, technology, silo }: Interface, by: Use): void {
  const cells = { system_id: id, name, technology, silo_id: silo };
  by.gatherer.add('systems', cells, by.at, { kind: 'other' });
}

const same = (fields: readonly UsedField[]): [string, string][] => fields.map(({ field }) => [field, field]);

/** Edges of an interface: from each giver to each other taker; what has no partner ends at the interface itself. */
function edgesOf(one: Interface): { edges: Edge[]; open: Use[] } {
  const { id, givers, takers } = one;
  const partners = (use: Use, others: readonly Use[]) => others.filter(({ system }) => system !== use.system);
  const direct = takers.flatMap((taker) =>
    partners(taker, givers).map((giver): Edge => {
      const [from, to] = [giver.system, taker.system];
      return {
        flow_id: `${id}: ${from} > ${to}`,
        from,
        to,
        fields: pairs(giver.fields, taker.fields),
        by: taker,
      };
    }),
  );
  const lonely = (uses: readonly Use[], others: readonly Use[]) =>
    one.standsAlone === false ? [] : uses.filter((use) => partners(use, others).length === 0);
  const lonelyGivers = lonely(givers, takers);
  const lonelyTakers = lonely(takers, givers);
  const out = lonelyGivers.map((by): Edge => {
    const [from, to] = [by.system, id];
    return { flow_id: `${id}: ${from} >`, from, to, fields: same(by.fields), by };
  });
  const into = lonelyTakers.map((by): Edge => {
    const [from, to] = [id, by.system];
    return { flow_id: `${id}: > ${to}`, from, to, fields: same(by.fields), by };
  });
  return { edges: [...direct, ...out, ...into], open: [...lonelyGivers, ...lonelyTakers] };
}

/**
 * Turns an interface into flows. Where only one side is known, the interface stands as a system for the other, so that
 * the open end shows on the map and goes away once somebody says who is there.
 */
function writeInterface(one: Interface): void {
  const { edges, open } = edgesOf(one);
  if (open[0] !== undefined) openEnd(one, open[0]);
  for (const edge of edges) write(edge, one.mechanism);
}

/** Adds a use; a system that uses an interface twice uses it once, with the fields of both. */
function addUse(uses: Use[], use: Use): void {
  const at = uses.findIndex(({ system }) => system === use.system);
  if (at < 0) uses.push(use);
  else uses[at] = { ...uses[at]!, fields: [...uses[at]!.fields, ...use.fields] };
}

/** The interfaces of all files of a format. */
export class Interfaces {
  private readonly byId = new Map<string, Interface>();

  /** The interface of that id; the first to name it says what it is. */
  private of(about: Omit<Interface, 'givers' | 'takers'>): Interface {
    const one = this.byId.get(about.id) ?? { ...about, givers: [], takers: [] };
    this.byId.set(about.id, one);
    return one;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  give(about: Omit<Interface, 'givers' | 'takers'>, use: Use): void {
    addUse(this.of(about).givers, use);
  }

  take(about: Omit<Interface, 'givers' | 'takers'>, use: Use): void {
    addUse(this.of(about).takers, use);
  }

  write(): void {
    for (const one of this.byId.values()) writeInterface(one);
  }
}
