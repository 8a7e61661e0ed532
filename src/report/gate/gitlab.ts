import type { GateReport } from '../../model/gate-report.js';
import { cleanDeep } from '../../text/escape.js';
import { renderIssues } from '../gitlab.js';
import { configurationLine } from '../parts/repository.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { lineOf } from './lines.js';
import { headlineWords } from './words.js';

function render(raw: GateReport, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  return renderIssues(headlineWords(report), report.findings, report.coverage.not_evaluated, (finding) =>
    finding ? lineOf(finding, folder) : configurationLine(folder),
  );
}

/** A Code Quality report for merge requests of GitLab. */
export const gateGitlab: Reporter<GateReport> = {
  title: 'GitLab Code Quality',
  extension: 'gitlab.json',
  render,
};
