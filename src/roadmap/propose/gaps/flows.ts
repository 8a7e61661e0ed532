import type { Flow } from '../../../graph/types.js';
import type { Finding } from '../../../model/finding.js';
import type { InitiativeKind } from '../../../model/roadmap.js';
import { aimsAt, foundBy } from '../../gaps.js';
import type { Ground } from '../../ground.js';
import { addFlow, type Proposal, removeFlow, sorted } from '../../proposal.js';
import { leastUnmapped, mapping } from '../mappings.js';

/** Flows that findings of a rule are about, each with its finding. */
const flowsFoundBy = ({ gaps, inventory }: Ground, rule: string): { flow: Flow; finding: Finding }[] =>
  foundBy(gaps, rule).flatMap((finding) => {
    const flow = inventory.flows.find(({ flowId }) => finding.subject === `flow:${flowId}`);
    return flow ? [{ flow, finding }] : [];
  });

const about = (
  kind: InitiativeKind,
  { flowId, from, to, fields }: Flow,
  aims: readonly string[],
): Omit<Proposal, 'edits'> => ({
  id: `${kind}:${flowId}`,
  kind,
  systems: [from, to],
  fields: sorted(fields.map(({ sourceField }) => sourceField)),
  flows: [flowId],
  aims,
});

/** A flow back where changes stay with the receiver. */
export const proposeReturns = (ground: Ground): Proposal[] =>
  ground.gaps.oneWay.flatMap(({ flow, field, from, to }) => {
    const aims = aimsAt(ground.gaps, 'flow/one-way', `flow:${flow}`);
    return aims.length === 0 ? [] : { ...addFlow(ground, from, to, [field]), aims };
  });

/** Runs by itself what is carried by hand. */
export const proposeAutomation = (ground: Ground): Proposal[] =>
  flowsFoundBy(ground, 'flow/manual-hop').map(({ flow, finding }) => ({
    ...about('automate_hop', flow, [finding.fingerprint]),
    edits: [{ set: 'flows', where: { flow_id: flow.flowId }, to: { mechanism: 'api' } }],
  }));

/** Makes flows as quick as new ones where they keep changes longer than agreed. */
export const proposeHaste = (ground: Ground): Proposal[] =>
  flowsFoundBy(ground, 'flow/too-slow').map(({ flow, finding }) => ({
    ...about('speed_up', flow, [finding.fingerprint]),
    edits: [
      { set: 'flows', where: { flow_id: flow.flowId }, to: { latency: ground.latency, schedule: null } },
    ],
  }));

/** Takes out flows of which everything arrives as soon without them. */
export const proposeFewerFlows = (ground: Ground): Proposal[] =>
  flowsFoundBy(ground, 'flow/redundant').map(({ flow, finding }) => ({
    ...about('retire_flow', flow, [finding.fingerprint]),
    edits: removeFlow(flow.flowId),
  }));

/** Flows that do not do what is declared of them; no inventory shows when they do. */
export const proposeMending = (ground: Ground): Proposal[] =>
  ['flow/broken', 'flow/slower-than-declared'].flatMap((rule) =>
    flowsFoundBy(ground, rule).map(({ flow, finding }) => ({
      ...about('mend_flow', flow, [finding.fingerprint]),
      edits: [],
    })),
  );

/** Takes a field that stops halfway on to where the text is made. */
export const proposeReaching = (ground: Ground): Proposal[] =>
  ground.gaps.fields.flatMap(({ field, holder, composer, last, next }) => {
    const aims = aimsAt(ground.gaps, 'flow/data-stops-halfway', `pair:${last}>${next}/${field}`);
    if (aims.length === 0) return [];
    const flows = leastUnmapped(ground, { from: holder, to: composer, field });
    return flows.length > 0
      ? { ...mapping(flows, [field]), aims }
      : { ...addFlow(ground, last, composer, [field]), aims };
  });
