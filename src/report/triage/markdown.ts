import type { Triage, TriageGroup } from '../../model/triage.js';
import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { groupDigits } from '../../text/numbers.js';
import { finish, list, section } from '../document/markdown.js';
import { headOfList, row } from '../markdown/table.js';
import { severityMarks } from '../parts/severity.js';
import { countOf } from '../parts/shares.js';
import type { Brief } from './brief.js';
import { documentOf } from './document.js';
import { clockWords, dayOf, holderWords, notSeenWords, personWords, summaryWords } from './words.js';

/** The root-cause report of a group as a document for a wiki or a ticket. */
export function renderShowMarkdown(group: TriageGroup, triage: Triage): string {
  const { title, kicker, sections } = documentOf(group, triage);
  return finish([`# ${text(title)}`, '', text(kicker), '', ...sections.flatMap(section)]);
}

const brief = ({ title, key, about, parts }: Brief): string[] => [
  `## ${text(title)} (${code(key)})`,
  '',
  ...about.map(text),
  '',
  ...parts.flatMap(({ title: head, sentences }) => [`**${text(head)}**`, '', ...list(sentences), '']),
];

/** Briefs for agents, one after the other. */
export const renderBriefMarkdown = (briefs: readonly Brief[]): string =>
  finish(briefs.length === 0 ? ['No group of errors is open.'] : briefs.flatMap(brief));

const line = (group: TriageGroup, asOf: string): string =>
  row([
    `${severityMarks[group.severity]} ${group.severity}`,
    `${text(group.title)} (${code(group.key)})`,
    `${group.state}${group.overdue ? ', overdue' : ''}`,
    groupDigits(group.errors),
    text(personWords(group)),
    text(clockWords(group, asOf)),
    text(holderWords(group)),
  ]);

/** The list of groups for a merge request or a wiki; below each open one, its cause and what comes next. */
export function renderTriageMarkdown(triage: Triage): string {
  const open = triage.groups.filter(({ state }) => state !== 'resolved');
  const notSeen = notSeenWords(triage);
  return finish([
    `# ${text(triage.ecosystem)}: errors`,
    '',
    `As of ${dayOf(triage.as_of)}: ${text(summaryWords(triage))}.`,
    '',
    ...(notSeen === '' ? [] : [`${text(notSeen)}.`, '']),
    ...headOfList(['Severity', 'Group', 'State', 'Errors', 'Persons', 'Clock', 'Who']),
    ...triage.groups.map((group) => line(group, triage.as_of)),
    '',
    ...open.flatMap((group) => [
      `- ${code(group.key)} ${text(group.cause)}`,
      `  ${text(group.next[0] ?? '')}`,
    ]),
    ...(triage.gone.length > 0
      ? ['', `${countOf(triage.gone.length, 'group')} of earlier runs not found any more.`]
      : []),
  ]);
}
