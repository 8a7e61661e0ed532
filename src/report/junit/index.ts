import type { Report } from '../../model/report.js';
import { cleanDeep } from '../../text/escape.js';
import { pastLine, seenLine } from '../parts/headline.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { type Case, casesOf } from './cases.js';
import { element } from './xml.js';

const count = (cases: readonly Case[], outcome: Case['outcome']): number =>
  cases.filter((one) => one.outcome === outcome).length;

/** Where a report for people would begin: verdict and coverage. */
function properties(report: Report): string {
  const values = {
    verdict: report.verdict.sentence,
    coverage: seenLine(report),
    findings: pastLine(report),
    as_of: report.manifest.as_of,
    version: report.manifest.version,
  };
  const property = ([name, value]: [string, string]) => element('property', { name, value });
  return element('properties', {}, Object.entries(values).map(property));
}

function suite(name: string, cases: readonly Case[], report: Report, head: readonly string[]): string {
  const attributes = {
    name,
    tests: cases.length,
    failures: count(cases, 'failed'),
    errors: 0,
    skipped: count(cases, 'skipped'),
    time: 0,
    timestamp: report.manifest.as_of.slice(0, 19),
  };
  return element('testsuite', attributes, [...head, ...cases.map(({ xml }) => xml)]);
}

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  const cases = casesOf(report, folder);
  const [first = 'unsilo', ...packs] = new Set(cases.map((one) => one.suite));
  const suites = [first, ...packs.sort()].map((name, index) =>
    suite(
      name,
      cases.filter((one) => one.suite === name),
      report,
      index === 0 ? [properties(report)] : [],
    ),
  );
  const attributes = {
    name: `unsilo: ${report.ecosystem}`,
    tests: cases.length,
    failures: count(cases, 'failed'),
    errors: 0,
    time: 0,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites)}\n`;
}

/** A suite per pack, a case per finding and per rule without findings, as Jenkins and GitLab read it. */
export const junit: Reporter = { title: 'JUnit XML', extension: 'junit.xml', render };
