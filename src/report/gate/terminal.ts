import { severities } from '../../model/enums.js';
import type { GateFinding, GatePlace, GateReport } from '../../model/gate-report.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { groupDigits } from '../../text/numbers.js';
import { suppressionWords } from '../parts/failing.js';
import { statusWords } from '../parts/past.js';
import { isShown } from '../parts/severity.js';
import { countOf } from '../parts/shares.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { labelled, pad } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import { cut, section } from '../terminal/tail.js';
import { contractWords, incidentRows, placeWords, releaseWords, rulesWords, seenWords } from './words.js';

/** Findings of one severity, and places of one finding, that are written out. */
const most = { findings: 40, places: 4 } as const;
const indent = 12;

function head(report: GateReport, style: Style, hidden: number, show: string): string[] {
  const { findings, suppressed, fixable } = report.summary;
  const counts = severities.map(
    (severity) => `${groupDigits(findings[severity])} ${style.severity(severity)}`,
  );
  const left = [
    `${groupDigits(suppressed)} suppressed`,
    ...(fixable > 0 ? [`--fix mends ${groupDigits(fixable)}`] : []),
    ...(hidden > 0 ? [`${groupDigits(hidden)} below ${show} not listed`] : []),
  ];
  return [
    ...labelled(style, 'Verdict', indent, report.verdict.sentence),
    ...labelled(style, 'Seen', indent, seenWords(report)),
    ...labelled(style, 'Against', indent, `${contractWords(report)}; ${rulesWords(report)}`),
    `${style.chalk.dim(pad('How bad', indent))}${counts.join('   ')}`,
    ...labelled(style, '', indent, left.join('; ')),
    '',
  ];
}

/** The line of a place, what is meant in it set off. */
function quote({ excerpt: { before, at, after } }: GatePlace, style: Style): string[] {
  const marked = at === '' ? '' : style.chalk.bold.underline(at);
  const text = `${before}${marked}${after}`;
  return text.trim() === '' ? [] : [`${' '.repeat(indent)}${style.chalk.dim('│')} ${text}`];
}

function places(finding: GateFinding, style: Style): string[] {
  const rest = finding.places.length - most.places;
  return [
    ...finding.places
      .slice(0, most.places)
      .flatMap((place) => [
        `${' '.repeat(indent)}${style.chalk.cyan(placeWords(place))}`,
        ...quote(place, style),
      ]),
    ...(rest > 0 ? [`${' '.repeat(indent)}and ${groupDigits(rest)} more places`] : []),
    ...finding.compared
      .slice(0, 1)
      .flatMap((place) => [`${' '.repeat(indent)}against ${placeWords(place)}`, ...quote(place, style)]),
  ];
}

function renderFinding(finding: GateFinding, style: Style): string[] {
  const { severity, title, rule, message, remediation, fix, edits, status } = finding;
  const lead = `${style.severity(severity)}${' '.repeat(Math.max(1, indent - severity.length - 2))}`;
  const mended = fix === 'safe' && edits.length > 0 ? ' --fix does it.' : '';
  return [
    `${lead}${style.chalk.bold(title)} ${style.chalk.dim(rule)}${status ? ` (${statusWords[status]})` : ''}`,
    ...places(finding, style),
    ...labelled(style, '', indent, message),
    ...labelled(style, '', indent, `→ ${remediation}${mended}`),
    '',
  ];
}

function renderGroup(findings: readonly GateFinding[], style: Style): string[] {
  const rest = findings.length - most.findings;
  const more = `${countOf(rest, `more ${findings[0]?.severity} finding`)}: --format json shows all.`;
  return [
    ...findings.slice(0, most.findings).flatMap((finding) => renderFinding(finding, style)),
    ...(rest > 0 ? [...labelled(style, '', indent, more), ''] : []),
  ];
}

/** What stops the release first. */
const releaseOrder = ['blocked', 'needs_approval', 'ready'] as const;

function release({ release: all }: GateReport, style: Style): string[] {
  const lines = releaseOrder.flatMap((state) =>
    (all ?? []).filter((one) => one.state === state).map(releaseWords),
  );
  return section(style, 'Release', cut(lines, 'messages'));
}

function incidents({ incidents: plan }: GateReport, style: Style): string[] {
  if (!plan) return [];
  const lines = incidentRows(plan).map(({ kind, channel, has, lacks }) =>
    [
      `${kind}, ${channel}:`,
      ...has.map((locale) => `✓ ${locale}`),
      ...lacks.map((locale) => `✗ ${locale}`),
    ].join(' '),
  );
  return section(style, 'Incident plan', lines);
}

function tail({ coverage, findings }: GateReport, style: Style): string[] {
  const suppressed = findings.filter(({ suppression }) => suppression !== null);
  return [
    ...section(
      style,
      'Suppressed',
      cut(
        suppressed.map((one) => `${one.rule}, ${one.subject}: ${suppressionWords(one)}`),
        'suppressed findings',
      ),
    ),
    ...section(
      style,
      'Not evaluated',
      cut(
        coverage.not_evaluated.map(({ rule, missing }) => `${rule}: needs ${missing.join(', ')}`),
        'rules',
      ),
    ),
    ...section(
      style,
      'Not read',
      cut(
        coverage.unread.map(({ file, why }) => `${file}: ${why}`),
        'files',
      ),
    ),
  ];
}

function render(raw: GateReport, { color, width, show }: RenderOptions): string {
  const isSeen = ({ severity, suppression }: GateFinding): boolean =>
    suppression !== null || isShown(severity, show);
  const report = cleanDeep({ ...raw, findings: raw.findings.filter(isSeen) });
  const style = createStyle(color, width);
  const shown = report.findings.filter(({ suppression }) => suppression === null);
  const hidden = raw.findings.length - report.findings.length;
  const groups = severities.flatMap((severity) =>
    renderGroup(
      shown.filter((finding) => finding.severity === severity),
      style,
    ),
  );
  const first = shown[0];
  const lines = [
    ...groups,
    ...tail(report, style),
    ...incidents(report, style),
    ...release(report, style),
    ...(first ? [`What a rule means: unsilo explain ${first.rule}`, ''] : []),
    ...head(report, style, hidden, show),
  ];
  return `${lines
    .map((line) => muteStart(isolateBidi(line).trimEnd()))
    .join('\n')
    .trim()}\n`;
}

/** For people in a terminal: findings worst first, the verdict last, where a log ends. */
export const gateTerminal: Reporter<GateReport> = {
  title: 'Terminal',
  extension: 'txt',
  isLog: true,
  render,
};
