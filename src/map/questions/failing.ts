import { buildEcosystemGraph } from '../../graph/index.js';
import { remember } from '../../graph/remember.js';
import type { EcosystemGraph } from '../../graph/types.js';
import type { Atlas } from '../estate.js';
import { toInventory } from '../inventory.js';
import type { MapCommunication } from '../model.js';

/** A communication that suffers when a system fails. */
export interface Hit {
  readonly communication: MapCommunication;
  /** It cannot go out at all, or not on these channels. */
  readonly stops: 'all' | readonly string[];
  /** Fields it needs that nobody supplies any more. */
  readonly starves: readonly string[];
}

/** A field that no longer gets from one system to another. */
export interface Cut {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** The same ecosystem after one system has failed. */
export function graphWithout(atlas: Atlas, id: string): EcosystemGraph {
  return buildEcosystemGraph(toInventory(atlas.map, new Set([id])), (field) => atlas.graph.agreed(field));
}

/** What arrived somewhere, and does not any more. */
export const cutsOf = (atlas: Atlas, after: EcosystemGraph, id: string): Cut[] =>
  atlas.demands
    .filter(({ from, to, path }) => from !== id && to !== id && path.length > 0)
    .filter(({ from, to, field }) => !after.reaches(from, to, field))
    .map(({ field, from, to }) => ({ field, from, to }));

/** Whether one of the systems holds the field or gets it from one that does. */
const supplies = (graph: EcosystemGraph, systems: ReadonlySet<string>, field: string): boolean =>
  graph
    .holders(field)
    .some((holder) => systems.has(holder) || [...systems].some((to) => graph.reaches(holder, to, field)));

/** Channels a communication loses with a system; all of them when no chain of steps is left. */
function stopsOf({ steps }: MapCommunication, id: string): Hit['stops'] {
  const channels = [...new Set(steps.map(({ channel }) => channel ?? ''))];
  const lost = channels.filter((channel) =>
    steps.some((step) => (step.channel ?? '') === channel && step.system_id === id),
  );
  return lost.length > 0 && lost.length === channels.length ? 'all' : lost;
}

/** The communications that suffer, those that stop altogether first. */
export function hitsOf(atlas: Atlas, after: EcosystemGraph, id: string): Hit[] {
  const hits = atlas.map.communications.map((communication): Hit => {
    const stops = stopsOf(communication, id);
    const before = new Set(communication.steps.map(({ system_id }) => system_id));
    const left = new Set([...before].filter((system) => system !== id));
    const starves = communication.fields
      .map(({ field }) => field)
      .filter((field) => supplies(atlas.graph, before, field) && !supplies(after, left, field));
    return { communication, stops, starves: stops === 'all' ? [] : [...new Set(starves)] };
  });
  return hits.filter(({ stops, starves }) => stops === 'all' || stops.length > 0 || starves.length > 0);
}

/** The system whose customers a communication is for: of its process, else of its source, else the first. */
export const audienceOf = ({ steps }: MapCommunication): string | undefined =>
  (steps.find(({ kind }) => kind === 'process') ?? steps.find(({ kind }) => kind === 'source') ?? steps[0])
    ?.system_id;

/** Distinct persons with a record in at least one of the systems. */
export type CountPersons = (systems: readonly string[]) => Promise<number>;

/** A communication that suffers, and how many persons it is for; null when nobody knows. */
export interface Harm extends Hit {
  readonly persons: number | null;
}

const rank = ({ stops }: Hit): number => (stops === 'all' ? 0 : stops.length > 0 ? 1 : 2);

/**
 * Persons by communication: those with a record in the system that sends it to its customers. What cannot go out at all
 * comes first, of these what most persons wait for.
 */
export async function harmsOf(
  atlas: Atlas,
  hits: readonly Hit[],
  countPersons: CountPersons,
): Promise<Harm[]> {
  const count = remember((system: string) => countPersons([system]));
  const harms: Harm[] = [];
  for (const hit of hits) {
    const audience = audienceOf(hit.communication);
    const persons = atlas.persons === 0 || audience === undefined ? null : await count(audience);
    harms.push({ ...hit, persons });
  }
  return harms.sort((a, b) => rank(a) - rank(b) || (b.persons ?? 0) - (a.persons ?? 0));
}
