import { isFailing } from '../model/failing.js';
import type { Finding, NotEvaluated } from '../model/finding.js';
import type { Coverage, Verdict } from '../model/report.js';
import { fill } from '../text/fill.js';
import type { Context } from './context.js';
import type { InTime } from './history/in-time.js';
import { sinceDay, timeSentences, unseenLimit } from './verdict-in-time.js';

/** The words of the verdict, in the order in which they are said. */
const texts = {
  failing: '{count:finding|findings} at or above {level}.',
  failing_new: '{count:finding|findings} at or above {level} that {date} did not know or knew less bad.',
  none: 'No finding at or above {level}.',
  none_open: 'No open finding at or above {level}.',
  none_new: 'No finding at or above {level} that {date} did not know.',
  never: '{count:finding|findings}; none can fail this run.',
  nothing: 'No findings.',
  required: 'Required and not evaluated: {rules}.',
  strict: 'Strict: {reasons}.',
  clean: 'This is no clean bill: {limits}.',
  limited: 'There may be more: {limits}.',
  systems: 'data of {seen} of {known:system|systems}',
  unevaluated: '{count:rule|rules} not evaluated',
  doubtful: '{count:finding|findings} about the quality of the data',
  aside: '{count:row|rows} set aside',
  off: '{count:rule|rules} switched off',
} as const;

/** What keeps the audit from having seen everything. */
function limitsOf({ coverage, off }: Pick<Context, 'coverage' | 'off'>): string[] {
  const { systems_with_data: seen, systems_known: known, not_evaluated, rows_set_aside }: Coverage = coverage;
  return [
    ...(seen < known ? [fill(texts.systems, { seen, known })] : []),
    ...(not_evaluated.length > 0 ? [fill(texts.unevaluated, { count: not_evaluated.length })] : []),
    ...(rows_set_aside > 0 ? [fill(texts.aside, { count: rows_set_aside })] : []),
    ...(off.length > 0 ? [fill(texts.off, { count: off.length })] : []),
  ];
}

function strictReasons({ strict, coverage }: Context, findings: readonly Finding[]): string[] {
  if (!strict) return [];
  const doubtful = findings.filter(({ harm }) => harm === 'unseen' || harm === 'doubtful');
  return [
    ...(coverage.not_evaluated.length > 0
      ? [fill(texts.unevaluated, { count: coverage.not_evaluated.length })]
      : []),
    ...(findings.some(({ harm }) => harm === 'data_quality')
      ? [fill(texts.aside, { count: coverage.rows_set_aside })]
      : []),
    ...(doubtful.length > 0 ? [fill(texts.doubtful, { count: doubtful.length })] : []),
  ];
}

/** Rules of `require` that were not evaluated or are switched off, by id, code or retired name. */
function requiredOpen({ config, rules, coverage, off }: Context): string[] {
  const open: readonly Pick<NotEvaluated, 'rule'>[] = [...coverage.not_evaluated, ...off];
  const wanted = (rule: string): boolean => {
    const { code, aliases = [] } = rules.find(({ id }) => id === rule)?.definition ?? {};
    return (config.require ?? []).some((name) => [rule, code, ...aliases].includes(name));
  };
  return open
    .map(({ rule }) => rule)
    .filter(wanted)
    .sort();
}

function headOf(open: readonly Finding[], suppressed: number, failing: number, context: Context): string {
  const { failOn: level, failOnNew } = context;
  if (level === 'never')
    return open.length === 0 && suppressed === 0
      ? texts.nothing
      : fill(texts.never, { count: open.length + suppressed });
  const date = sinceDay(context);
  if (failOnNew)
    return fill(failing > 0 ? texts.failing_new : texts.none_new, { count: failing, level, date });
  if (failing > 0) return fill(texts.failing, { count: failing, level });
  return fill(suppressed > 0 ? texts.none_open : texts.none, { level });
}

/** The one decision of a run, made before any reporter: exit code 0 or 1, and the sentence that says why. */
export function verdictOf(inTime: InTime, context: Context): Verdict {
  const open = inTime.findings.filter(({ suppression }) => suppression === null);
  const failing = open.filter((finding) => isFailing(finding, context)).length;
  const required = requiredOpen(context);
  const strict = strictReasons(context, open);
  const fails = failing > 0 || required.length > 0 || strict.length > 0;
  const isFound = fails || (context.failOn === 'never' && open.length > 0);
  const limits = [...limitsOf(context), ...unseenLimit(inTime)];
  const sentences = [
    headOf(open, inTime.findings.length - open.length, failing, context),
    ...timeSentences(inTime, context),
    ...(required.length > 0 ? [fill(texts.required, { rules: required })] : []),
    ...(strict.length > 0 ? [fill(texts.strict, { reasons: strict })] : []),
    ...(limits.length > 0 ? [fill(isFound ? texts.limited : texts.clean, { limits })] : []),
  ];
  return {
    status: isFound ? 'findings' : 'clean',
    fail_on: context.failOn,
    failing,
    exit_code: fails ? 1 : 0,
    sentence: sentences.join(' '),
  };
}
