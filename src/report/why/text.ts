import type { AmountWhyCause, WhyCause, WhyReport } from '../../model/why.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits, renderExpected, renderMeasure, renderPercentage } from '../../text/numbers.js';
import { wrap } from '../parts/width.js';

const share = (part: number, of: number): string => renderPercentage(Math.round(part), Math.round(of));
const percent = (value: number): string => renderPercentage(Math.floor(value * 1000), 1000);
const whole = (value: number): string => groupDigits(Math.round(value));

const nameOf = (pattern: WhyCause['pattern']): string =>
  Object.entries(pattern)
    .map(([attribute, value]) => `${attribute}=${value === '' ? '(empty)' : value}`)
    .join(' & ');

const countsOf = (cause: WhyCause | AmountWhyCause): string =>
  'amount' in cause
    ? `${renderMeasure(cause.amount)}, forecast ${renderMeasure(cause.forecast)}`
    : `${whole(cause.errors)} errors of ${whole(cause.total)} (${share(cause.errors, cause.total)}), expected ${renderExpected(cause.expected)}`;

/** A cause in one sentence that can be checked with a calculator. */
function causeLines(cause: WhyCause | AmountWhyCause, place: number): string[] {
  const { ratio, ratio_low, ratio_high } = cause;
  const counts = countsOf(cause);
  const strength = `${renderMeasure(ratio)}× [${renderMeasure(ratio_low)}–${renderMeasure(ratio_high)}]`;
  const weight = `explains ${percent(cause.explained)} of the ${'amount' in cause ? 'difference' : 'excess'}; adjusted p ${cause.p_adjusted}`;
  const aliases = cause.same_rows_as.map(nameOf);
  const rivals = cause.rivals.map(nameOf);
  return [
    `${place + 1}. ${nameOf(cause.pattern)}`,
    `   ${counts}: ${strength}; ${weight}.`,
    ...(aliases.length > 0 ? [`   The same rows as ${aliases.join(', or ')}.`] : []),
    ...(rivals.length > 0
      ? [`   It may as well be ${rivals.join(', or ')}: nothing in these counts tells them apart.`]
      : []),
  ];
}

type Verdicts = Readonly<Record<WhyReport['verdict'], string>>;

const errorVerdicts: Verdicts = {
  localised: 'The errors are localised: what follows explains most of them.',
  external_cause: 'The attributes do not say why: the cause, or most of it, lies outside them.',
  listed_only: 'There is nothing to localise: too few errors, or no more than usual.',
  tie: 'The errors are localised, but two patterns explain them equally well.',
};
const amountVerdicts: Verdicts = {
  localised: 'The difference to the forecast is localised: what follows explains most of it.',
  external_cause:
    'The attributes do not say why amounts are off: the cause, or most of it, lies outside them.',
  listed_only: 'There is nothing to localise: amounts are no farther off their forecast than usual.',
  tie: 'The difference is localised, but two patterns explain it equally well.',
};
const verdicts = { errors: errorVerdicts, amounts: amountVerdicts };

function totalsOf(report: WhyReport): string {
  if ('amount' in report)
    return `${renderMeasure(report.amount)} in all, forecast ${renderMeasure(report.forecast)}.`;
  const { errors, total, expected, history } = report;
  const base = history ? 'by the period before' : 'by the rows outside the causes';
  return `${whole(errors)} errors of ${whole(total)} (${share(errors, total)}); ${renderExpected(expected)} expected ${base}.`;
}

function headLines(report: WhyReport): string[] {
  const { attributes, leaves } = report;
  return [
    verdicts['amount' in report ? 'amounts' : 'errors'][report.verdict],
    totalsOf(report),
    `${attributes.length} attributes, ${groupDigits(leaves)} combinations: ${attributes.map((one) => one.attribute).join(', ')}.`,
    ...report.left_out.map(({ attribute, reason }) => `Not searched: ${attribute} (${reason}).`),
  ];
}

function asideLines({ rows_set_aside, rows_in, set_aside }: WhyReport): string[] {
  if (rows_set_aside === 0) return [];
  const rows = set_aside.map(
    ({ row, column, expected }) => `row ${row}, column ${column} (expected: ${expected})`,
  );
  return [
    '',
    `${groupDigits(rows_set_aside)} of ${groupDigits(rows_in)} rows could not be read: ${rows.join('; ')}.`,
  ];
}

const widest = 100;

/** Breaks a line; what follows is indented as it is. */
function fold(line: string, columns: number): string[] {
  const [indent = ''] = /^ */.exec(line) ?? [];
  return wrap(line.trimStart(), columns - indent.length).map((part) => `${indent}${part}`);
}

/** Why errors happen, in words, for a terminal of so many columns. */
export function renderWhy(raw: WhyReport, columns: number): string {
  const report = cleanDeep(raw);
  const causes = report.causes.flatMap((cause, i) => ['', ...causeLines(cause, i)]);
  const lines = [...headLines(report), ...causes, ...asideLines(report)];
  return `${lines
    .flatMap((line) => fold(line, Math.min(columns, widest)))
    .map((line) => muteStart(isolateBidi(line)))
    .join('\n')}\n`;
}
