import { severities } from '../../model/enums.js';
import type { Report } from '../../model/report.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { fillRoom } from './budget.js';
import { renderCommunications } from './communications.js';
import { groupOf } from './findings.js';
import { renderHead } from './head.js';
import { renderScorecard } from './scorecard.js';
import { renderTail } from './tail.js';

const hint =
  'Everybody behind a finding: `unsilo affected <id>`. What a rule means: `unsilo explain <rule>`.';

function render(report: Report, { maxBytes = Infinity }: RenderOptions): string {
  const head = renderHead(report);
  const tail = [
    ...renderScorecard(report),
    ...renderCommunications(report),
    ...renderTail(report),
    ...(report.findings.length > 0 ? [hint] : []),
  ];
  const room = maxBytes - Buffer.byteLength([...head, ...tail].join('\n'));
  const groups = severities.flatMap((severity) => groupOf(severity, report.findings));
  return `${[...head, ...fillRoom(groups, room), ...tail].join('\n').trimEnd()}\n`;
}

/** For a merge request or the summary of a job: one screen, the findings folded below it. */
export const markdown: Reporter = { title: 'Markdown', extension: 'md', render };
