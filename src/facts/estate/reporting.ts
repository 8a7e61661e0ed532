import { covers } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import { addTo } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { type Delivery, readDeliveries, readOutlets } from '../feedback/deliveries.js';
import { writeFact } from '../write-fact.js';

/** Where outcomes are reported: systems of kind reporting for all, reporting steps for their communication. */
interface Targets {
  readonly systems: readonly string[];
  readonly steps: ReadonlyMap<string, readonly string[]>;
}

async function readTargets(store: Query): Promise<Targets> {
  const systems = await store.all<{ system: string }>(
    "SELECT DISTINCT system_id AS system FROM std_systems WHERE kind = 'reporting' ORDER BY 1",
  );
  const rows = await store.all<{ communication: string; system: string }>(
    `SELECT DISTINCT communication_id AS communication, system_id AS system FROM std_communication_steps
     WHERE kind = 'reporting' ORDER BY 1, 2`,
  );
  const steps = new Map<string, string[]>();
  for (const { communication, system } of rows) addTo(steps, communication, system);
  return { systems: systems.map(({ system }) => system), steps };
}

/** Whether any outcome seen in a system reaches one of the targets. */
function reporter(graph: EcosystemGraph): (from: string, targets: readonly string[]) => boolean {
  const outcomes = graph.fields.filter((field) => covers('outcome', field));
  return (from, targets) =>
    targets.some((to) => from === to || outcomes.some((outcome) => graph.reaches(from, to, outcome)));
}

/** Creates `fact_reporting`: communications by way out, and those whose outcomes nobody who reports ever sees. */
export async function computeReporting(store: Query, { graph }: FactContext): Promise<void> {
  const files = await readFiles(store);
  const outlets = await readOutlets(store);
  const deliveries = await readDeliveries(store, outlets);
  const { systems, steps } = await readTargets(store);
  const isReported = reporter(graph);
  const unreported = ({ system, communication }: Delivery) =>
    !isReported(system, [...systems, ...(steps.get(communication) ?? [])]);
  const rows = outlets.flatMap(({ channel, system, codes }): Row[] => {
    const own = deliveries.filter((one) => one.channel === channel && one.system === system);
    if (own.length === 0) return [];
    const hidden = own.filter(unreported);
    const ids = (list: readonly Delivery[]) => list.map((one) => one.communication).join('|');
    return [
      {
        system_id: system,
        channel,
        communications: ids(own),
        unreported: ids(hidden) || null,
        targets: systems.length + steps.size,
        evidence: renderEvidence([...codes, ...hidden.flatMap((one) => one.codes)], files),
      },
    ];
  });
  await writeFact(store, 'fact_reporting', rows);
}
