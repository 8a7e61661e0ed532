import type { Finding } from '../../model/finding.js';
import type { Initiative } from '../../model/roadmap.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import { withoutSpare } from '../../roadmap/spare.js';
import { compareText } from '../../text/compare.js';
import type { AuditPlan } from './audit-future.js';
import type { Base } from './read-base.js';
import type { Weighing } from './weighing.js';

/** Initiatives made from findings that are planned at most; the gravest stay. */
const plannedAtMost = 60;

const ranks = ['critical', 'high', 'medium', 'low', 'info'];

/** The gravest finding an initiative aims at, 0 for critical; behind all when it aims at none. */
const gravityOf = ({ aims }: Initiative, byFingerprint: ReadonlyMap<string, Finding>): number =>
  Math.min(ranks.length, ...aims.map((aim) => ranks.indexOf(byFingerprint.get(aim)?.severity ?? 'info')));

const isProvable = ({ edits }: Initiative): boolean => edits.length > 0;

/** Without those that need one which is not there. */
function withNeeds(initiatives: readonly Initiative[], known: readonly Initiative[]): Initiative[] {
  const ids = new Set([...known, ...initiatives].map(({ id }) => id));
  const kept = initiatives.filter(({ dependsOn }) => dependsOn.every((id) => ids.has(id)));
  return kept.length === initiatives.length ? kept : withNeeds(kept, known);
}

export interface Structural {
  /** The ways that are needed beside them. */
  readonly needed: readonly Initiative[];
  /** Those of the plan, gravest first. */
  readonly planned: readonly Initiative[];
  /** Tried, and left out: they close nothing they are made for, or undo what others mend. */
  readonly tried: readonly Initiative[];
  readonly leftOut: number;
  /** Findings that are gone in an audit with all of the plan. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Initiatives that findings ask for beside those that choices do. All are tried together in one audit: what closes none
 * of its findings there, or keeps persons from being put right, is not planned; nor is a way that brings nothing beside
 * them, as where a finding asks for a wider flow between the same systems.
 */
export async function tryStructural(
  base: Base,
  { others, fixed, satisfiedBy }: Weighing,
  ways: readonly Initiative[],
  audit: AuditPlan,
): Promise<Structural> {
  const byFingerprint = new Map(base.report.findings.map((one) => [one.fingerprint, one]));
  const ranked = [...others].sort(
    (a, b) =>
      gravityOf(a, byFingerprint) - gravityOf(b, byFingerprint) ||
      a.effort - b.effort ||
      compareText(a.id, b.id),
  );
  const weighed = ranked.slice(0, plannedAtMost);
  const mended = fixed(ways);
  const needs = (one: Initiative) => others.filter(({ id }) => one.dependsOn.includes(id));
  const harmless = weighed.filter(
    (one) => !isProvable(one) || fixed([...ways, ...needs(one), one]) >= mended,
  );
  const needed = withoutSpare(ways, harmless, base.today.wants, satisfiedBy);
  const edits = mergeEdits([...needed, ...harmless].map((one) => one.edits));
  const { report } = await audit('the future with all changes', edits);
  const present = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  const closed = new Set([...byFingerprint.keys()].filter((fingerprint) => !present.has(fingerprint)));
  const together = fixed([...needed, ...harmless]);
  const isMissed = (one: Initiative) =>
    needed.length < ways.length &&
    fixed([...needed, ...harmless.filter((other) => other !== one)]) < together;
  const helps = (one: Initiative) =>
    !isProvable(one) || one.aims.length === 0 || one.aims.some((aim) => closed.has(aim)) || isMissed(one);
  const planned = withNeeds(harmless.filter(helps), ways);
  return {
    needed,
    planned,
    tried: weighed.filter((one) => !planned.includes(one)),
    leftOut: ranked.length - weighed.length,
    closed,
  };
}
