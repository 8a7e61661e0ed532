import type { Report } from '../../model/report.js';
import { groupDigits } from '../../text/numbers.js';
import { countOf } from '../parts/shares.js';
import { labelled } from './layout.js';
import type { Style } from './style.js';

const most = 10;

/** The first lines and how many more there are; a single one more stands where that would. */
export const cut = (lines: readonly string[], what: string): string[] =>
  lines.length > most + 1
    ? [...lines.slice(0, most), `${groupDigits(lines.length - most)} more ${what}: --format json shows all.`]
    : [...lines];

export const section = (style: Style, title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [style.chalk.bold(title), ...lines.flatMap((line) => labelled(style, '', 2, line)), ''];

function notEvaluated({ coverage }: Report): string[] {
  const lines = coverage.not_evaluated.map(({ rule, missing }) => `${rule}: needs ${missing.join(', ')}`);
  return cut(lines, 'rules');
}

function setAside({ manifest }: Report): string[] {
  const files = manifest.inputs.filter((input) => input.rows_set_aside > 0);
  const line = (input: (typeof files)[number]) =>
    `${input.file} (${input.table}): ${groupDigits(input.rows_set_aside)} of ${countOf(input.rows_in, 'row')}`;
  return cut(files.map(line), 'files');
}

/** What the audit could not say, and the verdict again when it has scrolled away. */
export function renderTail(report: Report, style: Style): string[] {
  const limits = [
    ...section(style, 'Not evaluated', notEvaluated(report)),
    ...section(style, 'Rows set aside', setAside(report)),
  ];
  const said = report.findings.length === 0 && limits.length === 0;
  return [...limits, ...(said ? [] : section(style, 'Verdict', [report.verdict.sentence]))];
}
