import type { Context } from '../findings/context.js';
import { type Judgement, judge } from '../findings/judge.js';
import type { Coverage, Report } from '../model/report.js';
import { readSignatures } from './read-facts.js';
import { readOwners } from './read-owners.js';
import type { Run } from './run-stages.js';

/** What decides the verdict, as the user set it. */
export type Thresholds = Pick<Context, 'failOn' | 'show' | 'strict'>;

export interface Judged extends Judgement {
  readonly coverage: Coverage;
  readonly signatures: Report['signatures'];
}

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
export async function judgeRun(run: Run, thresholds: Thresholds): Promise<Judged> {
  const coverage = coverageOf(run);
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
  });
  return { ...judgement, coverage, signatures };
}
