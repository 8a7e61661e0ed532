import { type Decision, extend, prune } from '../findings/baseline/keep.js';
import { renderBaseline } from '../findings/baseline/render.js';
import type { EntryState } from '../findings/baseline/states.js';
import type { Acceptance } from '../model/baseline.js';
import type { Finding } from '../model/finding.js';
import type { AcceptancePolicy } from '../model/policy.js';
import { parseDuration } from '../text/durations.js';
import { defaultOwner } from './pick-findings.js';

/** What somebody decides; without an end an acceptance stands as long as the policy says. */
export interface Accepting {
  /** `2026-11-22` */
  readonly today: string;
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: string;
  /** Beginnings of fingerprints, or rules; empty for everything. */
  readonly only: readonly string[];
  readonly renew: boolean;
}

/** A baseline beside a run made without it, so that no finding is hidden by it. */
export interface Compared {
  /** `name` of unsilo.yaml. */
  readonly ecosystem: string;
  readonly findings: readonly Finding[];
  readonly states: readonly EntryState[];
  /** The findings named, by rule or fingerprint. */
  readonly pick: (only: readonly string[]) => Finding[];
  readonly acceptance: AcceptancePolicy;
}

/** The text to keep, and what it says. */
export interface Kept {
  readonly text: string;
  readonly entries: readonly Acceptance[];
  readonly states: readonly EntryState[];
}

const kept = ({ ecosystem, states }: Compared, entries: readonly Acceptance[]): Kept => ({
  text: renderBaseline({ ecosystem, entries }),
  entries,
  states,
});

const addDays = (day: string, duration: string): string =>
  new Date(Date.parse(day) + (parseDuration(duration) ?? 0) * 1000).toISOString().slice(0, 10);

/** Accepts what a run found; every entry there was stays. */
export function accept(compared: Compared, request: Accepting): Kept {
  const { reason, owner, today, renew, only, expires } = request;
  const { states, pick, acceptance } = compared;
  const decision: Decision = {
    reason,
    ownerOf: owner === undefined ? defaultOwner : () => owner,
    created: today,
    expires: expires ?? addDays(today, acceptance.stands),
  };
  return kept(compared, extend(states, pick(only), decision, renew));
}

/** Leaves out entries whose finding is gone. */
export const withoutStale = (compared: Compared): Kept => kept(compared, prune(compared.states));
