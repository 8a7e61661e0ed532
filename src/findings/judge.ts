import type { Finding } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { Policy } from '../model/policy.js';
import type { Report } from '../model/report.js';
import { compareText } from '../text/compare.js';
import type { Context } from './context.js';
import { type InTime, placeInTime } from './history/in-time.js';
import { rank } from './severity.js';
import { summarise } from './summary.js';
import { toFinding } from './to-finding.js';
import { verdictOf } from './verdict.js';

/** Findings worst first, what became of those of an earlier run, and the one decision. */
export type Judgement = InTime & Pick<Report, 'verdict' | 'summary'>;

/** Worst first: severity, then the order of harms, then persons (else messages), then rule and subject. */
export const worstFirst =
  ({ harms }: Pick<Policy, 'harms'>) =>
  (a: Finding, b: Finding): number =>
    rank(a.severity) - rank(b.severity) ||
    harms.findIndex(({ harm }) => harm === a.harm) - harms.findIndex(({ harm }) => harm === b.harm) ||
    sizeOf(b) - sizeOf(a) ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject, b.subject);

const sizeOf = ({ persons, messages }: Finding): number => persons?.count ?? messages?.count ?? 0;

/** Grades what the rules found and decides the verdict. Pure: the same answers give the same judgement. */
export function judge(hits: readonly Hit[], policy: Policy, context: Context): Judgement {
  const byId = new Map(context.rules.map((rule) => [rule.id, rule]));
  const found = hits.map((hit) => toFinding(hit, byId.get(hit.rule)!, policy, context));
  const inTime = placeInTime(found, policy, context);
  const findings = inTime.findings.sort(worstFirst(policy));
  return {
    ...inTime,
    findings,
    verdict: verdictOf(inTime, context),
    summary: summarise(findings, context),
  };
}
