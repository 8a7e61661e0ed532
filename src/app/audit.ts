import { rootsOf } from '../findings/roots.js';
import type { Report } from '../model/report.js';
import { judgeRun, type Thresholds } from './judge-run.js';
import { manifestOf } from './manifest.js';
import { readChannels, readCommunications } from './read-communications.js';
import { readFlows } from './read-estate.js';
import { readErrorGroups } from './read-facts.js';
import { assertOwnPast, type PastRequest, type ReadPast, readPast } from './read-past.js';
import { type Announce, type Run, type RunRequest, withRun } from './run-stages.js';
import { readScorecard } from './scorecard/read-scorecard.js';

export interface AuditRequest extends RunRequest, Thresholds, PastRequest {
  /** Of unsilo, for the manifest. */
  readonly version: string;
}

/** Where the JSON Schema of the report is found, relative to the package. */
const schema = 'unsilo/src/schema/report.json';

/** The whole report about a run. */
export async function reportOn(run: Run, request: AuditRequest, read: ReadPast): Promise<Report> {
  const { version, show, strict, failOnNew = false, policy } = request;
  const options = { show, strict, fail_on_new: failOnNew, ...(policy && { policy }) };
  const manifest = manifestOf(run, { version, options, ...read.manifest });
  const judged = await judgeRun(run, request, { ...read.past, manifest });
  const { coverage, verdict, summary, findings, fixed, fixed_before, unseen, signatures } = judged;
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: run.config.name,
    manifest,
    coverage,
    verdict,
    summary,
    findings,
    fixed,
    fixed_before,
    unseen,
    roots: rootsOf(findings, run.rules, signatures),
    error_groups: await readErrorGroups(run.store, findings),
    communications: await readCommunications(run.store),
    channels: await readChannels(run.store),
    scorecard: await readScorecard(run.store, run.config),
    signatures,
    systems: judged.systems,
    flows: await readFlows(run.store),
  };
}

/** Audits an ecosystem: sources, facts, rules, judgement, report. */
export async function audit(request: AuditRequest, announce: Announce): Promise<Report> {
  const read = readPast(request);
  return withRun(request, announce, (run) => {
    assertOwnPast(read, run.config.name);
    announce('judging');
    return reportOn(run, request, read);
  });
}
