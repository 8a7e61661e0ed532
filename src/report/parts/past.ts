import { severities } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import type { BlindSpot, Unseen } from '../../model/past.js';
import type { Report } from '../../model/report.js';
import { groupDigits } from '../../text/numbers.js';
import { countOf } from './shares.js';

/** What a reader is told of a finding against an earlier run or the baseline. */
export const statusWords: Readonly<Record<NonNullable<Finding['status']>, string>> = {
  new: 'new',
  known: 'known',
  worse: 'worse than before',
  regressed: 'was fixed and has come back',
};

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What is suppressed, as the debt it is: how much, how bad, how old, and what ends next. */
export function debt({ findings, manifest, summary }: Report): string {
  const total = `${countOf(summary.suppressed, 'finding')} suppressed`;
  const suppressed = findings.flatMap(({ severity, suppression }) =>
    suppression ? [{ severity, ...suppression }] : [],
  );
  const today = manifest.baseline?.today;
  if (suppressed.length === 0 || today === undefined) return total;
  const split = severities
    .map((level) => [suppressed.filter(({ severity }) => severity === level).length, level] as const)
    .filter(([count]) => count > 0)
    .map(([count, level]) => `${groupDigits(count)} ${level}`);
  const age = Math.max(0, ...suppressed.map(({ created }) => daysBetween(created ?? today, today)));
  const [next] = suppressed.map(({ expires }) => expires).sort();
  return `${total} (${split.join(', ')}), the oldest accepted ${countOf(age, 'day')} ago, the next ends ${next}`;
}

const blindWords: Readonly<Record<BlindSpot, string>> = {
  rule_gone: 'there is no such rule any more',
  rule_off: 'the rule is switched off',
  rule_not_evaluated: 'the rule lacks',
  system_gone: 'no longer in the inventory:',
  system_without_data: 'no data any more from',
  source_gone: 'no rows any more from',
};
const named: readonly BlindSpot[] = [
  'rule_not_evaluated',
  'system_gone',
  'system_without_data',
  'source_gone',
];

/** Why it cannot be told whether an earlier finding is still there. */
export const blindness = ({ why, what }: Pick<Unseen, 'why' | 'what'>): string =>
  named.includes(why) ? `${blindWords[why]} ${what.join(', ')}` : blindWords[why];
