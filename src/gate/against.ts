import { indexByIdentity } from '../findings/history/identity.js';
import { rank } from '../findings/severity.js';
import type { GateFinding, GateReport } from '../model/gate-report.js';

/** What an earlier run is held against, and how much of it was looked at now. */
export interface Against {
  readonly earlier: GateReport;
  readonly rules: GateReport['manifest']['rules'];
  /** Rules of which nobody can tell whether they would find something. */
  readonly unasked: ReadonlySet<string>;
  /** Every template was looked at, so that what is not found is gone. */
  readonly isWhole: boolean;
}

export interface Compared {
  readonly findings: readonly GateFinding[];
  readonly counts: NonNullable<GateReport['summary']['against']>;
}

type Status = 'new' | 'known' | 'worse';

/** The findings with what an earlier run knew of each; one of greater severity than then is worse. */
export function besideEarlier(
  findings: readonly GateFinding[],
  { earlier, rules, unasked, isWhole }: Against,
): Compared {
  const then = indexByIdentity(earlier.findings, [...rules, ...earlier.manifest.rules]);
  const now = indexByIdentity(findings, [...rules, ...earlier.manifest.rules]);
  const statusOf = (finding: GateFinding): Status => {
    const before = then(finding);
    if (!before) return 'new';
    return rank(finding.severity) < rank(before.severity) ? 'worse' : 'known';
  };
  const marked = findings.map((finding) => ({ ...finding, status: statusOf(finding) }));
  const count = (wanted: Status): number => marked.filter(({ status }) => status === wanted).length;
  const isLookedFor = ({ rule }: GateFinding): boolean =>
    !unasked.has(rule) && rules.some(({ id, aliases }) => id === rule || aliases.includes(rule));
  const gone = earlier.findings.filter((finding) => isLookedFor(finding) && !now(finding)).length;
  return {
    findings: marked,
    counts: { new: count('new'), known: count('known'), worse: count('worse'), gone: isWhole ? gone : null },
  };
}
