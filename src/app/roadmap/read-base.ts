import { readSending, type Sending } from '../../facts/lookup/sending.js';
import type { Config } from '../../model/config.js';
import { type AuditRequest, reportOn } from '../audit.js';
import { readOwners } from '../read-owners.js';
import { readPast } from '../read-past.js';
import { type Announce, withRun } from '../run-stages.js';
import type { Audited } from './audit-future.js';
import { readToday, type Today } from './read-ground.js';
import { standingOf } from './standing.js';
import { readStructure } from './structure.js';
import type { Watched } from './watch.js';

/** The ecosystem as it is: its audit, and what changes of it are weighed on. */
export interface Base extends Audited {
  readonly today: Today;
  readonly config: Config;
  readonly ownerOf: (system: string) => string | undefined;
  readonly siloOf: (system: string) => string | undefined;
  /** Where a new system would stand: the first silo. */
  readonly silo: string;
  readonly sending: Sending;
}

/** Audits the ecosystem; `latency` is that of flows yet to be built, ISO 8601. */
export const readBase = (
  request: AuditRequest & Watched,
  latency: string,
  announce: Announce,
): Promise<Base> =>
  withRun(request, announce, async (run) => {
    const report = await reportOn(run, request, readPast(request));
    const [silo] = await run.store.all<{ silo_id: string }>(
      'SELECT silo_id FROM std_silos ORDER BY silo_id LIMIT 1',
    );
    const owners = await readOwners(run.store);
    const today = await readToday(run, latency, report);
    const base: Base = {
      report,
      standing: await standingOf(run.store, report),
      structure: await readStructure(run.store),
      today,
      config: run.config,
      ownerOf: (system) => owners.get(`system:${system}`)?.name,
      siloOf: (system) => today.ground.gaps.silos.get(system),
      silo: silo?.silo_id ?? 'shared',
      sending: await readSending(run.store),
    };
    await request.watch?.today(base, run.store);
    return base;
  });
