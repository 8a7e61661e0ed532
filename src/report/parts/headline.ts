import type { Report } from '../../model/report.js';
import * as coverage from './coverage.js';
import { countOf } from './shares.js';

/** What the audit saw, one line. */
export const seenLine = (report: Report): string =>
  [
    coverage.systemsSeen(report),
    coverage.personsSeen(report),
    coverage.rulesEvaluated(report),
    coverage.rowsRead(report),
    coverage.period(report),
  ].join('; ');

/** Counts against a baseline and an earlier snapshot, one line. */
export function pastLine({ summary, fixed, unseen }: Report): string {
  return [
    `${countOf(summary.suppressed, 'finding')} suppressed`,
    ...(fixed.length > 0 ? [`${countOf(fixed.length, 'finding')} fixed`] : []),
    ...(unseen.length > 0 ? [`${countOf(unseen.length, 'earlier finding')} no longer looked at`] : []),
  ].join(', ');
}

/** The verdict and what it rests on: where a report for machines begins. */
export const headline = (report: Report): string =>
  `${report.verdict.sentence} Seen: ${seenLine(report)}; ${pastLine(report)}.`;
