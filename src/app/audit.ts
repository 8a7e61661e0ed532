import { rootsOf } from '../findings/roots.js';
import type { Report } from '../model/report.js';
import { judgeRun, type Thresholds } from './judge-run.js';
import { manifestOf } from './manifest.js';
import { readFlows, readSystems } from './read-estate.js';
import { readErrorGroups } from './read-facts.js';
import { type Announce, type Run, type RunRequest, withRun } from './run-stages.js';

export interface AuditRequest extends RunRequest, Thresholds {
  /** Of unsilo, for the manifest. */
  readonly version: string;
}

/** Where the JSON Schema of the report is found, relative to the package. */
const schema = 'unsilo/src/schema/report.json';

/** The whole report about a run. */
async function reportOn(run: Run, request: AuditRequest): Promise<Report> {
  const { findings, verdict, summary, coverage, signatures } = await judgeRun(run, request);
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: run.config.name,
    manifest: manifestOf(run, {
      version: request.version,
      options: { show: request.show, strict: request.strict, fail_on_new: false },
      baseline: null,
      against: null,
    }),
    coverage,
    verdict,
    summary,
    findings,
    fixed: [],
    fixed_before: [],
    unseen: [],
    roots: rootsOf(findings, run.rules, signatures),
    error_groups: await readErrorGroups(run.store, findings),
    signatures,
    systems: await readSystems(run.store, coverage.systems_without_data),
    flows: await readFlows(run.store),
  };
}

/** Audits an ecosystem: sources, facts, rules, judgement, report. */
export function audit(request: AuditRequest, announce: Announce): Promise<Report> {
  return withRun(request, announce, (run) => {
    announce('judging');
    return reportOn(run, request);
  });
}
