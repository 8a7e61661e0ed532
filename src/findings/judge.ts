import type { Finding } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { Policy } from '../model/policy.js';
import type { Report, Verdict } from '../model/report.js';
import { compareText } from '../text/compare.js';
import type { Context } from './context.js';
import { rank } from './severity.js';
import { summarise } from './summary.js';
import { toFinding } from './to-finding.js';
import { verdictOf } from './verdict.js';

export interface Judgement {
  /** Worst first. */
  readonly findings: Finding[];
  readonly verdict: Verdict;
  readonly summary: Report['summary'];
}

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
  const findings = hits
    .map((hit) => toFinding(hit, byId.get(hit.rule)!, policy, context))
    .sort(worstFirst(policy));
  return { findings, verdict: verdictOf(findings, context), summary: summarise(findings, context) };
}
