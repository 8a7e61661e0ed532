import { assertSameEcosystem } from '../../findings/history/read-snapshot.js';
import type { Triage } from '../../model/triage.js';
import type { TriagePicture } from '../../report/triage/index.js';
import { readEscalation } from '../../rules/read-escalation.js';
import { compareText } from '../../text/compare.js';
import { parsePast } from '../../triage/past.js';
import { pickGroup } from '../../triage/pick.js';
import { triageOf } from '../../triage/triage.js';
import { judgeRun } from '../judge-run.js';
import { ownPacks } from '../own-packs.js';
import type { Given } from '../read-past.js';
import { type Announce, type Run, type RunRequest, withRun } from '../run-stages.js';
import { assertEscalation } from './check.js';
import { drawTriage } from './draw.js';
import { readTriageEstate } from './read-estate.js';
import { readGroups } from './read-groups.js';

export interface TriageRequest extends RunRequest {
  /** JSON reports of earlier runs, of triage or audit, in any order. */
  readonly against: readonly Given[];
  /** What is drawn on the map: all open causes, or that of the one group whose key begins so. */
  readonly picture?: 'open' | { readonly of: string };
}

type Past = ReturnType<typeof parsePast>;

/** Where errors show, and what they show against. */
const asked = ['delivery_events', 'error_reports', 'master_values', 'message_values', 'preferences', 'sends'];

const notSeenIn = ({ inputs }: Run): string[] =>
  asked.filter((name) => !inputs.some(({ table, rows_used: rows }) => table === name && rows > 0));

/** The triage of a run. */
export async function triageRun(run: Run, pasts: readonly Past[]): Promise<Triage> {
  const { store, config, asOf } = run;
  for (const { file, ecosystem } of pasts) assertSameEcosystem(file, ecosystem, config.name);
  const policy = await readEscalation(ownPacks);
  const estate = await readTriageEstate(store);
  const own = config.escalation ?? {};
  assertEscalation(own, policy, estate);
  const { findings } = await judgeRun(run, { failOn: 'never', show: 'info', strict: false });
  return triageOf(await readGroups(store, findings), {
    ecosystem: config.name,
    asOf: asOf.time,
    policy,
    own,
    harms: run.policy.harms,
    raise: run.policy.raise,
    estate,
    notSeen: notSeenIn(run),
    pasts,
  });
}

const groupsFor = (wanted: NonNullable<TriageRequest['picture']>, { groups }: Triage) =>
  wanted === 'open' ? groups.filter(({ state }) => state !== 'resolved') : [pickGroup(groups, wanted.of)];

export interface Triaged {
  readonly triage: Triage;
  /** Causes on the map; undefined where it was not asked for, or no cause has a place. */
  readonly picture: TriagePicture | undefined;
}

/** Runs the audit and says which error comes first, who acts by when, and what caused it. */
export async function triage(
  { against, picture, ...request }: TriageRequest,
  announce: Announce,
): Promise<Triaged> {
  const pasts = against
    .map(({ file, text }) => parsePast(file, text))
    .sort((a, b) => compareText(a.as_of, b.as_of) || compareText(a.file, b.file));
  return withRun(request, announce, async (run) => {
    const told = await triageRun(run, pasts);
    return { triage: told, picture: picture && (await drawTriage(run, groupsFor(picture, told))) };
  });
}
