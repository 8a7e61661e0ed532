import type { Edit } from '../../../model/edit.js';
import { aimsAt, type CorrectionGap, foundBy, type LoopGap } from '../../gaps.js';
import { carries, type Ground } from '../../ground.js';
import { hasten, mappingEdits, newFlow, newFlowId, type Proposal, sorted } from '../../proposal.js';
import { keyOf } from '../mappings.js';

/** All outcomes a system sees. */
const outcomes = 'outcome';

/** Lets flows there are carry a field they do not. */
const extended = ({ inventory }: Ground, flows: readonly string[], field: string): Edit[] =>
  inventory.flows
    .filter((flow) => flows.includes(flow.flowId) && !carries(flow, field))
    .flatMap((flow) => mappingEdits(flow.flowId, [field], keyOf(flow)));

/** Makes the slowest flow of a way so quick that the whole keeps the agreed time. */
function hastened({ inventory, graph }: Ground, { flows, outcome, latency }: LoopGap): Edit[] {
  const slow = inventory.flows.find(({ flowId }) => flowId === flows[0]);
  if (!slow) return [];
  const left = graph.agreed(outcome) - ((latency ?? 0) - (slow.latency ?? 0));
  return [hasten(slow.flowId, left)];
}

function mended(ground: Ground, gap: LoopGap): { edits: Edit[]; flows: readonly string[] } {
  if (gap.mend === 'hasten') return { edits: hastened(ground, gap), flows: gap.flows };
  const edits = gap.mend === 'extend' ? extended(ground, gap.flows, gap.outcome) : [];
  if (edits.length > 0) return { edits, flows: gap.flows };
  return {
    edits: newFlow(ground, gap.from, gap.to, [gap.outcome]),
    flows: [newFlowId(gap.from, gap.to)],
  };
}

/** Brings outcomes back to who must learn of them; one initiative a pair of systems. */
export const proposeLoops = (ground: Ground): Proposal[] =>
  ground.gaps.loops.flatMap((gap) => {
    const aims = aimsAt(ground.gaps, 'feedback/missing', `pair:${gap.from}>${gap.to}/${gap.outcome}`);
    const { edits, flows } = mended(ground, gap);
    if (aims.length === 0 || edits.length === 0) return [];
    const id = `close_loop:${gap.from}>${gap.to}`;
    return { id, kind: 'close_loop', edits, systems: [gap.from, gap.to], fields: [gap.outcome], flows, aims };
  });

/** A vendor's place gives only if the inventory has it; it belongs to the silo that uses it. */
const known = ({ gaps }: Ground, place: string, from: string): Edit[] =>
  gaps.silos.has(place)
    ? []
    : [
        {
          add: 'systems',
          row: { system_id: place, name: place, silo_id: gaps.silos.get(from) ?? '', kind: 'other' },
        },
      ];

/** Fetches outcomes that a vendor keeps, into the systems that have the messages sent. */
export const proposeFetching = (ground: Ground): Proposal[] =>
  ground.gaps.ends.flatMap(({ flow, from, place, outcomes: kept, communications }) => {
    const aims = aimsAt(ground.gaps, 'feedback/ends-outside', `flow:${flow}`);
    const senders = sorted(
      ground.gaps.steps
        .filter(({ communication, kind }) => kind === 'process' && communications.includes(communication))
        .map(({ system }) => system),
    );
    if (aims.length === 0 || senders.length === 0) return [];
    return senders.map((to) => ({
      id: `close_loop:${place}>${senders[0]}`,
      kind: 'close_loop' as const,
      edits: [...known(ground, place, from), ...newFlow(ground, place, to, kept)],
      systems: [place, senders[0]!],
      fields: kept,
      flows: [newFlowId(place, to)],
      aims,
    }));
  });

/** Leads the outcomes of each way out to a system that reports: over the flows there are, else over a new one. */
export const proposeReporting = (ground: Ground): Proposal[] =>
  foundBy(ground.gaps, 'feedback/unreported').flatMap(({ subject, fingerprint }) => {
    const from = subject.slice('system:'.length, subject.lastIndexOf('/'));
    const { reporting } = ground.gaps;
    const to = reporting.find((one) => ground.graph.reaches(from, one)) ?? reporting[0];
    if (to === undefined) return [];
    const way = ground.graph.way(from, to)?.flows ?? [];
    const flows = way.map(({ flowId }) => flowId);
    const edits = extended(ground, flows, outcomes);
    return {
      id: `report_outcomes:${from}`,
      kind: 'report_outcomes' as const,
      edits: edits.length > 0 ? edits : newFlow(ground, from, to, [outcomes]),
      systems: [from, to],
      fields: [outcomes],
      flows: edits.length > 0 ? flows : [newFlowId(from, to)],
      aims: [fingerprint],
    };
  });

/** The system from which a corrected field goes on: its master, else the one where agents correct it. */
const giverOf = ({ system, masters }: CorrectionGap, receiver: string): string =>
  masters.find((master) => master !== receiver) ?? system;

/** Takes what agents put right on to all who hold it. */
export const proposeCorrecting = (ground: Ground): Proposal[] =>
  ground.gaps.corrections.flatMap((gap) => {
    const aims = aimsAt(ground.gaps, 'feedback/correction-stops', `system:${gap.system}`);
    if (aims.length === 0) return [];
    return gap.receivers.map((receiver) => ({
      id: `delegate_correction:${gap.system}`,
      kind: 'delegate_correction' as const,
      edits: newFlow(ground, giverOf(gap, receiver), receiver, [gap.field]),
      systems: [gap.system, gap.receivers.at(-1)!],
      fields: [gap.field],
      flows: [newFlowId(giverOf(gap, receiver), receiver)],
      aims,
    }));
  });
