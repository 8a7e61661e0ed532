import type { GateFinding, GateReport } from '../../model/gate-report.js';
import { cleanDeep } from '../../text/escape.js';
import { groupBy } from '../../text/group-by.js';
import type { RenderOptions, Reporter } from '../reporter.js';
import { levels } from '../sarif/levels.js';
import { renderLog } from '../sarif/log.js';
import { fateOf, identityOf, indexRules, uriOf } from '../sarif/results.js';
import { message } from '../sarif/text.js';
import { lineOf, type Seen, seenPlaces } from './lines.js';
import { pastWords, rulesWords, seenWords } from './words.js';

const physical = (uri: string, region: object) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(uri), uriBaseId: '%SRCROOT%' }, region },
});

/** A place without length is a point: viewers then mark the word or the line. */
const located = ({ file, line, column, end_line, end_column }: Seen) =>
  physical(file, {
    startLine: line,
    startColumn: column,
    ...((line !== end_line || column !== end_column) && { endLine: end_line, endColumn: end_column }),
  });

function locationsOf(finding: GateFinding, folder: string | undefined) {
  const [first, ...others] = seenPlaces(finding.places, folder).map(located);
  const at = first ?? physical(lineOf(finding, folder).path, { startLine: 1 });
  const name = { fullyQualifiedName: finding.subject, kind: 'template' };
  const compared = seenPlaces(finding.compared, folder).map((place) => ({
    ...located(place),
    message: message('compared with this'),
  }));
  const related = [...others, ...compared].map((location, id) => ({ id: id + 1, ...location }));
  return {
    locations: [{ ...at, logicalLocations: [name] }],
    ...(related.length > 0 && { relatedLocations: related }),
  };
}

/** Regions of a fix are offsets, as the file is not at hand here. */
function fixesOf({ edits, remediation }: GateFinding) {
  if (edits.length === 0) return {};
  const byFile = groupBy(edits, (edit) => edit.file);
  const artifactChanges = [...byFile].map(([file, own]) => ({
    artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
    replacements: own.map(({ start, end, text }) => ({
      deletedRegion: { charOffset: start, charLength: end - start },
      insertedContent: { text },
    })),
  }));
  return { fixes: [{ description: message(remediation), artifactChanges }] };
}

function resultOf(finding: GateFinding, ruleIndex: ReadonlyMap<string, number>, folder: string | undefined) {
  const {
    title,
    message: said,
    remediation,
    severity,
    confidence,
    message_id,
    channel,
    part,
    locale,
  } = finding;
  return {
    ...identityOf(finding, ruleIndex),
    level: levels[severity],
    message: message(`${title}: ${said} ${remediation}`),
    ...locationsOf(finding, folder),
    ...fixesOf(finding),
    ...fateOf(finding),
    properties: {
      severity,
      confidence,
      case: finding.case,
      message_id,
      channel,
      part,
      locale,
      fix: finding.fix,
    },
  };
}

function render(raw: GateReport, { folder }: RenderOptions): string {
  const report = cleanDeep(raw);
  const ruleIndex = indexRules(report);
  return renderLog(report, {
    lines: { seen: `${seenWords(report)}; ${rulesWords(report)}`, past: pastWords(report) },
    results: report.findings.map((finding, i) =>
      resultOf({ ...finding, edits: raw.findings[i]!.edits }, ruleIndex, folder),
    ),
    gone: [],
    properties: { today: report.manifest.today },
  });
}

/** SARIF 2.1.0 with exact regions, for code scanning. */
export const gateSarif: Reporter<GateReport> = { title: 'SARIF 2.1.0', extension: 'sarif', render };
