import type { Severity } from '../model/enums.js';
import type { Finding, NotEvaluated } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { cleanDeep } from '../text/escape.js';
import { suppressionWords } from './parts/failing.js';
import { headline } from './parts/headline.js';
import { configurationLine, type Line, linesOf } from './parts/repository.js';
import type { RenderOptions, Reporter } from './reporter.js';

const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** Both of GitLab's Code Quality and of Code Climate, whose format it is. */
const issue = (check: string, fingerprint: string, severity: string, description: string, at: Line) => ({
  type: 'issue',
  check_name: check,
  description,
  categories: ['Bug Risk'],
  severity,
  fingerprint,
  location: { path: at.path, lines: { begin: at.line } },
});

type Told = Pick<Finding, 'suppression' | 'severity' | 'title' | 'message' | 'rule' | 'fingerprint'>;

/** What is accepted stays in the list, at the least severity. */
function toIssue(finding: Told, at: Line) {
  const accepted = suppressionWords(finding);
  const severity = accepted === '' ? severities[finding.severity] : 'info';
  const text = [accepted, finding.title, finding.message].filter((part) => part !== '').join(': ');
  return issue(`unsilo/${finding.rule}`, finding.fingerprint, severity, text, at);
}

/** A list of issues: what was seen, the findings, and the rules that could not be asked. */
export function renderIssues<F extends Told>(
  said: string,
  findings: readonly F[],
  notEvaluated: readonly NotEvaluated[],
  lineOf: (finding?: F) => Line,
): string {
  const here = lineOf();
  const limits = notEvaluated.map(({ rule, missing }) =>
    issue(
      `unsilo/${rule}`,
      `not-evaluated ${rule}`,
      'info',
      `Not evaluated: needs ${missing.join(', ')}`,
      here,
    ),
  );
  const issues = [
    issue('unsilo/coverage', 'coverage', 'info', said, here),
    ...findings.map((finding) => toIssue(finding, lineOf(finding))),
    ...limits,
  ];
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  return renderIssues(headline(report), report.findings, report.coverage.not_evaluated, (finding) =>
    finding ? linesOf(finding, folder)[0] : configurationLine(folder),
  );
}

/** A Code Quality report for merge requests of GitLab. */
export const gitlab: Reporter = { title: 'GitLab Code Quality', extension: 'gitlab.json', render };
