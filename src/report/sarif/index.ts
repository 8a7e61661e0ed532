import type { Report } from '../../model/report.js';
import { cleanDeep } from '../../text/escape.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { invocationOf, noticesOf } from './invocation.js';
import { renderFitting } from './limits.js';
import { fixedResult, placesOf, resultOf } from './results.js';
import { rulesOf } from './rules.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const driverOf = (report: Report) => ({
  name: 'unsilo',
  version: report.manifest.version,
  semanticVersion: report.manifest.version,
  rules: rulesOf(report),
  notifications: noticesOf(),
});

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  const places = placesOf(report, folder);
  const driver = driverOf(report);
  const results = report.findings.map((finding) => resultOf(finding, places));
  const gone = report.fixed.map((past) => fixedResult(past, places));
  const log = (most: number) => ({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [invocationOf(report, results.length - Math.min(most, results.length))],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which unsilo was run.' } } },
        results: [...results, ...gone].slice(0, most),
        properties: { asOf: report.manifest.as_of, policy: report.manifest.policy },
      },
    ],
  });
  return renderFitting(results.length + gone.length, (most) => `${JSON.stringify(log(most), null, 2)}\n`);
}

/** SARIF 2.1.0 for code scanning; accepted findings are marked, never dropped. */
export const sarif: Reporter = { title: 'SARIF 2.1.0', extension: 'sarif', render };
