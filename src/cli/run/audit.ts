import type { AuditRequest } from '../../app/audit.js';
import { storeOf } from '../../app/run-request.js';
import { policyNames, severities } from '../../model/enums.js';
import { reporters } from '../../report/index.js';
import { assertChoice, assertFolder } from '../checks.js';
import { rememberFindings } from '../completion/findings.js';
import { checkOutputs } from '../outputs.js';
import { type PastOptions, readPastOptions } from '../past.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';
import { readVersion } from '../version.js';
import { writeReports } from '../write-reports.js';
import type { WatchedRun } from './watch.js';

/** Options as the command line gives them. */
export interface AuditOptions extends PastOptions, RunOptions {
  readonly format?: string[];
  readonly out?: string;
  readonly show: string;
  readonly failOn: string;
  readonly color?: boolean;
  readonly strict?: boolean;
  readonly policy?: string;
  readonly watch?: boolean;
}

/** The request, each value checked. */
function toRequest(dir: string, typed: AuditOptions): AuditRequest {
  return {
    version: readVersion(),
    show: assertChoice('level of --show', typed.show, severities),
    failOn: assertChoice('level of --fail-on', typed.failOn, [...severities, 'never']),
    strict: typed.strict ?? false,
    ...(typed.policy !== undefined && {
      policy: assertChoice('policy of --policy', typed.policy, policyNames),
    }),
    ...runRequestOf(dir, typed),
  };
}

/** Runs the audit and writes its reports. */
async function auditOnce(dir: string, typed: AuditOptions): Promise<WatchedRun> {
  const request = toRequest(dir, typed);
  const outputs = await checkOutputs({ reporters, files: ['json', 'html'] }, typed.format, typed.out);
  await assertFolder(dir);
  const past = await readPastOptions(dir, typed);
  const progress = createProgress(typed.quiet ?? false);
  const { audit } = await import('../../app/audit.js');
  try {
    const report = await audit({ ...request, ...past }, progress.stage);
    progress.stage('writing the reports');
    progress.done();
    const { render } = await import('../../app/render.js');
    await writeReports((format, options) => render(report, format, options), {
      outputs,
      dir,
      show: request.show,
      color: typed.color,
    });
    await rememberFindings(storeOf(request), report);
    return { report, written: outputs.flatMap(({ file }) => file ?? []) };
  } finally {
    progress.done();
  }
}

/** Runs the audit, once or as often as something changes; the exit code is the verdict's. */
export async function runAudit(dir: string, typed: AuditOptions): Promise<number> {
  if (!typed.watch) return (await auditOnce(dir, typed)).report.verdict.exit_code;
  const { assertWatchable, watchAudit } = await import('./watch.js');
  assertWatchable();
  return watchAudit(dir, () => auditOnce(dir, typed));
}
