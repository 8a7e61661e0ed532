import { parseBaseline } from '../findings/baseline/read.js';
import { type EntryState, entryStates } from '../findings/baseline/states.js';
import { assertSameEcosystem } from '../findings/history/read-snapshot.js';
import { type Accepting, accept, type Compared, type Kept, withoutStale } from './accept.js';
import { judgeRun } from './judge-run.js';
import { manifestOf } from './manifest.js';
import { namedRules, pickFindings } from './pick-findings.js';
import type { Given } from './read-past.js';
import { type Announce, type RunRequest, withRun } from './run-stages.js';

export type { EntryState } from '../findings/baseline/states.js';
export type { Kept } from './accept.js';

export interface BaselineRequest extends RunRequest {
  readonly version: string;
  /** `2026-11-22` */
  readonly today: string;
  /** The baseline there is; none yet when creating. */
  readonly given?: Given;
}

export interface CreateRequest extends BaselineRequest, Accepting {}

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
    const { findings } = judged;
    const pick = (only: readonly string[]) => pickFindings(findings, namedRules(run.rules), only);
    return use({ ecosystem: run.config.name, findings, states, pick, acceptance: run.policy.acceptance });
  });
}

/** Accepts what an audit finds now. */
export const createBaseline = (request: CreateRequest, announce: Announce): Promise<Kept> =>
  compare(request, announce, (compared) => accept(compared, request));

/** Leaves out entries whose finding an audit does not find any more. */
export const pruneBaseline = (request: BaselineRequest, announce: Announce): Promise<Kept> =>
  compare(request, announce, withoutStale);

/** What became of every entry. */
export const checkBaseline = (request: BaselineRequest, announce: Announce): Promise<readonly EntryState[]> =>
  compare(request, announce, ({ states }) => states);
