import { severities } from '../../model/enums.js';
import * as coverage from '../../report/parts/coverage.js';
import { rootSentence } from '../../report/parts/roots.js';
import { severityMarks } from '../../report/parts/severity.js';
import { countOf, shareOf } from '../../report/parts/shares.js';
import { totalsBySilo } from '../../report/parts/totals.js';
import { groupDigits } from '../../text/numbers.js';
import { cell, labelled, piece } from '../line.js';
import { gap, type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';
import type { World } from '../world.js';
import { scorecardRows } from './scorecard.js';

const indent = 11;
/** Roots that are listed; the others stand among the findings. */
const most = 8;

function counts({ report }: World): Row[] {
  return severities.map((severity) => {
    const count = report.summary.findings[severity];
    return row(
      [
        piece(`  ${severityMarks[severity]} ${cell(severity, 10)}`, count === 0 ? 'dim' : severity),
        piece(cell(groupDigits(count), 10, 'right'), count === 0 ? 'dim' : 'plain'),
      ],
      `findings:severity:${severity}`,
    );
  });
}

const roots = ({ report, system }: World): Row[] =>
  report.roots
    .slice(0, most)
    .map((root) =>
      row(
        [
          piece(`  ${severityMarks[root.severity]} `, root.severity),
          piece(`${rootSentence(root, system)} `),
          piece(`${countOf(root.findings.length, 'finding')}, ${countOf(root.persons, 'person')}`, 'dim'),
        ],
        `findings:cause:${root.cause} system:${root.system_id}`,
      ),
    );

const silos = ({ report }: World): Row[] =>
  totalsBySilo(report).map(({ name, persons }) =>
    row(
      [piece(`  ${cell(groupDigits(persons), 10, 'right')}  `), piece(name)],
      `findings:silo:${name.includes(' ') ? `"${name}"` : name}`,
    ),
  );

/** How bad it is and what was seen: where the hour begins. */
export function overviewView(world: World, width: number): Sheet {
  const { report } = world;
  const say = (label: string, text: string): Row[] => rowsOf(labelled(label, indent, text, width));
  const persons = shareOf(
    { count: report.summary.persons_in_conflict, of: report.coverage.persons },
    'person',
  );
  return sheetOf(`${report.ecosystem}, as of ${report.manifest.as_of.slice(0, 10)}`, [
    ...say('Verdict', report.verdict.sentence),
    ...say('Whom', `${persons} in conflict, ${countOf(report.summary.messages_in_conflict, 'message')}`),
    ...section('Findings', counts(world)),
    ...scorecardRows(world, width),
    ...section('Mends several at once', roots(world)),
    ...section('Persons in conflict by silo', silos(world)),
    gap,
    ...say('Seen', coverage.systemsSeen(report)),
    ...say('', coverage.personsSeen(report)),
    ...say('', coverage.unlinked(report)),
    ...say('', `${coverage.period(report)}; ${coverage.rulesEvaluated(report)}`),
    ...say('', coverage.rowsRead(report)),
    ...section(
      'Not evaluated',
      report.coverage.not_evaluated.map(({ rule, missing }) =>
        row([piece(`  ${rule}`), piece(` needs ${missing.join(', ')}`, 'dim')]),
      ),
    ),
  ]);
}
