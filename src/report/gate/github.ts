import type { GateFinding, GateReport } from '../../model/gate-report.js';
import { cleanDeep } from '../../text/escape.js';
import { renderAnnotations } from '../github.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { lineOf, seenPlaces } from './lines.js';
import { headlineWords } from './words.js';

/** GitHub marks columns only inside one line. */
function placeOf(finding: GateFinding, folder: string | undefined): Record<string, string> {
  const [first] = seenPlaces(finding.places, folder);
  if (!first) return { file: lineOf(finding, folder).path, line: '1' };
  const { file, line, column, end_line, end_column } = first;
  const columns =
    line === end_line && end_column > column ? { col: String(column), endColumn: String(end_column) } : {};
  return { file, line: String(line), endLine: String(end_line), ...columns };
}

function render(raw: GateReport, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  return renderAnnotations({
    ecosystem: report.ecosystem,
    passed: report.verdict.exit_code === 0,
    headline: headlineWords(report),
    findings: report.findings,
    placeOf: (finding) => placeOf(finding, folder),
    textOf: ({ message, remediation, rule }) => `${message}\n${remediation}\nunsilo explain ${rule}`,
  });
}

/** Workflow commands that become annotations of a GitHub job. */
export const gateGithub: Reporter<GateReport> = {
  title: 'GitHub annotations',
  extension: 'txt',
  isLog: true,
  render,
};
