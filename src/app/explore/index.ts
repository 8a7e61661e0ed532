import type { Port } from '../../explore/port.js';
import { parseLargeSnapshot } from '../../findings/history/read-large-snapshot.js';
import { ownersOf } from '../../findings/owners.js';
import type { Finding } from '../../model/finding.js';
import { readPolicy } from '../../rules/read-packs.js';
import { reportOn } from '../audit.js';
import { ownPacks } from '../own-packs.js';
import { readOwners } from '../read-owners.js';
import { assertOwnPast, readPast } from '../read-past.js';
import { type Announce, withRun } from '../run-stages.js';
import { answersOf } from './answers.js';
import { deedsOf, nobodysOwning } from './deeds.js';
import type { Desk, ExploreRequest } from './request.js';

/** Audits an ecosystem and hands what can be asked of it to `use`; its store stays open until that is done. */
export function explore<T>(
  request: ExploreRequest,
  announce: Announce,
  use: (port: Port) => Promise<T>,
): Promise<T> {
  const read = readPast(request);
  return withRun(request, announce, async (run) => {
    assertOwnPast(read, run.config.name);
    announce('judging');
    const report = await reportOn(run, request, read);
    const { source, today } = request.desk;
    const owners = await readOwners(run.store);
    const assigned = Object.keys(run.config.assigned ?? {});
    const owning = { assigned, ownersOf: (finding: Finding) => ownersOf(finding, owners) };
    const deeds = deedsOf({ report, policy: run.policy.acceptance, owning }, request.desk);
    return use({ report, source, today, deeds, answers: answersOf(run, request, report) });
  });
}

/** Hands a snapshot to `use`: what it does not have, nobody can answer. */
export async function exploreSnapshot<T>(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  desk: Desk,
  use: (port: Port) => Promise<T>,
): Promise<T> {
  const report = parseLargeSnapshot(file, bytes);
  const { acceptance: policy } = await readPolicy(ownPacks);
  const { source, today } = desk;
  return use({ report, source, today, deeds: deedsOf({ report, policy, owning: nobodysOwning }, desk) });
}
