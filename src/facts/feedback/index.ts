import { byCodeUnit } from '../../graph/index.js';
import type { EcosystemGraph, Way } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { readRolePlaces } from '../role-places.js';
import { flowCodes, isInTime, renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import { type Candidate, correctionCandidates, outcomeCandidates } from './candidates.js';
import { readDeliveries, readOutlets } from './deliveries.js';
import { type FindMend, hasten, missingWays } from './missing-ways.js';
import { countOutcomes } from './outcomes.js';

interface Answer {
  readonly present: boolean;
  readonly way: Way | undefined;
}

/** Candidates of one giver, receiver and outcome, in order of first mention. */
function merge(candidates: readonly Candidate[]): Candidate[][] {
  const merged = groupBy(candidates, (candidate) =>
    JSON.stringify([candidate.outcome, candidate.from, candidate.to]),
  );
  return [...merged.values()];
}

const speed = (way: Way): number => way.latency ?? 0;

/** The quickest way back: over flows of the outcome, or of the corrected field itself. */
function answer(graph: EcosystemGraph, { from, to, outcome, field }: Candidate): Answer {
  const ways = [graph.way(from, to, outcome), field === null ? undefined : graph.way(from, to, field)];
  const way = ways.filter((one) => one !== undefined).sort((a, b) => speed(a) - speed(b))[0];
  return { present: isInTime(way, graph.agreed(outcome)), way };
}

/** The answer that speaks for all: an absent way before a slow one, a slower before a quicker. */
const worst = (answers: readonly Answer[]): Answer =>
  [...answers].sort(
    (a, b) =>
      Number(a.present) - Number(b.present) ||
      Number(a.way !== undefined) - Number(b.way !== undefined) ||
      (b.way ? speed(b.way) : 0) - (a.way ? speed(a.way) : 0),
  )[0]!;

/** The only value, or null when there are several. */
const only = (values: readonly (string | null)[]): string | null =>
  new Set(values).size === 1 ? values[0]! : null;

function describe(
  graph: EcosystemGraph,
  merged: readonly Candidate[],
  files: ReadonlyMap<number, string>,
  findMend: FindMend,
): Row {
  const [first] = merged;
  const { present, way } = worst(merged.map((candidate) => answer(graph, candidate)));
  const codes = merged.flatMap((candidate) => candidate.codes);
  const mend = way ? hasten(way) : findMend(first!.from, first!.to, first!.outcome);
  return {
    outcome: first!.outcome,
    channel: only(merged.map((candidate) => candidate.channel)),
    from_system_id: first!.from,
    to_system_id: first!.to,
    because: merged.some((candidate) => candidate.because === 'sender') ? 'sender' : 'master',
    present,
    latency_s: way?.latency ?? null,
    path: renderPath(way),
    mend: present ? null : mend.mend,
    mend_flows: present ? null : mend.flows.join('|') || null,
    mend_path: present ? null : mend.systems.join('|'),
    evidence: renderEvidence([...flowCodes(way), ...codes], files),
  };
}

/** Creates `fact_feedback`: every way back that must exist, one row per outcome, giver and receiver. */
export async function compute(store: Query, { graph, inventory }: FactContext): Promise<void> {
  const files = await readFiles(store);
  const outlets = await readOutlets(store);
  const deliveries = await readDeliveries(store, outlets);
  const places = await readRolePlaces(store);
  const candidates = merge([
    ...outcomeCandidates(graph, outlets, deliveries),
    ...correctionCandidates(graph, inventory, places),
  ]);
  const counts = await countOutcomes(store, candidates);
  const findMend = missingWays(graph, inventory.flows);
  const rows = candidates.map(
    (merged, i): Row => ({
      ...describe(graph, merged, files, findMend),
      ...(counts.get(i) ?? { messages: 0, persons: 0 }),
    }),
  );
  const order = (row: Row) => JSON.stringify([row.outcome, row.from_system_id, row.to_system_id]);
  await writeFact(
    store,
    'fact_feedback',
    rows.sort((a, b) => byCodeUnit(order(a), order(b))),
  );
}
