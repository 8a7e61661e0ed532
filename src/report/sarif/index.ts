import type { Report } from '../../model/report.js';
import { cleanDeep } from '../../text/escape.js';
import { pastLine, seenLine } from '../parts/headline.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { renderLog } from './log.js';
import { fixedResult, placesOf, resultOf } from './results.js';

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  const places = placesOf(report, folder);
  return renderLog(report, {
    lines: { seen: seenLine(report), past: pastLine(report) },
    results: report.findings.map((finding) => resultOf(finding, places)),
    gone: report.fixed.map((past) => fixedResult(past, places)),
    properties: { asOf: report.manifest.as_of, policy: report.manifest.policy },
  });
}

/** SARIF 2.1.0 for code scanning; accepted findings are marked, never dropped. */
export const sarif: Reporter = { title: 'SARIF 2.1.0', extension: 'sarif', render };
