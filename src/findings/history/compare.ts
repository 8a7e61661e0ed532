import type { Finding } from '../../model/finding.js';
import type { Fixed, Size, Unseen } from '../../model/past.js';
import type { Report } from '../../model/report.js';
import { compareText } from '../../text/compare.js';
import { rank } from '../severity.js';
import { blindSpotOf, type Estate, isStillUnseen } from './blind-spot.js';
import { growth, type Limit, sizeOf } from './growth.js';
import { indexByIdentity, type Known } from './identity.js';

/** An earlier run, with all it remembers. */
export type Snapshot = Estate & Pick<Report, 'findings' | 'fixed' | 'fixed_before' | 'unseen'>;

export type Status = NonNullable<Finding['status']>;

/** What became of the findings of an earlier run. */
export interface Comparison extends Pick<Report, 'fixed' | 'fixed_before' | 'unseen'> {
  readonly statusOf: (finding: Finding) => Status;
}

const dayOf = ({ manifest }: Estate): string => manifest.as_of.slice(0, 10);

const pastOf = (finding: Finding) => ({
  ...sizeOf(finding),
  fingerprint: finding.fingerprint,
  rule: finding.rule,
  title: finding.title,
  subject: finding.subject,
});

const worstFirst = (a: Known & Size, b: Known & Size): number =>
  rank(a.severity) - rank(b.severity) || compareText(a.rule, b.rule) || compareText(a.subject, b.subject);

/** Findings of the earlier run that this one lacks, each fixed or out of sight; what was out of sight before likewise. */
function leavings(
  before: Snapshot,
  after: Estate,
  isFound: (item: Known) => boolean,
): { fixed: Fixed[]; unseen: Unseen[] } {
  const fixed: Fixed[] = [];
  const unseen: Unseen[] = [];
  for (const finding of before.findings.filter((one) => !isFound(one))) {
    const spot = blindSpotOf(finding, before, after);
    if (spot)
      unseen.push({ ...pastOf(finding), why: spot.why, what: [...spot.what], last_seen: dayOf(before) });
    else fixed.push({ ...pastOf(finding), fixed: dayOf(after) });
  }
  for (const past of before.unseen.filter((one) => !isFound(one))) {
    if (isStillUnseen(past, before, after)) unseen.push(past);
    else {
      const { why: _, what: __, last_seen: ___, ...rest } = past;
      fixed.push({ ...rest, fixed: dayOf(after) });
    }
  }
  return { fixed: fixed.sort(worstFirst), unseen: unseen.sort(worstFirst) };
}

function remember(before: Snapshot, isFound: (item: Known) => boolean): Fixed[] {
  const items = [...before.fixed, ...before.fixed_before].filter((one) => !isFound(one));
  const isFirst = ({ fingerprint }: Fixed, i: number): boolean =>
    items.findIndex((one) => one.fingerprint === fingerprint) === i;
  return items.filter(isFirst).sort(worstFirst);
}

/** What is new, known, worse or back since an earlier run, what was fixed, and what is no longer looked at. */
export function compareRuns(
  before: Snapshot,
  after: Estate & { readonly findings: readonly Finding[] },
  limit: Limit,
): Comparison {
  const rules = [...after.manifest.rules, ...before.manifest.rules];
  const known = indexByIdentity(before.findings, rules);
  const outOfSight = indexByIdentity(before.unseen, rules);
  const mended = indexByIdentity([...before.fixed, ...before.fixed_before], rules);
  const now = indexByIdentity(after.findings, rules);
  const isFound = (item: Known): boolean => now(item) !== undefined;
  const statusOf = (finding: Finding): Status => {
    const earlier = known(finding);
    const size = earlier ? sizeOf(earlier) : outOfSight(finding);
    if (size) return growth(size, sizeOf(finding), limit).length > 0 ? 'worse' : 'known';
    return mended(finding) ? 'regressed' : 'new';
  };
  return { statusOf, ...leavings(before, after, isFound), fixed_before: remember(before, isFound) };
}
