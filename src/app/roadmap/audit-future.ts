import type { Edit } from '../../model/edit.js';
import type { Report } from '../../model/report.js';
import type { Standing } from '../../model/roadmap-report.js';
import { type AuditRequest, reportOn } from '../audit.js';
import { readPast } from '../read-past.js';
import { announceWithin } from '../run-request.js';
import { type Announce, withRun } from '../run-stages.js';
import { standingOf } from './standing.js';
import { readStructure, type Structure } from './structure.js';
import type { Watched } from './watch.js';

/** An audit of the ecosystem with changes. */
export interface Audited {
  readonly report: Report;
  readonly standing: Standing;
  readonly structure: Structure;
}

/** Audits futures of the plan, each once; `part` names it in announcements. */
export type AuditPlan = (part: string, edits: readonly Edit[]) => Promise<Audited>;

/** Keeps what audits of the plan have shown; without edits it is today. */
export function rememberAudits(
  request: AuditRequest & Watched,
  today: Audited,
  announce: Announce,
): AuditPlan {
  const known = new Map<string, Promise<Audited>>();
  return (part, edits) => {
    if (edits.length === 0) return Promise.resolve(today);
    const key = JSON.stringify(edits);
    const audited = known.get(key) ?? auditFuture(request, 'roadmap', edits, announceWithin(announce, part));
    known.set(key, audited);
    request.watch?.future(edits);
    return audited;
  };
}

/** Audits the ecosystem as it would be with these changes; `file` is where they come from, for evidence. */
export const auditFuture = (
  request: AuditRequest & Watched,
  file: string,
  edits: readonly Edit[],
  announce: Announce,
): Promise<Audited> => {
  request.watch?.future(edits);
  return withRun({ ...request, future: { file, edits } }, announce, async (run) => {
    const report = await reportOn(run, request, readPast(request));
    return {
      report,
      standing: await standingOf(run.store, report),
      structure: await readStructure(run.store),
    };
  });
};
