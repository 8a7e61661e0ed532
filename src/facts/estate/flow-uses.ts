import { byCodeUnit, covers } from '../../graph/index.js';
import type { EcosystemGraph, Flow } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence, toCode } from '../evidence.js';
import { readOutlets } from '../feedback/deliveries.js';
import { writeFact } from '../write-fact.js';
import { type Route, routesOf, type Step } from './steps.js';

interface Use {
  readonly flow: Flow;
  readonly use: 'regulatory' | 'refusal';
  readonly item: string;
  /** What needs the flow, once each. */
  readonly need: string;
  readonly codes: readonly number[];
}

/** Flows that join a station with one of the next. */
function regulatoryUses(flows: readonly Flow[], routes: readonly Route[]): Use[] {
  const joining = groupBy(flows, (flow) => JSON.stringify([flow.from, flow.to]));
  return routes.flatMap(({ communication, steps }) =>
    steps.flatMap((step) => {
      const later = steps.filter((other) => other.ordinal > step.ordinal);
      const next = later.filter((other) => other.ordinal === later[0]!.ordinal);
      return next.flatMap((other) =>
        (joining.get(JSON.stringify([step.system, other.system])) ?? []).map((flow) => ({
          flow,
          use: 'regulatory' as const,
          item: communication,
          need: communication,
          codes: [step.code, other.code],
        })),
      );
    }),
  );
}

const refusals = ['preference.consent', 'preference.suppression'];
const unsubscribed = 'outcome.unsubscribed';

/** Who must hear of a refusal from whom: holders of a choice from where it is made, masters from the ways out. */
async function refusalDemands(store: Query, graph: EcosystemGraph): Promise<[string, string, string][]> {
  const fields = graph.fields.filter((field) => refusals.some((parent) => covers(parent, field)));
  const choices = fields.flatMap((field) =>
    graph
      .collectors(field)
      .flatMap((from) => graph.holders(field).map((to): [string, string, string] => [from, to, field])),
  );
  const outlets = await readOutlets(store);
  const seen = outlets.flatMap(({ system, channel }) =>
    graph
      .masters(`preference.consent.${channel}`)
      .map((to): [string, string, string] => [system, to, unsubscribed]),
  );
  return [...choices, ...seen].filter(([from, to]) => from !== to);
}

async function refusalUses(store: Query, graph: EcosystemGraph): Promise<Use[]> {
  const demands = await refusalDemands(store, graph);
  return demands.flatMap(([from, to, field]) =>
    (graph.way(from, to, field)?.flows ?? []).map((flow) => ({
      flow,
      use: 'refusal' as const,
      item: field,
      need: JSON.stringify([from, to, field]),
      codes: [],
    })),
  );
}

function describe(uses: readonly Use[], files: ReadonlyMap<number, string>): Row {
  const { flow, use } = uses[0]!;
  return {
    flow_id: flow.flowId,
    from_system_id: flow.from,
    to_system_id: flow.to,
    mechanism: flow.mechanism,
    use,
    needs: new Set(uses.map(({ need }) => need)).size,
    items: [...new Set(uses.map(({ item }) => item))].sort(byCodeUnit).join('|'),
    evidence: renderEvidence([toCode(flow.source, flow.row), ...uses.flatMap(({ codes }) => codes)], files),
  };
}

/** Creates `fact_flow_uses`: what would not arrive, or arrive later, without each flow. */
export async function computeFlowUses(
  store: Query,
  { graph, inventory }: FactContext,
  steps: readonly Step[],
): Promise<void> {
  const files = await readFiles(store);
  const routes = routesOf(steps);
  const uses = [...regulatoryUses(inventory.flows, routes), ...(await refusalUses(store, graph))];
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const key = JSON.stringify([use.flow.flowId, use.use]);
    const group = groups.get(key) ?? [];
    group.push(use);
    groups.set(key, group);
  }
  await writeFact(
    store,
    'fact_flow_uses',
    [...groups.values()].map((group) => describe(group, files)),
  );
}
