import type { Acceptance } from '../../model/baseline.js';
import type { Finding } from '../../model/finding.js';
import { sizeOf } from '../history/growth.js';
import { byRuleAndSubject } from './render.js';
import type { EntryState } from './states.js';

/** What somebody says when accepting findings. */
export interface Decision {
  readonly reason: string;
  readonly ownerOf: (finding: Finding) => string;
  readonly created: string;
  readonly expires: string;
}

const accept = (finding: Finding, { reason, ownerOf, created, expires }: Decision): Acceptance => ({
  fingerprint: finding.fingerprint,
  rule: finding.rule,
  subject: finding.subject,
  reason,
  owner: ownerOf(finding),
  created,
  expires,
  accepted: sizeOf(finding),
});

/** An entry under the name its rule has today. */
const renamed = (entry: Acceptance, { fingerprint, rule }: Finding): Acceptance => ({
  ...entry,
  fingerprint,
  rule,
});

/** One entry a finding, the first, where its old and its new name were both accepted. */
const settle = (entries: readonly Acceptance[]): Acceptance[] =>
  [...new Map([...entries].reverse().map((entry) => [entry.fingerprint, entry])).values()].sort(
    byRuleAndSubject,
  );

const isOpen = ({ state }: EntryState): boolean => state === 'outgrown' || state === 'expired';

/**
 * All entries there were, and one for each of the `wanted` findings that had none. An entry that is expired or outgrown
 * is decided again only where `renew` says so: growth is never accepted in passing.
 */
export function extend(
  states: readonly EntryState[],
  wanted: readonly Finding[],
  decision: Decision,
  renew: boolean,
): Acceptance[] {
  const isWanted = new Set(wanted.map(({ fingerprint }) => fingerprint));
  const held = new Set(states.flatMap((state) => ('finding' in state ? [state.finding.fingerprint] : [])));
  const kept = states.map((state) => {
    if (!('finding' in state)) return state.entry;
    const again = renew && isOpen(state) && isWanted.has(state.finding.fingerprint);
    return again ? accept(state.finding, decision) : renamed(state.entry, state.finding);
  });
  const added = wanted.filter(({ fingerprint }) => !held.has(fingerprint));
  return settle([...kept, ...added.map((finding) => accept(finding, decision))]);
}

/** The entries without those whose finding is gone; what was not looked for stays. */
export const prune = (states: readonly EntryState[]): Acceptance[] =>
  settle(
    states
      .filter(({ state }) => state !== 'stale')
      .map((state) => ('finding' in state ? renamed(state.entry, state.finding) : state.entry)),
  );
