import type { Acceptance } from '../../model/baseline.js';
import type { EntryState } from './states.js';

/** The entries without those for some findings, by whichever name of its rule an entry knows them. */
export function withdraw(states: readonly EntryState[], fingerprints: readonly string[]): Acceptance[] {
  const unwanted = new Set(fingerprints);
  return states
    .filter((state) => !('finding' in state && unwanted.has(state.finding.fingerprint)))
    .map(({ entry }) => entry);
}
