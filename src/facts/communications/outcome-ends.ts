import { byCodeUnit, covers } from '../../graph/index.js';
import { mappingOf } from '../../graph/mappings.js';
import type { EcosystemGraph, Flow, Inventory } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import { renderEvidence, toCode } from '../evidence.js';
import { deliverersOf } from './owed.js';
import type { Estate } from './read.js';
import type { Way } from './routes.js';

/**
 * A place of the vendor: one the inventory of systems does not know, or a bought service that delivers or is of no
 * kind. What arrives there is seen by whoever logs in, and by no system.
 */
const isOutside = ({ systems }: Estate, id: string): boolean => {
  const known = systems.get(id);
  return (
    !known || (known.vendor !== null && (known.kind === null || ['delivery', 'other'].includes(known.kind)))
  );
};

/** Outcomes that a flow takes out of the delivering system, and that reach no system of one's own from there. */
function lostBy(graph: EcosystemGraph, estate: Estate, flow: Flow): string[] {
  const own = graph.systems.filter((system) => system !== flow.from && !isOutside(estate, system));
  return graph.fields.filter(
    (field) =>
      covers('outcome', field) &&
      mappingOf(flow, field) !== undefined &&
      !own.some((system) => graph.reaches(flow.from, system, field)),
  );
}

/** `fact_outcome_ends`: flows that lead outcomes out of a delivering system to places of the vendor, by id. */
export function outcomeEndRows(
  graph: EcosystemGraph,
  { flows }: Inventory,
  estate: Estate,
  ways: readonly Way[],
  files: ReadonlyMap<number, string>,
): Row[] {
  const outlets = new Set(estate.outlets.map(({ system }) => system));
  const leaving = flows.filter(({ from, to }) => outlets.has(from) && from !== to && isOutside(estate, to));
  return leaving
    .sort((a, b) => byCodeUnit(a.flowId, b.flowId))
    .flatMap((flow): Row[] => {
      const outcomes = lostBy(graph, estate, flow);
      if (outcomes.length === 0) return [];
      const here = estate.outlets.filter(({ system }) => system === flow.from);
      const delivered = ways.filter((way) => deliverersOf(way).includes(flow.from));
      const list = (items: readonly string[]) => [...new Set(items)].sort(byCodeUnit).join('|');
      return [
        {
          flow_id: flow.flowId,
          from_system_id: flow.from,
          to_system_id: flow.to,
          vendor: list(here.flatMap(({ vendor }) => vendor ?? [])) || null,
          channels: list(here.map(({ channel }) => channel)),
          outcomes: outcomes.join('|'),
          communications: list(delivered.map(({ communication }) => communication)) || null,
          evidence: renderEvidence([toCode(flow.source, flow.row), ...here.map(({ code }) => code)], files),
        },
      ];
    });
}
