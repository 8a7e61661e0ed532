import { settleAll, withFork } from '../../store/side-by-side.js';
import type { Query, Store } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import type { FactContext } from '../context.js';
import { createCarried } from './carried.js';
import { createChoices, createSends } from './choices.js';
import { createConflicts, type Further } from './conflicts.js';
import { createOutdated } from './details.js';
import { createExpired, type Validity } from './expired.js';
import { createForms } from './forms.js';
import { planGrace } from './grace/plan.js';
import { createInside } from './inside.js';
import { writeNeverCaptured } from './never-captured.js';
import { createOpposites } from './opposites.js';
import { type PolicyPlan, planPolicies } from './policy-plan.js';
import { createRanks } from './ranks.js';
import { createScopes } from './scopes.js';
import { createSenderCells } from './senders.js';
import { createHandovers } from './sharing.js';
import { writeSignatures } from './signatures.js';
import { createStances } from './stances.js';
import { writeStates } from './states.js';
import { createUnshared } from './unshared.js';
import { createViolations } from './violations.js';
import { createPresence, writeConflicts } from './write-conflicts.js';
import { writePairs } from './write-pairs.js';
import { writeWaits } from './write-waits.js';

const milliseconds = (duration: string): number => (parseDuration(duration) ?? 0) * 1000;

const validityOf = ({ config }: FactContext): Validity =>
  new Map((config.consent_validity ?? []).map(({ channel, time }) => [channel, milliseconds(time)]));

/** What was sent or handed over in spite of an opt-out. */
async function createIgnored(store: Query, context: FactContext, policy: PolicyPlan): Promise<void> {
  const found = await store.all<{ place: string; extracts: number }>(
    `SELECT DISTINCT coalesce(jurisdiction, '') AS place, (SELECT count(*) FROM std_extracts) AS extracts
     FROM work_choice_forms ORDER BY place`,
  );
  const hasHandovers = found.some(({ extracts }) => Number(extracts) > 0);
  if (hasHandovers) await createHandovers(store);
  const grace = await planGrace(
    store,
    context,
    found.map(({ place }) => place),
  );
  const toleranceMs = milliseconds(context.config.clock_tolerance);
  await createViolations(store, { grace, policy, toleranceMs, hasHandovers });
}

/** The kinds of conflict; none needs another. */
async function createKinds(store: Store, fork: Query, context: FactContext): Promise<Further> {
  const tolerance = milliseconds(context.config.clock_tolerance);
  const plan = planPolicies(context.config.policy);
  const holders = context.graph.holders('preference.delivery');
  const parts = await createSenderCells(store, context);
  const consents = async (): Promise<boolean> => {
    await createStances(store);
    await createOpposites(store, tolerance, plan);
    await createInside(store, tolerance);
    const found = await createUnshared(store, { asOf: context.asOf, toleranceMs: tolerance, parts, plan });
    await store.run('DROP TABLE work_stances; DROP TABLE work_sender_cells');
    return found;
  };
  const deliveries = async (): Promise<boolean> => {
    await createCarried(fork, { holders, asOf: context.asOf, policy: context.config.delivery, plan });
    const found = await createOutdated(fork, context.asOf);
    await createIgnored(fork, context, plan);
    await createExpired(fork, validityOf(context));
    return found;
  };
  const [hasUnshared, hasOutdated] = await settleAll([consents(), deliveries()]);
  return { hasUnshared: hasUnshared === true, hasOutdated: hasOutdated === true };
}

/** Compares what systems hold of persons' choices. Needs `work_persons`; keeps `work_conflicts` for look-ups. */
export async function computePreferenceFacts(store: Store, context: FactContext): Promise<void> {
  const plan = planPolicies(context.config.policy);
  await createForms(store);
  await createScopes(store, plan);
  await createRanks(store, plan);
  await withFork(store, async (fork) => {
    await settleAll([
      createChoices(store, context.asOf, plan),
      createSends(fork).then(() => createPresence(fork)),
    ]);
    const further = await createKinds(store, fork, context);
    await createConflicts(store, context, further);
    await settleAll([
      writeConflicts(store)
        .then(() => writeWaits(store))
        .then(() => writePairs(store)),
      writeSignatures(fork)
        .then(() => writeStates(fork))
        .then(() => writeNeverCaptured(fork)),
    ]);
  });
}
