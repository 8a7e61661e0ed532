import type { Edit } from '../../model/edit.js';
import type { Report } from '../../model/report.js';
import type { Standing } from '../../model/roadmap-report.js';
import { type AuditRequest, reportOn } from '../audit.js';
import { readPast } from '../read-past.js';
import { type Announce, withRun } from '../run-stages.js';
import { standingOf } from './standing.js';
import type { Watched } from './watch.js';

/** An audit of the ecosystem with changes. */
export interface Audited {
  readonly report: Report;
  readonly standing: Standing;
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
    return { report, standing: await standingOf(run.store, report) };
  });
};
