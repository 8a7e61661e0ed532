import { byCodeUnit, covers } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
import { toMs } from '../../store/dialect.js';
import type { Query, Row } from '../../store/store.js';
import { addTo, groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence, rowCode } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { type Route, routesOf, type Step } from './steps.js';

interface Point {
  readonly system: string;
  readonly kind: 'choice' | 'regulatory';
  readonly item: string;
  readonly cut: number;
  readonly of: number;
  readonly codes: readonly number[];
}

/** Systems on every way of a choice from where it is made to where it is held, with the pairs they would part. */
function choicePoints(graph: EcosystemGraph, field: string): Point[] {
  const pairs = graph
    .collectors(field)
    .flatMap((from) => graph.holders(field).map((to) => [from, to] as const))
    .filter(([from, to]) => from !== to && graph.reaches(from, to, field));
  const cut = new Map<string, number>();
  for (const [from, to] of pairs)
    for (const system of graph.passes(from, to, field)) cut.set(system, (cut.get(system) ?? 0) + 1);
  return [...cut].map(([system, count]) => ({
    system,
    kind: 'choice',
    item: field,
    cut: count,
    of: pairs.length,
    codes: [],
  }));
}

/** Systems that compose or deliver a regulatory communication on each of its channels, alone in that. */
function routePoints(routes: readonly Route[], kind: 'composition' | 'delivery'): Point[] {
  const byCommunication = groupBy(routes, (route) => route.communication);
  const needed = new Map<string, number[][]>();
  for (const group of byCommunication.values()) {
    const stations = group.map(({ steps }) => steps.filter((step) => step.kind === kind));
    const systems = new Set(stations.flat().map((step) => step.system));
    const [only] = systems;
    if (systems.size !== 1 || stations.some((steps) => steps.length === 0)) continue;
    addTo(
      needed,
      only!,
      stations.flat().map((step) => step.code),
    );
  }
  return [...needed].map(([system, codes]) => ({
    system,
    kind: 'regulatory',
    item: kind,
    cut: codes.length,
    of: byCommunication.size,
    codes: codes.flat(),
  }));
}

type SystemRow = { system_id: string; legacy: boolean; ends: number | null; code: number };

/** Systems with their end, in days of 24 hours from the clock of the run. */
async function readEnds(store: Query, asOf: string): Promise<ReadonlyMap<string, SystemRow>> {
  const rows = await store.all<SystemRow>(
    `SELECT system_id, coalesce(legacy, false) AS legacy,
            ${toMs('CAST(end_of_support AS TIMESTAMP)')} AS ends, ${rowCode('s')} AS code
     FROM std_systems s ORDER BY system_id, code DESC`,
  );
  const day = 86_400_000;
  const inDays = (ends: number | null) =>
    ends === null ? null : Math.floor((Number(ends) - Date.parse(asOf)) / day);
  return new Map(rows.map((row) => [row.system_id, { ...row, ends: inDays(row.ends) }]));
}

/** Creates `fact_single_points`: systems without which choices or regulatory messages arrive nowhere. */
export async function computeSinglePoints(
  store: Query,
  { graph, asOf }: FactContext,
  steps: readonly Step[],
): Promise<void> {
  const files = await readFiles(store);
  const systems = await readEnds(store, asOf);
  const routes = routesOf(steps);
  const choices = graph.fields.filter((field) => covers('preference', field));
  const points = [
    ...choices.flatMap((field) => choicePoints(graph, field)),
    ...routePoints(routes, 'composition'),
    ...routePoints(routes, 'delivery'),
  ].sort((a, b) => byCodeUnit(a.system, b.system) || byCodeUnit(a.item, b.item));
  const rows = points.map(({ system, kind, item, cut, of, codes }): Row => {
    const known = systems.get(system);
    return {
      system_id: system,
      kind,
      item,
      cut,
      cut_of: of,
      legacy: known?.legacy ?? false,
      ends_in_days: known?.ends ?? null,
      evidence: renderEvidence([...(known ? [known.code] : []), ...codes], files),
    };
  });
  await writeFact(store, 'fact_single_points', rows);
}
