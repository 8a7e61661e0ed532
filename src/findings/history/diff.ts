import type { Diff, DiffItem } from '../../model/diff.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { compareText } from '../../text/compare.js';
import { rank } from '../severity.js';
import { type Blindness, blindSpotOf } from './blind-spot.js';
import { changesBetween, coverageChanges, hasRuleChanged } from './changes.js';
import { growth, type Limit, sizeOf } from './growth.js';
import { indexByIdentity } from './identity.js';

const schema = 'unsilo/src/schema/diff.json';

const sizeNow = ({ before, after }: DiffItem) => (after ?? before)!;

const worstFirst = (a: DiffItem, b: DiffItem): number =>
  rank(sizeNow(a).severity) - rank(sizeNow(b).severity) ||
  (sizeNow(b).persons ?? 0) - (sizeNow(a).persons ?? 0) ||
  compareText(a.rule, b.rule) ||
  compareText(a.subject, b.subject);

const sideOf = ({ manifest, findings }: Report): Diff['before'] => ({
  as_of: manifest.as_of,
  version: manifest.version,
  findings: findings.length,
});

/** One finding in the earlier and in the later snapshot, or in one of them. */
interface Pair {
  readonly before: Finding | undefined;
  readonly after: Finding | undefined;
}

/** Findings of both snapshots by identity. */
function pairUp(before: Report, after: Report): Pair[] {
  const rules = [...after.manifest.rules, ...before.manifest.rules];
  const earlier = indexByIdentity(before.findings, rules);
  const later = indexByIdentity(after.findings, rules);
  return [
    ...after.findings.map((finding) => ({ before: earlier(finding), after: finding })),
    ...before.findings
      .filter((finding) => !later(finding))
      .map((finding) => ({ before: finding, after: undefined })),
  ];
}

type ToItem = (pair: Pair, spot?: Blindness) => DiffItem;

function itemsOf(before: Report, after: Report): ToItem {
  const rules = [...after.manifest.rules, ...before.manifest.rules];
  const mended = indexByIdentity([...before.fixed, ...before.fixed_before], rules);
  return (pair, spot) => {
    const { fingerprint, rule, title, subject } = (pair.after ?? pair.before)!;
    return {
      fingerprint,
      rule,
      title,
      subject,
      before: pair.before ? sizeOf(pair.before) : null,
      after: pair.after ? sizeOf(pair.after) : null,
      regressed: !pair.before && mended({ fingerprint, rule, subject }) !== undefined,
      suppressed: (pair.after?.suppression ?? null) !== null,
      rule_changed: hasRuleChanged(rule, before.manifest.rules, after.manifest.rules),
      why: spot?.why ?? null,
      what: [...(spot?.what ?? [])],
    };
  };
}

/**
 * What became of the findings of one snapshot in another. Told the other way round, new is fixed, worse is better, and
 * what is no longer looked at is looked at for the first time.
 */
export function diffReports(before: Report, after: Report, limit: Limit): Diff {
  const item = itemsOf(before, after);
  const groups = { new: [], worse: [], first_seen: [], unseen: [], better: [], fixed: [] } as Record<
    'new' | 'worse' | 'first_seen' | 'unseen' | 'better' | 'fixed',
    DiffItem[]
  >;
  let unchanged = 0;
  for (const pair of pairUp(before, after)) {
    if (pair.before && pair.after) {
      const [then, now] = [sizeOf(pair.before), sizeOf(pair.after)];
      const [isWorse, isBetter] = [growth(then, now, limit), growth(now, then, limit)].map(
        (grown) => grown.length > 0,
      );
      if (isWorse) groups.worse.push(item(pair));
      if (isBetter) groups.better.push(item(pair));
      if (!isWorse && !isBetter) unchanged += 1;
    } else if (pair.after) {
      const spot = blindSpotOf(pair.after, after, before);
      groups[spot ? 'first_seen' : 'new'].push(item(pair, spot));
    } else if (pair.before) {
      const spot = blindSpotOf(pair.before, before, after);
      groups[spot ? 'unseen' : 'fixed'].push(item(pair, spot));
    }
  }
  for (const group of Object.values(groups)) group.sort(worstFirst);
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: after.ecosystem,
    before: sideOf(before),
    after: sideOf(after),
    unchanged,
    ...groups,
    coverage: coverageChanges(before, after),
    changes: changesBetween(before, after),
  };
}
