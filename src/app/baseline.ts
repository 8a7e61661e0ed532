import { type Decision, extend, prune } from '../findings/baseline/keep.js';
import { parseBaseline } from '../findings/baseline/read.js';
import { renderBaseline } from '../findings/baseline/render.js';
import { type EntryState, entryStates } from '../findings/baseline/states.js';
import { assertSameEcosystem } from '../findings/history/read-snapshot.js';
import type { Acceptance } from '../model/baseline.js';
import type { Finding } from '../model/finding.js';
import { parseDuration } from '../text/durations.js';
import { judgeRun } from './judge-run.js';
import { manifestOf } from './manifest.js';
import { defaultOwner, pickFindings } from './pick-findings.js';
import type { Given } from './read-past.js';
import { type Announce, type Run, type RunRequest, withRun } from './run-stages.js';

export type { EntryState } from '../findings/baseline/states.js';

export interface BaselineRequest extends RunRequest {
  readonly version: string;
  /** `2026-11-22` */
  readonly today: string;
  /** The baseline there is; none yet when creating. */
  readonly given?: Given;
}

/** What somebody decides; without an end an acceptance stands as long as the policy says. */
export interface CreateRequest extends BaselineRequest {
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: string;
  /** Beginnings of fingerprints, or rules; empty for everything. */
  readonly only: readonly string[];
  readonly renew: boolean;
}

/** A baseline beside a run made without it, so that no finding is hidden by it. */
interface Compared {
  readonly run: Run;
  readonly findings: readonly Finding[];
  readonly states: readonly EntryState[];
}

/** The text to keep, and what it says. */
export interface Kept {
  readonly text: string;
  readonly entries: readonly Acceptance[];
  readonly states: readonly EntryState[];
}

function compare<T>(
  request: BaselineRequest,
  announce: Announce,
  use: (compared: Compared) => T,
): Promise<T> {
  const { given, today, version } = request;
  const read = given && parseBaseline(given.file, given.text);
  return withRun(request, announce, async (run) => {
    if (read) assertSameEcosystem(read.file, read.baseline.ecosystem, run.config.name);
    announce('judging');
    const options = { show: 'info', strict: false, fail_on_new: false } as const;
    const manifest = manifestOf(run, { version, options, baseline: null, against: null });
    const judged = await judgeRun(run, { failOn: 'never', show: 'info', strict: false });
    const clock = { today, limit: run.policy.acceptance.worse };
    const estate = { ...judged, manifest };
    const states = read ? entryStates(read.baseline, judged.findings, estate, clock) : [];
    return use({ run, findings: judged.findings, states });
  });
}

const kept = ({ run, states }: Compared, entries: readonly Acceptance[]): Kept => ({
  text: renderBaseline({ ecosystem: run.config.name, entries }),
  entries,
  states,
});

const addDays = (day: string, duration: string): string =>
  new Date(Date.parse(day) + (parseDuration(duration) ?? 0) * 1000).toISOString().slice(0, 10);

/** Accepts what a run finds now; every entry there was stays. */
export const createBaseline = (request: CreateRequest, announce: Announce): Promise<Kept> =>
  compare(request, announce, (compared) => {
    const { run, findings, states } = compared;
    const { reason, owner, today, renew, only } = request;
    const wanted = pickFindings(findings, run.rules, only);
    const decision: Decision = {
      reason,
      ownerOf: owner === undefined ? defaultOwner : () => owner,
      created: today,
      expires: request.expires ?? addDays(today, run.policy.acceptance.stands),
    };
    return kept(compared, extend(states, wanted, decision, renew));
  });

/** Leaves out entries whose finding is gone. */
export const pruneBaseline = (request: BaselineRequest, announce: Announce): Promise<Kept> =>
  compare(request, announce, (compared) => kept(compared, prune(compared.states)));

/** What became of every entry. */
export const checkBaseline = (request: BaselineRequest, announce: Announce): Promise<readonly EntryState[]> =>
  compare(request, announce, ({ states }) => states);
