import { type Severity, severities } from '../model/enums.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { cleanDeep } from '../text/escape.js';
import { groupDigits } from '../text/numbers.js';
import { headline } from './parts/headline.js';
import { linesOf } from './parts/repository.js';
import { countOf } from './parts/shares.js';
import type { RenderOptions, Reporter } from './reporter.js';

type Level = 'error' | 'warning' | 'notice';
const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/** Annotations of one level that GitHub shows of a step; two notices are the verdict and the rest. */
const most: Readonly<Record<Level, number>> = { error: 10, warning: 10, notice: 8 };

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function command(level: Level, properties: Readonly<Record<string, string>>, text: string): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${given.join(',')}::${escapeData(text)}`;
}

type Told = Pick<Finding, 'severity' | 'title' | 'rule' | 'suppression'>;

/** What annotations tell: the verdict, and each finding by its place and text. */
export interface Annotated<F> {
  readonly ecosystem: string;
  readonly passed: boolean;
  readonly headline: string;
  readonly findings: readonly F[];
  readonly placeOf: (finding: F) => Readonly<Record<string, string>>;
  readonly textOf: (finding: F) => string;
}

function annotate<F extends Told>(finding: F, { placeOf, textOf }: Annotated<F>): string {
  const title = `${finding.severity}: ${finding.title} (${finding.rule})`;
  return command(levels[finding.severity], { ...placeOf(finding), title }, textOf(finding));
}

const restOf = (hidden: readonly Told[]): string =>
  severities
    .map((severity) => [hidden.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${groupDigits(count)} ${severity}`)
    .join(', ');

/** Workflow commands: the verdict, then as many findings as GitHub shows, worst first, and a count of the rest. */
export function renderAnnotations<F extends Told>(annotated: Annotated<F>): string {
  const open = annotated.findings.filter(({ suppression }) => suppression === null);
  const listed = (Object.keys(most) as Level[]).flatMap((level) =>
    open.filter(({ severity }) => levels[severity] === level).slice(0, most[level]),
  );
  const hidden = open.filter((finding) => !listed.includes(finding));
  const verdict = annotated.passed ? 'passed' : 'failed';
  const more = `${countOf(hidden.length, 'more finding')}: ${restOf(hidden)}. The job summary and the other formats list them.`;
  const lines = [
    command('notice', { title: `unsilo ${verdict}: ${annotated.ecosystem}` }, annotated.headline),
    ...listed.map((finding) => annotate(finding, annotated)),
    ...(hidden.length > 0 ? [command('notice', { title: 'unsilo: not annotated' }, more)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  return renderAnnotations({
    ecosystem: report.ecosystem,
    passed: report.verdict.exit_code === 0,
    headline: headline(report),
    findings: report.findings,
    placeOf: (finding) => {
      const [{ path, line }] = linesOf(finding, folder);
      return { file: path, line: String(line) };
    },
    textOf: ({ message, remediation, fingerprint }) =>
      `${message}\n${remediation}\nunsilo affected ${fingerprint}`,
  });
}

/** Workflow commands that become annotations of a GitHub job, worst first, as many as GitHub shows. */
export const github: Reporter = { title: 'GitHub annotations', extension: 'txt', isLog: true, render };
