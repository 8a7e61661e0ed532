import { suppressedSentence } from '../findings/verdict-in-time.js';
import type { Severity } from '../model/enums.js';
import { isFailing } from '../model/failing.js';
import type { GateCoverage, GateFinding, GateRelease, GateReport } from '../model/gate-report.js';
import { fill } from '../text/fill.js';

/** The words of the verdict, in the order in which they are said. */
const texts = {
  failing: '{count:finding|findings} at or above {level}.',
  none: 'No finding at or above {level}.',
  failing_new: '{count:new or worse finding|new or worse findings} at or above {level}.',
  none_new: 'No new finding at or above {level}.',
  against: 'Against {file}: {new} new, {known} known, {worse} worse.',
  against_all: 'Against {file}: {new} new, {known} known, {worse} worse, {gone} gone.',
  none_open: 'No open finding at or above {level}.',
  never: '{count:finding|findings}; none can fail this run.',
  nothing: 'No findings.',
  empty: 'No templates were found.',
  since:
    'Since {revision} {count:message is|messages are} touched; {elsewhere:finding|findings} elsewhere do not count.',
  untouched: 'Nothing that {revision} did not have touches a message.',
  release: 'Release: {states}.',
  required: 'Required and not evaluated: {rules}.',
  strict: 'Strict: {reasons}.',
  clean: 'This is no clean bill: {limits}.',
  limited: 'There may be more: {limits}.',
  unread: '{count:file|files} not read',
  unevaluated: '{count:rule|rules} not evaluated',
  off: '{count:rule|rules} switched off',
} as const;

/** What else decides. */
export interface Deciding {
  readonly failOn: Severity | 'never';
  /** What an earlier run knew passes. */
  readonly failOnNew: boolean;
  /** An earlier run, and what became of its findings. */
  readonly against: { readonly file: string; readonly counts: GateReport['summary']['against'] } | null;
  readonly strict: boolean;
  readonly coverage: GateCoverage;
  readonly off: readonly { readonly rule: string }[];
  /** Rules that must be evaluated, by id. */
  readonly required: readonly string[];
  /** What may go out; null where nobody asked. */
  readonly release: readonly GateRelease[] | null;
}

function limitsOf({ coverage: { unread, not_evaluated }, off }: Deciding): string[] {
  const counts = [
    [texts.unread, unread.length],
    [texts.unevaluated, not_evaluated.length],
    [texts.off, off.length],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([text, count]) => fill(text, { count }));
}

const strictReasons = ({ strict, coverage: { unread, not_evaluated } }: Deciding): string[] =>
  strict
    ? [
        ...(unread.length > 0 ? [fill(texts.unread, { count: unread.length })] : []),
        ...(not_evaluated.length > 0 ? [fill(texts.unevaluated, { count: not_evaluated.length })] : []),
      ]
    : [];

function headOf(open: number, all: number, failing: number, deciding: Deciding): string {
  const { failOn: level, coverage, failOnNew } = deciding;
  if (coverage.files === 0) return texts.empty;
  if (level === 'never') return all === 0 ? texts.nothing : fill(texts.never, { count: all });
  if (failing > 0) return fill(failOnNew ? texts.failing_new : texts.failing, { count: failing, level });
  if (failOnNew && open > 0) return fill(texts.none_new, { level });
  return fill(open < all ? texts.none_open : texts.none, { level });
}

function againstSentence({ against }: Deciding): string[] {
  if (!against?.counts) return [];
  const { gone, ...counts } = against.counts;
  const { file } = against;
  return [
    gone === null
      ? fill(texts.against, { file, ...counts })
      : fill(texts.against_all, { file, ...counts, gone }),
  ];
}

function sinceSentence({ since }: GateCoverage): string[] {
  if (!since) return [];
  const { revision, touched, elsewhere } = since;
  return [
    fill(touched.length > 0 ? texts.since : texts.untouched, { revision, count: touched.length, elsewhere }),
  ];
}

const states = { ready: 'ready', blocked: 'blocked', needs_approval: 'waiting for approval' } as const;

function releaseSentence({ release }: Deciding): string[] {
  if (!release) return [];
  const counted = (Object.keys(states) as (keyof typeof states)[])
    .map((state) => [release.filter((one) => one.state === state).length, states[state]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  return [fill(texts.release, { states: counted.length > 0 ? counted : ['no message'] })];
}

/** The one decision of a run, made before any reporter. */
export function gateVerdict(findings: readonly GateFinding[], deciding: Deciding): GateReport['verdict'] {
  const { failOn, failOnNew, coverage, off } = deciding;
  const open = findings.filter(({ suppression }) => suppression === null);
  const failing = open.filter((finding) => isFailing(finding, { failOn, failOnNew })).length;
  const unasked = new Set([...coverage.not_evaluated, ...off].map(({ rule }) => rule));
  const required = deciding.required.filter((rule) => unasked.has(rule));
  const strict = strictReasons(deciding);
  const held = (deciding.release ?? []).some(({ state }) => state !== 'ready');
  const fails = failing > 0 || required.length > 0 || strict.length > 0 || held;
  const isFound = fails || (failOn === 'never' && open.length > 0);
  const limits = limitsOf(deciding);
  const sentences = [
    headOf(open.length, findings.length, failing, deciding),
    ...suppressedSentence(findings, failOn),
    ...againstSentence(deciding),
    ...sinceSentence(coverage),
    ...releaseSentence(deciding),
    ...(required.length > 0 ? [fill(texts.required, { rules: required })] : []),
    ...(strict.length > 0 ? [fill(texts.strict, { reasons: strict })] : []),
    ...(limits.length > 0 ? [fill(isFound ? texts.limited : texts.clean, { limits })] : []),
  ];
  return {
    status: isFound ? 'findings' : 'clean',
    fail_on: failOn,
    failing,
    exit_code: fails ? 1 : 0,
    sentence: sentences.join(' '),
  };
}
