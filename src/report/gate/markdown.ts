import { severities } from '../../model/enums.js';
import type { GateFinding, GateReport } from '../../model/gate-report.js';
import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { fillRoom } from '../markdown/budget.js';
import type { Group } from '../markdown/findings.js';
import { headOfList, row } from '../markdown/table.js';
import { folded } from '../markdown/tail.js';
import { suppressionWords } from '../parts/failing.js';
import { severityMarks } from '../parts/severity.js';
import { countOf } from '../parts/shares.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { contractWords, incidentRows, placeWords, releaseWords, rulesWords, seenWords } from './words.js';

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('<br>');

function places({ places: found }: GateFinding): string {
  const rest = found.length - 3;
  return lines([
    ...found.slice(0, 3).map((place) => code(placeWords(place))),
    rest > 0 ? `and ${rest} more` : '',
  ]);
}

function toRow(finding: GateFinding): string {
  const accepted = suppressionWords(finding);
  return row([
    lines([
      `**${text(finding.title)}**`,
      text(finding.message),
      accepted === '' ? '' : `*${text(accepted)}*`,
    ]),
    lines([places(finding), code(finding.rule)]),
    text(finding.remediation),
  ]);
}

function groupsOf(findings: readonly GateFinding[]): Group[] {
  return severities.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const title = `${severityMarks[severity]} ${severity}: ${countOf(own.length, 'finding')}`;
    const open = [
      `<details><summary>${title}</summary>`,
      '',
      ...headOfList(['Finding', 'Where', 'What to do']),
    ];
    return [{ open, rows: own.map(toRow), close: ['', '</details>', ''] }];
  });
}

const head = (report: GateReport): string[] => [
  `## ${report.verdict.exit_code === 0 ? 'Passed' : 'Failed'}: templates of ${text(report.ecosystem)}`,
  '',
  `**${text(report.verdict.sentence)}**`,
  '',
  `Seen: ${text(seenWords(report))}; ${text(rulesWords(report))}. Against: ${text(contractWords(report))}.`,
  '',
];

const marks = { blocked: '⛔', needs_approval: '✋', ready: '✅' } as const;

/** One line a message: a release is a unit. */
function release({ release: all }: GateReport): string[] {
  if (!all) return [];
  const rows = all.map((one) => [
    code(one.message),
    `${marks[one.state]} ${text(releaseWords(one).split(':')[0]!)}`,
    text([...one.channels, ...one.locales].join(', ')),
    one.findings.length === 0 ? '' : String(one.findings.length),
  ]);
  return [
    '### Release',
    '',
    ...headOfList(['Message', 'State', 'Channels, locales', 'Findings']),
    ...rows.map(row),
    '',
  ];
}

/** The incident plan as kinds by channels; what is missing is bold. */
function incidents({ incidents: plan }: GateReport): string[] {
  if (!plan) return [];
  const rows = incidentRows(plan);
  const cell = (kind: string, channel: string): string => {
    const own = rows.find((one) => one.kind === kind && one.channel === channel);
    return [
      ...(own?.has ?? []).map((locale) => `✅ ${text(locale)}`),
      ...(own?.lacks ?? []).map((locale) => `**⛔ ${text(locale)}**`),
    ].join('<br>');
  };
  return [
    '### Incident plan',
    '',
    ...headOfList(['Kind', ...plan.channels.map(text)]),
    ...plan.kinds.map((kind) => row([text(kind), ...plan.channels.map((channel) => cell(kind, channel))])),
    '',
  ];
}

const tail = ({ coverage: { not_evaluated, unread } }: GateReport): string[] => [
  ...folded(
    `Not evaluated: ${countOf(not_evaluated.length, 'rule')}`,
    not_evaluated.map(({ rule, missing }) => `${code(rule)} needs ${missing.map(code).join(', ')}`),
  ),
  ...folded(
    `Not read: ${countOf(unread.length, 'file')}`,
    unread.map(({ file, why }) => `${code(file)}: ${text(why)}`),
  ),
];

function render(report: GateReport, { maxBytes = Infinity }: RenderOptions): string {
  const [first, last] = [[...head(report), ...release(report), ...incidents(report)], tail(report)];
  const room = maxBytes - Buffer.byteLength([...first, ...last].join('\n'));
  return `${[...first, ...fillRoom(groupsOf(report.findings), room), ...last].join('\n').trimEnd()}\n`;
}

/** For a merge request or the summary of a job: one screen, the findings folded below it. */
export const gateMarkdown: Reporter<GateReport> = { title: 'Markdown', extension: 'md', render };
