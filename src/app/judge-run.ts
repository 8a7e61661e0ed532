import type { Context, Past } from '../findings/context.js';
import { type Judgement, judge } from '../findings/judge.js';
import type { Manifest } from '../model/manifest.js';
import type { Coverage, Report } from '../model/report.js';
import { readSystems } from './read-estate.js';
import { readSignatures } from './read-facts.js';
import { readOwners } from './read-owners.js';
import type { Run } from './run-stages.js';

/** What decides the verdict, as the user set it. */
export type Thresholds = Pick<Context, 'failOn' | 'failOnNew' | 'show' | 'strict'>;

/** What a run is compared with; the manifest says what it looked at. */
export type Compared = Pick<Past, 'baseline' | 'snapshot'> & { readonly manifest: Manifest };

export type Judged = Judgement & Pick<Report, 'coverage' | 'signatures' | 'systems'>;

function coverageOf({ coverage, rules, notEvaluated, off }: Run): Coverage {
  return {
    ...coverage,
    rules_evaluated: rules.length - notEvaluated.length - off.length,
    not_evaluated: notEvaluated,
  };
}

const total = (rows: Report['signatures'], key: 'persons' | 'messages'): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** Grades what the rules found in a run, with all that limits it. */
export async function judgeRun(run: Run, thresholds: Thresholds, compared?: Compared): Promise<Judged> {
  const coverage = coverageOf(run);
  const systems = await readSystems(run.store, coverage.systems_without_data);
  const signatures = await readSignatures(run.store);
  const judgement = judge(run.hits, run.policy, {
    ...thresholds,
    rules: run.rules,
    config: run.config,
    asOf: run.asOf.time,
    coverage,
    off: run.off,
    owners: await readOwners(run.store),
    inConflict: { persons: total(signatures, 'persons'), messages: total(signatures, 'messages') },
    ...(compared && { past: { ...compared, estate: { ...compared, coverage, systems } } }),
  });
  return { ...judgement, coverage, signatures, systems };
}
