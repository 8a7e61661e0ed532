import { byCodeUnit, covers } from '../../graph/index.js';
import type { EcosystemGraph, Way } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { readRolePlaces } from '../role-places.js';
import { isInTime, renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import { type Asked, readAsked } from './points.js';
import { readUses } from './uses.js';

/** Unknown latencies come after known ones. */
const speed = (way: Way): number => way.latency ?? Number.MAX_SAFE_INTEGER;

/** The quickest way by which another system that collects the field tells this one in time. */
function knownFrom(graph: EcosystemGraph, system: string, field: string): Way | undefined {
  return graph
    .collectors(field)
    .filter((other) => other !== system)
    .map((other) => graph.way(other, system, field))
    .filter((way) => isInTime(way, graph.agreed(field)))
    .sort(
      (a, b) =>
        speed(a) - speed(b) || a.flows.length - b.flows.length || byCodeUnit(a.systems[0]!, b.systems[0]!),
    )[0];
}

/** Creates `fact_collection`: each field asked at each point, who uses it, and who knew it already. */
async function computeAsked(store: Query, context: FactContext, asked: readonly Asked[]): Promise<void> {
  const { graph, inventory } = context;
  const files = await readFiles(store);
  const countUses = await readUses(store, graph, inventory);
  const rows = asked.map((entry): Row => {
    const known = knownFrom(graph, entry.system, entry.field);
    return {
      collection_point_id: entry.point,
      field: entry.field,
      system_id: entry.system,
      process: entry.process,
      required: entry.required,
      prefilled: entry.prefilled,
      legal_duty: entry.duty,
      persons_per_month: entry.persons,
      consumers: countUses(entry.system, entry.field),
      known_in: known?.systems[0] ?? null,
      known_latency_s: known?.latency ?? null,
      known_path: renderPath(known),
      evidence: renderEvidence(entry.codes, files),
    };
  });
  await writeFact(store, 'fact_collection', rows);
}

/** Keys and outcomes are not asked of customers for their own sake. */
const isCollected = (field: string): boolean => !covers('key', field) && !covers('outcome', field);

/** Sum of the known numbers of persons a month; null when none is known. */
function personsPerMonth(points: ReadonlyMap<string, number | null>): number | null {
  const known = [...points.values()].filter((persons) => persons !== null);
  return known.length === 0 ? null : known.reduce((sum, persons) => sum + persons, 0);
}

/** Creates `fact_collection_groups`: fields collected by groups of systems that do not tell each other. */
async function computeGroups(store: Query, graph: EcosystemGraph, asked: readonly Asked[]): Promise<void> {
  const files = await readFiles(store);
  const places = await readRolePlaces(store);
  const rows: Row[] = [];
  for (const field of graph.fields.filter(isCollected)) {
    const groups = graph.sources(field);
    if (groups.length < 2) continue;
    const systems = new Set(groups.flat());
    const here = asked.filter((entry) => entry.field === field && systems.has(entry.system));
    const points = new Map(here.map((entry) => [entry.point, entry.persons]));
    const codes = groups.flat().flatMap((system) => places.changing(system, field));
    rows.push({
      field,
      groups: groups.length,
      systems: groups.map((group) => group[0]).join('|'),
      points: [...points.keys()].join('|'),
      persons_per_month: personsPerMonth(points),
      evidence: renderEvidence(codes, files),
    });
  }
  await writeFact(store, 'fact_collection_groups', rows);
}

/** Creates `fact_collection` and `fact_collection_groups`. */
export async function compute(store: Query, context: FactContext): Promise<void> {
  const asked = await readAsked(store, context.graph);
  await computeAsked(store, context, asked);
  await computeGroups(store, context.graph, asked);
}
