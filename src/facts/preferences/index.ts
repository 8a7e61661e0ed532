import type { Query } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import type { FactContext } from '../context.js';
import { createCarried } from './carried.js';
import { createChoices, createSends } from './choices.js';
import { createConflicts } from './conflicts.js';
import { createOpposites } from './opposites.js';
import { createScopes } from './scopes.js';
import { writeSignatures } from './signatures.js';
import { writeStates } from './states.js';
import { createViolations, type Grace } from './violations.js';
import { writeConflicts } from './write-conflicts.js';
import { writePairs } from './write-pairs.js';

const milliseconds = (duration: string): number => (parseDuration(duration) ?? 0) * 1000;

const graceOf = ({ config }: FactContext): Grace =>
  new Map((config.grace ?? []).map(({ channel, time }) => [channel, milliseconds(time)]));

/** Compares what systems hold of persons' choices. Needs `work_persons`; keeps `work_conflicts` for look-ups. */
export async function computePreferenceFacts(store: Query, context: FactContext): Promise<void> {
  const tolerance = milliseconds(context.config.clock_tolerance);
  await createScopes(store);
  await createChoices(store, context.asOf);
  await createSends(store);
  await createOpposites(store, tolerance);
  await createCarried(store, context.graph.holders('preference.delivery'), context.asOf);
  await createViolations(store, graceOf(context), tolerance);
  await createConflicts(store, context);
  await writeConflicts(store);
  await writePairs(store);
  await writeSignatures(store);
  await writeStates(store);
}
