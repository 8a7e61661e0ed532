import { parseBaseline } from '../../findings/baseline/read.js';
import type { EntryState } from '../../findings/baseline/states.js';
import { assertSameEcosystem } from '../../findings/history/read-snapshot.js';
import { baselineStates } from '../../gate/baseline.js';
import { judgeHits } from '../../gate/judge.js';
import { isNamed } from '../../gate/settings-by-path.js';
import { readPolicy } from '../../rules/read-packs.js';
import { type Accepting, accept, type Compared, type Kept, withoutStale } from '../accept.js';
import { ownPacks } from '../own-packs.js';
import { type Named, pickFindings } from '../pick-findings.js';
import type { Given } from '../read-past.js';
import { withComments } from './gate.js';
import { type Announce, look, type Run } from './look.js';
import { ruleEntries } from './to-report.js';

export interface GateBaselineRequest {
  /** Folder of the templates and their settings. */
  readonly dir: string;
  /** `2026-11-22` */
  readonly today: string;
  /** The baseline there is; none yet when creating. */
  readonly given?: Given;
}

const namedIn = ({ rules }: Run): Named => ({
  ids: rules.map(({ id }) => id),
  idOf: (name) => rules.find((rule) => isNamed(rule, name))?.id,
});

/** What a run without a baseline finds, beside the baseline. */
async function compare({ dir, today, given }: GateBaselineRequest, announce: Announce): Promise<Compared> {
  const read = given && parseBaseline(given.file, given.text);
  const run = await look({ paths: [dir], today }, announce);
  const ecosystem = run.config.name;
  if (read) assertSameEcosystem(read.file, read.baseline.ecosystem, ecosystem);
  const policy = await readPolicy(ownPacks);
  const all = await withComments(run, judgeHits(run.asked.hits, run.world), today);
  const findings = all.filter(({ suppression }) => suppression === null);
  const beside = {
    policy,
    today,
    rules: ruleEntries(run),
    notEvaluated: run.asked.notEvaluated,
    isWhole: true,
  };
  const states = read ? baselineStates(findings, { ...beside, read }) : [];
  const pick = (only: readonly string[]) => pickFindings(findings, namedIn(run), only);
  return { ecosystem, findings, states, pick, acceptance: policy.acceptance };
}

/** Accepts what the gate finds now. */
export const createBaseline = async (
  request: GateBaselineRequest & Accepting,
  announce: Announce,
): Promise<Kept> => accept(await compare(request, announce), request);

/** Leaves out entries whose finding the gate does not find any more. */
export const pruneBaseline = async (request: GateBaselineRequest, announce: Announce): Promise<Kept> =>
  withoutStale(await compare(request, announce));

/** What became of every entry. */
export const checkBaseline = async (
  request: GateBaselineRequest,
  announce: Announce,
): Promise<readonly EntryState[]> => (await compare(request, announce)).states;
