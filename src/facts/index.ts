import type { FutureEdits } from '../model/edit.js';
import { anyOrder } from '../store/dialect.js';
import { settleAll, withFork } from '../store/side-by-side.js';
import type { Query, Store } from '../store/store.js';
import { computeChecks, gatherFound } from './checks/index.js';
import { compute as computeCollection } from './collection/index.js';
import { computeAchievements, computeCommunications } from './communications/index.js';
import type { FactContext } from './context.js';
import { compute as computeDelivery } from './delivery/index.js';
import { compute as computeErrors } from './errors/index.js';
import { computeEstate, computeSystems } from './estate/index.js';
import { compute as computeFeedback } from './feedback/index.js';
import { applyEdits } from './future/apply.js';
import { resolveIdentity } from './identity/index.js';
import { recallSubjects } from './identity/subjects.js';
import { compute as computeMap } from './map/index.js';
import { computeObserved } from './observed/index.js';
import { computePlaces } from './places/index.js';
import { computePreferenceFacts } from './preferences/index.js';
import { reviseCauses } from './preferences/revise.js';
import { compute as computeQuality } from './quality/index.js';
import { readWays } from './read-ways.js';
import { computeRejects } from './rejects.js';
import { computeMeasures, measureChoices } from './scorecard/index.js';
import { type OnStep, Steps } from './steps.js';
import { computeTraffic } from './traffic/index.js';

type Compute = (store: Query, context: FactContext) => Promise<void>;

/** What needs no persons, and what counts them. */
const aboutInventory: readonly Compute[] = [
  computeRejects,
  computeMap,
  computeCollection,
  computeEstate,
  computeCommunications,
];
const aboutMessages: readonly Compute[] = [
  computeSystems,
  computeFeedback,
  computeDelivery,
  computeChecks,
  computeQuality,
];

const aboutErrors: readonly Compute[] = [computeTraffic, computeAchievements, gatherFound, computeErrors];
const aboutFlows: readonly Compute[] = [computeObserved, reviseCauses, computePlaces];

async function inOrder(modules: readonly Compute[], store: Query, context: FactContext): Promise<void> {
  for (const compute of modules) await compute(store, context);
}

type FactRequest = Pick<FactContext, 'config' | 'asOf' | 'regimes' | 'reportWords' | 'classifyRules'> & {
  /** Changes of the inventory; facts are then those of the ecosystem with them. */
  readonly future?: FutureEdits;
  /** Persons, and what records show of ways, are in the store as they are without the future. */
  readonly hasPast?: boolean;
  readonly onStep?: OnStep;
};

/**
 * Creates every `fact_` table of the model. Large tables are read here and nowhere else. Choices are compared on one
 * connection while the rest is computed on another. From here on tables have no order of their own: rows carry their
 * place, and every read-out says how it is sorted.
 */
export async function computeFacts(
  store: Store,
  { future, hasPast = false, onStep, ...run }: FactRequest,
): Promise<void> {
  const steps = new Steps(onStep);
  const isDue = (compute: Compute): boolean => !hasPast || compute !== computeObserved;
  const before = future && (await readWays(store, run.config));
  if (future) await applyEdits(store, future);
  const ways = await readWays(store, run.config);
  await store.run(anyOrder);
  const context = { ...run, ...ways, ...(before && { before }) };
  await withFork(store, async (fork) => {
    const persons = steps.follow('linking persons', store, () =>
      hasPast ? recallSubjects(store) : resolveIdentity(store, run.config),
    );
    const choices = persons.then(() =>
      steps.follow('comparing choices', store, () => computePreferenceFacts(store, context)),
    );
    const rest = steps
      .follow('looking at the inventory', fork, () => inOrder(aboutInventory, fork, context))
      .then(() => persons)
      .then(() => steps.follow('following messages', fork, () => inOrder(aboutMessages, fork, context)));
    await settleAll([choices, rest]);
    const messages = steps.follow('counting errors', store, () => inOrder(aboutErrors, store, context));
    const observed = steps
      .follow('reading what flows show', fork, () => inOrder(aboutFlows.filter(isDue), fork, context))
      .then(() => measureChoices(fork, context));
    await settleAll<unknown>([messages, observed]);
    await computeMeasures(store, context, await observed);
  });
}
