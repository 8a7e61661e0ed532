import { severities } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { isShown } from '../parts/severity.js';
import { countOf } from '../parts/shares.js';
import { indexSystems } from '../parts/systems.js';
import { readWays } from '../parts/way.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { renderCommunications } from './communications.js';
import { type Lookups, renderFinding } from './finding.js';
import { renderFirstScreen } from './first-screen.js';
import { labelled } from './layout.js';
import { linkLines } from './links.js';
import { renderPast } from './past.js';
import { renderRoots } from './roots.js';
import { renderScorecard } from './scorecard.js';
import { createStyle, type Style } from './style.js';
import { renderTail } from './tail.js';

/** Findings of one severity that are written out. */
const most = 10;

function renderGroup(findings: readonly Finding[], lookups: Lookups, style: Style): string[] {
  const rest = findings.length - most;
  const what = countOf(rest, `more ${findings[0]?.severity} finding`);
  const more = `${what}: --format html or --format json shows all.`;
  return [
    ...findings.slice(0, most).flatMap((finding) => renderFinding(finding, lookups, style)),
    ...(rest > 0 ? [...labelled(style, '', 0, more), ''] : []),
  ];
}

/** How to dig deeper, once, with the worst finding as example. */
function renderHints(first: Finding | undefined, style: Style): string[] {
  if (first === undefined) return [];
  return [
    ...labelled(style, '', 0, `Everybody behind a finding: unsilo affected ${first.fingerprint}`),
    ...labelled(style, '', 0, `What a rule means: unsilo explain ${first.rule}`),
    '',
  ];
}

function render(raw: Report, options: RenderOptions): string {
  const report = cleanDeep(raw);
  const style = createStyle(options.color, options.width);
  const open = report.findings.filter(({ suppression }) => suppression === null);
  const findings = open.filter((finding) => isShown(finding.severity, options.show));
  const hidden = open.length - findings.length;
  const lookups = { system: indexSystems(report), way: readWays(report) };
  const lines = [
    ...renderFirstScreen(report, style, { findings, hidden, show: options.show }),
    ...renderRoots(report, style),
    ...severities.flatMap((severity) =>
      renderGroup(
        findings.filter((finding) => finding.severity === severity),
        lookups,
        style,
      ),
    ),
    ...renderHints(findings[0], style),
    ...renderScorecard(report, style),
    ...renderCommunications(report, style),
    ...renderPast(report, style),
    ...renderTail(report, style),
  ];
  const safe = lines.map((line) => muteStart(isolateBidi(line).trimEnd()));
  return `${(options.links ? linkLines(safe, report, options.links) : safe).join('\n').trimEnd()}\n`;
}

/** For people in a terminal: coverage and verdict on the first screen, then the findings, worst first. */
export const terminal: Reporter = { title: 'Terminal', extension: 'txt', isLog: true, render };
