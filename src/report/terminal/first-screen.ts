import { severities } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { groupBy } from '../../text/group-by.js';
import { groupDigits } from '../../text/numbers.js';
import { asOfDay } from '../parts/as-of.js';
import * as coverage from '../parts/coverage.js';
import { countOf, shareOf } from '../parts/shares.js';
import { totalsBySilo } from '../parts/totals.js';
import { labelled, pad } from './layout.js';
import type { Style } from './style.js';

const indent = 10;

function seen(report: Report, style: Style): string[] {
  const without = report.coverage.systems_without_data;
  const missing = without.length === 0 ? '' : `; none from ${coverage.listSome(without, 3)}`;
  return [
    ...labelled(style, 'Seen', indent, `${coverage.systemsSeen(report)}${missing}`, 2),
    ...labelled(style, '', indent, coverage.personsSeen(report), 1),
    ...labelled(style, '', indent, coverage.unlinked(report), 1),
    ...labelled(style, '', indent, `${coverage.period(report)}; ${coverage.rulesEvaluated(report)}`, 1),
    ...labelled(style, '', indent, coverage.rowsRead(report), 1),
  ];
}

function howBad(report: Report, style: Style, hidden: number, show: string): string[] {
  const { findings, persons_in_conflict, messages_in_conflict } = report.summary;
  const counts = severities.map(
    (severity) => `${groupDigits(findings[severity])} ${style.severity(severity)}`,
  );
  const persons = shareOf({ count: persons_in_conflict, of: report.coverage.persons }, 'person');
  const messages = countOf(messages_in_conflict, 'message');
  return [
    `${style.chalk.dim(pad('How bad', indent))}${counts.join('   ')}`,
    ...labelled(style, '', indent, `${persons} in conflict, ${messages}`, 1),
    ...labelled(style, '', indent, coverage.leftOut(report, hidden, show), 1),
  ];
}

/** The worst finding of each of the three worst kinds. */
function whatFirst(findings: readonly Finding[], style: Style): string[] {
  const kinds = groupBy(findings, (finding) => finding.rule);
  const line = ([worst, ...others]: readonly Finding[], index: number) => {
    const more = others.length === 0 ? '' : ` (and ${groupDigits(others.length)} more of this kind)`;
    const text = `${index + 1}. ${worst?.title}${more}: ${worst?.message}`;
    return labelled(style, index === 0 ? 'First' : '', indent, text, 2);
  };
  return [...kinds.values()].slice(0, 3).flatMap(line);
}

function whom(report: Report, style: Style): string[] {
  const totals = totalsBySilo(report).map((total) => `${total.name} ${groupDigits(total.persons)}`);
  if (totals.length === 0) return [];
  const persons = countOf(report.summary.persons_in_conflict, 'person');
  return labelled(style, 'Whom', indent, `${persons} in conflict: ${coverage.listSome(totals, 4)}`, 2);
}

/** What a reader must know without scrolling, at most 24 lines: what was seen, how bad, what first, whom it hits. */
export function renderFirstScreen(
  report: Report,
  style: Style,
  listed: { findings: readonly Finding[]; hidden: number; show: string },
): string[] {
  const title = `${report.ecosystem}, ${asOfDay(report.manifest.as_of)}`;
  const groups = [
    labelled(style, '', 0, title, 1).map((line) => style.chalk.bold(line)),
    seen(report, style),
    howBad(report, style, listed.hidden, listed.show),
    [...whatFirst(listed.findings, style), ...whom(report, style)],
    labelled(style, 'Verdict', indent, report.verdict.sentence, 2),
  ];
  return groups.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, '']);
}
