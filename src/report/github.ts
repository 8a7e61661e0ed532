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

function annotate(finding: Finding, folder: string | undefined): string {
  const [{ path, line }] = linesOf(finding, folder);
  const title = `${finding.severity}: ${finding.title} (${finding.rule})`;
  const text = `${finding.message}\n${finding.remediation}\nunsilo affected ${finding.fingerprint}`;
  return command(levels[finding.severity], { file: path, line: String(line), title }, text);
}

const restOf = (hidden: readonly Finding[]): string =>
  severities
    .map((severity) => [hidden.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${groupDigits(count)} ${severity}`)
    .join(', ');

function render(raw: Report, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  const open = report.findings.filter(({ suppression }) => suppression === null);
  const listed = (Object.keys(most) as Level[]).flatMap((level) =>
    open.filter(({ severity }) => levels[severity] === level).slice(0, most[level]),
  );
  const hidden = open.filter((finding) => !listed.includes(finding));
  const verdict = report.verdict.exit_code === 0 ? 'passed' : 'failed';
  const more = `${countOf(hidden.length, 'more finding')}: ${restOf(hidden)}. The job summary and the other formats list them.`;
  const lines = [
    command('notice', { title: `unsilo ${verdict}: ${report.ecosystem}` }, headline(report)),
    ...listed.map((finding) => annotate(finding, folder)),
    ...(hidden.length > 0 ? [command('notice', { title: 'unsilo: not annotated' }, more)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Workflow commands that become annotations of a GitHub job, worst first, as many as GitHub shows. */
export const github: Reporter = { title: 'GitHub annotations', extension: 'txt', isLog: true, render };
