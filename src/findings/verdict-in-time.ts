import type { Finding } from '../model/finding.js';
import { fill } from '../text/fill.js';
import type { Context } from './context.js';
import type { InTime } from './history/in-time.js';
import { isAtLeast } from './severity.js';

/** What the verdict says of acceptances and of earlier runs. */
const texts = {
  suppressed: '{count:finding|findings} suppressed{by}, {bad} of them at or above {level}.',
  suppressed_any: '{count:finding|findings} suppressed{by}.',
  since: 'Since {date}: {changes}.',
  new: '{count} new',
  worse: '{count} worse',
  regressed: '{count} come back',
  fixed: '{count} fixed',
  unchanged: 'nothing new, worse or fixed',
  unseen: '{count:finding|findings} of earlier runs no longer looked at',
} as const;

/** Day of the snapshot that the run is compared with; empty without one. */
export const sinceDay = ({ past }: Pick<Context, 'past'>): string =>
  past?.snapshot?.manifest.as_of.slice(0, 10) ?? '';

/** How much was accepted, and how bad it is; nothing where nothing was. `by` says what accepts it. */
export function suppressedSentence(
  findings: readonly Pick<Finding, 'severity' | 'suppression'>[],
  level: Context['failOn'],
  by = '',
): string[] {
  const suppressed = findings.filter(({ suppression }) => suppression !== null);
  const count = suppressed.length;
  if (count === 0) return [];
  if (level === 'never') return [fill(texts.suppressed_any, { count, by })];
  const bad = suppressed.filter(({ severity }) => isAtLeast(severity, level)).length;
  return [fill(texts.suppressed, { count, by, bad, level })];
}

function sinceSentence({ findings, fixed }: InTime, context: Context): string[] {
  const date = sinceDay(context);
  if (date === '') return [];
  const counted = (wanted: Finding['status']) => findings.filter(({ status }) => status === wanted).length;
  const counts = {
    new: counted('new'),
    worse: counted('worse'),
    regressed: counted('regressed'),
    fixed: fixed.length,
  };
  const changes = (['new', 'worse', 'regressed', 'fixed'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => fill(texts[name], { count: counts[name] }));
  return [fill(texts.since, { date, changes: changes.length > 0 ? changes : texts.unchanged })];
}

/** Sentences about what is suppressed and what changed since an earlier run; none where there is neither. */
export const timeSentences = (inTime: InTime, context: Context): string[] => [
  ...suppressedSentence(inTime.findings, context.failOn, ' by the baseline'),
  ...sinceSentence(inTime, context),
];

/** What an earlier run saw and this one could not look at, as a limit of the verdict. */
export const unseenLimit = ({ unseen }: InTime): string[] =>
  unseen.length > 0 ? [fill(texts.unseen, { count: unseen.length })] : [];
