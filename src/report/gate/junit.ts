import { isFailing } from '../../model/failing.js';
import type { GateFinding, GateReport } from '../../model/gate-report.js';
import { cleanDeep } from '../../text/escape.js';
import { allCases, findingCase } from '../junit/cases.js';
import { renderSuites } from '../junit/index.js';
import { suppressionWords } from '../parts/failing.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { lineOf } from './lines.js';
import { contractWords, excerptWords, pastWords, placeWords, seenWords } from './words.js';

const bodyOf = (finding: GateFinding): string[] => [
  finding.message,
  finding.remediation,
  ...finding.places.map((place) => `${placeWords(place)}  ${excerptWords(place)}`),
  ...finding.compared.map((place) => `against ${placeWords(place)}  ${excerptWords(place)}`),
  suppressionWords(finding),
];

function render(raw: GateReport, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  const gate = { failOn: report.verdict.fail_on, failOnNew: report.manifest.options.fail_on_new };
  const findings = report.findings.map((finding) =>
    findingCase(finding, isFailing(finding, gate), lineOf(finding, folder), bodyOf(finding)),
  );
  return renderSuites({
    name: `unsilo gate: ${report.ecosystem}`,
    timestamp: `${report.manifest.today}T00:00:00`,
    properties: {
      verdict: report.verdict.sentence,
      coverage: seenWords(report),
      contract: contractWords(report),
      findings: pastWords(report),
      version: report.manifest.version,
    },
    cases: allCases(report, findings),
  });
}

/** A suite per pack, a case per finding and per rule without findings, as Jenkins and GitLab read it. */
export const gateJunit: Reporter<GateReport> = { title: 'JUnit XML', extension: 'junit.xml', render };
