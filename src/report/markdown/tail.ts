import type { Report } from '../../model/report.js';
import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { groupDigits } from '../../text/numbers.js';
import { countOf } from '../parts/shares.js';

const most = 20;

/** A list behind a line that opens it; nothing without items. */
export function folded(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const rest = items.length - most;
  const more = rest > 0 ? [`- ${groupDigits(rest)} more in the other formats`] : [];
  const list = [...items.slice(0, most).map((item) => `- ${item}`), ...more];
  return [`<details><summary>${title}</summary>`, '', ...list, '', '</details>', ''];
}

const listed = (codes: readonly string[]): string => codes.map(code).join(', ');

/** What the audit could not say, and what has changed since an earlier one. */
export function renderTail({ coverage, manifest, fixed, unseen }: Report): string[] {
  const files = manifest.inputs.filter((input) => input.rows_set_aside > 0);
  return [
    ...folded(
      `Not evaluated: ${countOf(coverage.not_evaluated.length, 'rule')}`,
      coverage.not_evaluated.map(({ rule, missing }) => `${code(rule)} needs ${listed(missing)}`),
    ),
    ...folded(
      `Rows set aside in ${countOf(files.length, 'file')}`,
      files.map(
        (input) =>
          `${code(input.file)}: ${groupDigits(input.rows_set_aside)} of ${countOf(input.rows_in, 'row')}`,
      ),
    ),
    ...folded(
      `Fixed: ${countOf(fixed.length, 'finding')}`,
      fixed.map((past) => `${code(past.rule)} ${text(past.title)}: ${code(past.subject)}`),
    ),
    ...folded(
      `No longer looked at: ${countOf(unseen.length, 'finding')}`,
      unseen.map(
        (past) =>
          `${code(past.rule)} ${code(past.subject)}: ${past.why.replaceAll('_', ' ')} ${listed(past.what)}`,
      ),
    ),
  ];
}
