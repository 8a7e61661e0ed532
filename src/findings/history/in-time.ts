import type { Finding } from '../../model/finding.js';
import type { Policy } from '../../model/policy.js';
import type { Report } from '../../model/report.js';
import { suppress } from '../baseline/apply.js';
import { entryFindings } from '../baseline/entry-findings.js';
import { entryStates } from '../baseline/states.js';
import type { Context } from '../context.js';
import { compareRuns } from './compare.js';

/** Findings with their status, and what an earlier run had that this one lacks. */
export type InTime = Pick<Report, 'findings' | 'fixed' | 'fixed_before' | 'unseen'>;

/** The findings beside the baseline, with those about the baseline itself. */
function beside(found: readonly Finding[], policy: Policy, context: Context): Finding[] {
  const { baseline, estate } = context.past ?? {};
  if (!baseline || !estate) return [...found];
  const { read, today } = baseline;
  const states = entryStates(read.baseline, found, estate, { today, limit: policy.acceptance.worse });
  return [...suppress(found, states), ...entryFindings(states, { read, policy, context })];
}

/** Places findings between what was accepted and what an earlier run saw; what outgrew its acceptance is worse. */
export function placeInTime(found: readonly Finding[], policy: Policy, context: Context): InTime {
  const findings = beside(found, policy, context);
  const { snapshot, estate } = context.past ?? {};
  if (!snapshot || !estate) return { findings, fixed: [], fixed_before: [], unseen: [] };
  const { statusOf, ...gone } = compareRuns(snapshot, { ...estate, findings }, policy.acceptance.worse);
  return {
    findings: findings.map((finding) =>
      finding.status === 'worse' ? finding : { ...finding, status: statusOf(finding) },
    ),
    ...gone,
  };
}
