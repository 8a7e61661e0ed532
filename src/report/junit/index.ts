import type { Report } from '../../model/report.js';
import { cleanDeep } from '../../text/escape.js';
import { pastLine, seenLine } from '../parts/headline.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { type Case, casesOf } from './cases.js';
import { element } from './xml.js';

const count = (cases: readonly Case[], outcome: Case['outcome']): number =>
  cases.filter((one) => one.outcome === outcome).length;

/** A report as Jenkins and GitLab read it. */
export interface Suites {
  readonly name: string;
  /** RFC 3339, up to the second. */
  readonly timestamp: string;
  /** Where a report for people would begin: verdict and coverage. */
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

function propertiesOf(values: Suites['properties']): string {
  const property = ([name, value]: [string, string]) => element('property', { name, value });
  return element('properties', {}, Object.entries(values).map(property));
}

function suite(name: string, cases: readonly Case[], timestamp: string, head: readonly string[]): string {
  const attributes = {
    name,
    tests: cases.length,
    failures: count(cases, 'failed'),
    errors: 0,
    skipped: count(cases, 'skipped'),
    time: 0,
    timestamp,
  };
  return element('testsuite', attributes, [...head, ...cases.map(({ xml }) => xml)]);
}

/** The document: the suite of the verdict first, the packs by name. */
export function renderSuites({ name, timestamp, properties, cases }: Suites): string {
  const [first = 'unsilo', ...packs] = new Set(cases.map((one) => one.suite));
  const suites = [first, ...packs.sort()].map((pack, index) =>
    suite(
      pack,
      cases.filter((one) => one.suite === pack),
      timestamp,
      index === 0 ? [propertiesOf(properties)] : [],
    ),
  );
  const attributes = {
    name,
    tests: cases.length,
    failures: count(cases, 'failed'),
    errors: 0,
    time: 0,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites)}\n`;
}

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  return renderSuites({
    name: `unsilo: ${report.ecosystem}`,
    timestamp: report.manifest.as_of.slice(0, 19),
    properties: {
      verdict: report.verdict.sentence,
      coverage: seenLine(report),
      findings: pastLine(report),
      as_of: report.manifest.as_of,
      version: report.manifest.version,
    },
    cases: casesOf(report, folder),
  });
}

/** A suite per pack, a case per finding and per rule without findings, as Jenkins and GitLab read it. */
export const junit: Reporter = { title: 'JUnit XML', extension: 'junit.xml', render };
