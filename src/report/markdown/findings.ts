import type { Severity } from '../../model/enums.js';
import type { Finding } from '../../model/finding.js';
import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { groupDigits } from '../../text/numbers.js';
import { suppressionWords } from '../parts/failing.js';
import { renderOwners, renderPlace } from '../parts/places.js';
import { severityMarks } from '../parts/severity.js';
import { affectedPhrases, countOf } from '../parts/shares.js';
import { headOfList, row } from './table.js';

/** A part of the list of one severity: what opens it, its findings, what closes it. */
export interface Group {
  readonly open: readonly string[];
  readonly rows: readonly string[];
  readonly close: readonly string[];
}

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('<br>');

function firstPlace({ evidence }: Finding): string {
  const [first] = evidence;
  if (first === undefined) return '';
  const more = evidence.length - 1;
  return `${code(renderPlace(first))}${more === 0 ? '' : ` and ${groupDigits(more)} more`}`;
}

function toRow(finding: Finding): string {
  const { title, message, remediation, rule, status, due, fingerprint } = finding;
  const accepted = suppressionWords(finding);
  return row([
    lines([
      `**${text(title)}**${status === null ? '' : ` (${status})`}`,
      text(message),
      accepted === '' ? '' : `*${text(accepted)}*`,
    ]),
    text(affectedPhrases(finding).join('; ')),
    lines([text(remediation), text(renderOwners(finding)), due === null ? '' : `by ${due}`]),
    lines([firstPlace(finding), code(rule), code(fingerprint)]),
  ]);
}

/** The findings of one severity behind a line that opens them. */
export function groupOf(severity: Severity, findings: readonly Finding[]): Group[] {
  const own = findings.filter((finding) => finding.severity === severity);
  if (own.length === 0) return [];
  const title = `${severityMarks[severity]} ${severity}: ${countOf(own.length, 'finding')}`;
  return [
    {
      open: [
        `<details><summary>${title}</summary>`,
        '',
        ...headOfList(['Finding', 'Whom', 'What to do, who, by when', 'See, rule, id']),
      ],
      rows: own.map(toRow),
      close: ['', '</details>', ''],
    },
  ];
}
