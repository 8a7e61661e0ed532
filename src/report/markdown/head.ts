import { severities } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import type { Report, Root } from '../../model/report.js';
import { markdownText as text } from '../../text/escape-markdown.js';
import { addTo } from '../../text/group-by.js';
import { groupDigits } from '../../text/numbers.js';
import { asOfDay } from '../parts/as-of.js';
import { pastLine, seenLine } from '../parts/headline.js';
import { rootSentence } from '../parts/roots.js';
import { severityMarks } from '../parts/severity.js';
import { countOf } from '../parts/shares.js';
import { indexSystems } from '../parts/systems.js';
import { findingsByPack } from '../parts/totals.js';
import { table } from './table.js';

function verdict(report: Report): string[] {
  const { exit_code, sentence } = report.verdict;
  return [
    `## ${exit_code === 0 ? 'Passed' : 'Failed'}: ${text(report.ecosystem)}, ${asOfDay(report.manifest.as_of)}`,
    '',
    `**${text(sentence)}**`,
    '',
    `Seen: ${text(seenLine(report))}. ${text(pastLine(report))}.`,
    '',
  ];
}

/** Findings by pack and severity; no rows when there is nothing to count. */
function counts({ findings }: Report): string[] {
  if (findings.length === 0) return [];
  const number = (count: number) => (count === 0 ? '' : groupDigits(count));
  const packs = findingsByPack(findings);
  const all = severities.map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  );
  return table(
    ['', ...severities.map((severity) => `${severityMarks[severity]} ${severity}`), 'all'],
    [
      ...packs.map(({ name, counts: own, total }) => [
        text(name),
        ...severities.map((severity) => number(own[severity])),
        number(total),
      ]),
      ['**all**', ...[...all, findings.length].map((count) => `**${groupDigits(count)}**`)],
    ],
  );
}

/** The worst finding of each of the three worst kinds. */
function first({ findings }: Report): string[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ suppression }) => suppression === null))
    addTo(kinds, finding.rule, finding);
  const line = ([worst, ...others]: readonly Finding[], index: number): string => {
    const more = others.length === 0 ? '' : ` (and ${groupDigits(others.length)} more of this kind)`;
    return `${index + 1}. **${text(worst?.title ?? '')}**${more}: ${text(worst?.message ?? '')}`;
  };
  const lines = [...kinds.values()].slice(0, 3).map(line);
  return lines.length === 0 ? [] : ['### What first', '', ...lines, ''];
}

const affected = ({ findings, persons }: Root): string =>
  [countOf(findings.length, 'finding'), ...(persons > 0 ? [countOf(persons, 'person')] : [])].join(', ');

/** What mends most findings at once. */
function roots(report: Report): string[] {
  const system = indexSystems(report);
  const lines = report.roots
    .slice(0, 3)
    .map(
      (root) => `- ${severityMarks[root.severity]} ${text(rootSentence(root, system))} ${affected(root)}.`,
    );
  return lines.length === 0 ? [] : ['### Mend first', '', ...lines, ''];
}

/** One screen: the verdict, what it rests on, how much of what, and where to begin. */
export const renderHead = (report: Report): string[] => [
  ...verdict(report),
  ...counts(report),
  ...first(report),
  ...roots(report),
];
