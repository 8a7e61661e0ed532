import type { Edit } from '../../../model/edit.js';
import type { Finding } from '../../../model/finding.js';
import { compareText } from '../../../text/compare.js';
import { foundBy, type Gaps, type Step } from '../../gaps.js';
import { carries, type Ground } from '../../ground.js';
import { newFlow, newFlowId, type Proposal, sorted } from '../../proposal.js';

const isComposing = ({ kind }: Step): boolean => kind === 'composition';

/** The engine that makes most communications and stays; of equals the first. */
function keptOf({ steps, ending }: Gaps, engines: readonly string[]): string | undefined {
  const made = (system: string) =>
    new Set(
      steps.filter((step) => isComposing(step) && step.system === system).map((step) => step.communication),
    ).size;
  return engines
    .filter((system) => !ending.includes(system))
    .sort((a, b) => made(b) - made(a) || compareText(a, b))[0];
}

/** Steps before and after, on the same way of the communication. */
const besides = ({ steps }: Gaps, step: Step): Step[] => {
  const way = steps.filter(
    (one) => one.communication === step.communication && (one.channel === step.channel || one.channel === ''),
  );
  const at = way.filter(({ ordinal }) => ordinal < step.ordinal).at(-1);
  const then = way.find(({ ordinal }) => ordinal > step.ordinal);
  return [at, then].filter((one) => one !== undefined);
};

/** What flows between two systems carry now. */
const carriedBetween = ({ inventory }: Ground, from: string, to: string): string[] =>
  sorted(
    inventory.flows
      .filter((flow) => flow.from === from && flow.to === to)
      .flatMap(({ fields }) => fields.map(({ targetField }) => targetField)),
  );

/** What an engine hands to whoever delivers. */
const handedOut = ({ inventory, gaps }: Ground, engine: string): string[] => {
  const delivering = new Set(
    gaps.steps.filter(({ kind }) => kind === 'delivery').map(({ system }) => system),
  );
  return sorted(
    inventory.flows
      .filter(({ from, to }) => from === engine && delivering.has(to))
      .flatMap(({ fields }) => fields.map(({ targetField }) => targetField)),
  );
};

/** Fields that the texts of a step need, so far as its engine gets them. */
const neededAt = ({ gaps, graph }: Ground, step: Step, from: string): string[] =>
  gaps.needs
    .filter(({ communication, field }) => {
      const isHere = communication === step.communication;
      return isHere && (from === step.system || graph.reaches(from, step.system, field));
    })
    .map(({ field }) => field);

/** Flows that the engine kept needs in place of those of the engine that goes. */
function linksOf(ground: Ground, step: Step, kept: string): { from: string; to: string; fields: string[] }[] {
  return besides(ground.gaps, step).flatMap(({ system, ordinal }) => {
    const before = ordinal < step.ordinal;
    const [from, to] = before ? [system, kept] : [kept, system];
    const carried = before
      ? [...carriedBetween(ground, system, step.system), ...neededAt(ground, step, system)]
      : carriedBetween(ground, step.system, system);
    const isOne = !before && system === step.system;
    const missing = (isOne ? handedOut(ground, kept) : sorted(carried)).filter(
      (field) =>
        !ground.inventory.flows.some((flow) => flow.from === from && flow.to === to && carries(flow, field)),
    );
    return from === to || missing.length === 0 ? [] : [{ from, to, fields: missing }];
  });
}

const moved = ({ communication, channel, system, kind }: Step, kept: string): Edit => ({
  set: 'communication_steps',
  where: {
    communication_id: communication,
    system_id: system,
    kind,
    ...(channel === '' ? {} : { channel }),
  },
  to: { system_id: kept },
});

function consolidated(ground: Ground, { args, subject, fingerprint }: Finding): Proposal[] {
  const engines = Array.isArray(args.system_ids) ? args.system_ids : [];
  const [lob, channel] = [String(args.lob), subject.slice(subject.lastIndexOf('/') + 1)];
  const kept = keptOf(ground.gaps, engines);
  if (kept === undefined) return [];
  const steps = ground.gaps.steps.filter(
    (step) =>
      isComposing(step) &&
      step.lob === lob &&
      step.system !== kept &&
      engines.includes(step.system) &&
      (step.channel === channel || step.channel === ''),
  );
  const links = steps.flatMap((step) => linksOf(ground, step, kept));
  return steps.length === 0
    ? []
    : [
        {
          id: `consolidate_senders:${lob}/${channel}`,
          kind: 'consolidate_senders',
          edits: [
            ...links.flatMap(({ from, to, fields }) => newFlow(ground, from, to, fields)),
            ...steps.map((step) => moved(step, kept)),
          ],
          systems: [kept, ...sorted(steps.map(({ system }) => system))],
          fields: sorted(links.flatMap(({ fields }) => fields)),
          flows: sorted(links.map(({ from, to }) => newFlowId(from, to))),
          aims: [fingerprint],
        },
      ];
}

/** Makes the messages of one line of business and channel in one engine. */
export const proposeConsolidation = (ground: Ground): Proposal[] =>
  foundBy(ground.gaps, 'delivery/many-engines').flatMap((finding) => consolidated(ground, finding));
