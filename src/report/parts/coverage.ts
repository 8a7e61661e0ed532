import type { Report } from '../../model/report.js';
import { groupDigits } from '../../text/numbers.js';
import { debt } from './past.js';
import { countOf, shareOf } from './shares.js';

const day = (instant: string): string => instant.slice(0, 10);

/** At most so many items, the rest as a count. */
export function listSome(items: readonly string[], most: number): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join(', ')} and ${groupDigits(rest)} more` : items.join(', ');
}

export const systemsSeen = ({ coverage }: Report): string =>
  `${shareOf({ count: coverage.systems_with_data, of: coverage.systems_known }, 'system')} with data`;

export const personsSeen = ({ coverage }: Report): string =>
  `${countOf(coverage.persons, 'person')}, ${groupDigits(coverage.persons_in_two_or_more)} of them in two or more systems`;

export const unlinked = ({ coverage }: Report): string =>
  `${shareOf({ count: coverage.records_unlinked, of: coverage.records }, 'customer record')} linked to no other`;

export const period = ({ coverage }: Report): string =>
  coverage.period_from === null || coverage.period_to === null
    ? 'no dated records'
    : `${day(coverage.period_from)} to ${day(coverage.period_to)}`;

export function rowsRead({ coverage }: Report): string {
  const { rows_in, rows_used, rows_set_aside, messages_undone = 0 } = coverage;
  const undone =
    messages_undone === 0
      ? ''
      : `; ${countOf(messages_undone, 'message')} failed after being called delivered`;
  return `${countOf(rows_in, 'row')} read, ${groupDigits(rows_used)} used, ${groupDigits(rows_set_aside)} set aside${undone}`;
}

/** Rules that could say something, of all asked. */
export function rulesEvaluated({ coverage }: Report): string {
  const of = coverage.rules_evaluated + coverage.not_evaluated.length;
  return `${groupDigits(coverage.rules_evaluated)} of ${countOf(of, 'rule')} evaluated`;
}

/** What was left out of the list of findings; always said, also when nothing was. */
export function leftOut(report: Report, hidden: number, show: string): string {
  return hidden === 0 ? debt(report) : `${debt(report)}; ${groupDigits(hidden)} below ${show} not listed`;
}
