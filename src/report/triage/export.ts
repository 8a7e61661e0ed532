import type { Severity } from '../../model/enums.js';
import type { Triage, TriageGroup } from '../../model/triage.js';
import { csvLine } from '../../text/csv.js';
import { cleanDeep } from '../../text/escape.js';
import { muteStart } from '../../text/escape-commands.js';
import {
  clockWords,
  communicationWords,
  customerWords,
  dayOf,
  detectedWords,
  holderWords,
  personWords,
} from './words.js';

/** Everything a ticket needs to be worked on without the report; lines of plain text, nobody's data. */
function descriptionOf(group: TriageGroup, { ecosystem, as_of: asOf }: Triage): string {
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `- ${item}`)];
  return [
    `${ecosystem}, as of ${dayOf(asOf)}. Group ${group.key}.`,
    group.cause,
    group.state_why,
    `${personWords(group)}; ${customerWords(group)}; noticed by ${detectedWords(group.detected_by) || 'nobody recorded'}.`,
    `Clock: ${clockWords(group, asOf)}. Who: ${holderWords(group)}.`,
    ...list('Next steps', group.next),
    ...list('Waits for approval', group.approval),
    ...list('Affected communications', group.communications.map(communicationWords)),
    ...list(
      'Evidence, a sample',
      group.evidence.map(({ file, row }) => `${file}:${row}`),
    ),
    '',
    `Everybody hit: unsilo affected ${group.key}`,
  ]
    .map(muteStart)
    .join('\n');
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 2)} …`;

/** Labels hold no spaces. */
const label = (text: string): string => text.replace(/[^\p{L}\p{N}.:_-]+/gu, '-');

type Column = readonly [head: string, cell: (group: TriageGroup, triage: Triage) => string];

const jiraPriorities: Readonly<Record<Severity, string>> = {
  critical: 'Highest',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Lowest',
};

/**
 * A header with Summary, no punctuation in it, one column for each label, every comma kept; dates are yyyy-MM-dd, as the
 * importer is to be told. https://support.atlassian.com/jira-software-cloud/docs/create-issues-using-the-csv-importer/
 * (read 2026-11-22)
 */
const jira: readonly Column[] = [
  ['Summary', ({ title }) => cut(title, 255)],
  ['Issue Type', () => 'Task'],
  ['Priority', ({ severity }) => jiraPriorities[severity]],
  ['Due Date', ({ due }) => dayOf(due)],
  ['Assignee', ({ owner }) => owner?.contact ?? ''],
  ['Labels', ({ key }) => `unsilo-${key}`],
  ['Labels', ({ error_class: name }) => label(name)],
  ['Labels', ({ harm }) => label(harm)],
  ['Description', descriptionOf],
];

/** 1 high, 2 medium, 3 low. */
const levels: Readonly<Record<Severity, string>> = {
  critical: '1',
  high: '1',
  medium: '2',
  low: '3',
  info: '3',
};
const impactOf = ({ persons, exposed }: TriageGroup): string =>
  persons + exposed >= 1000 ? '1' : persons + exposed >= 50 ? '2' : '3';

/** `2026-07-03 12:14:00`, UTC: the form of ServiceNow's date/time fields. */
const moment = (instant: string | null): string => instant?.slice(0, 19).replace('T', ' ') ?? '';

/**
 * Fields of the incident table by their names, which a transform map matches by itself; correlation_id is to coalesce
 * on, so that a second import updates. Owner and system are columns of the import set only: matched to references they
 * would make groups and items that are not there. https://www.servicenow.com/docs/csh?topicname=c_ImportSetsKeyConcepts.html
 * (read 2026-11-22)
 */
const servicenow: readonly Column[] = [
  ['correlation_id', ({ key }) => key],
  ['correlation_display', () => 'unsilo'],
  ['short_description', ({ title }) => cut(title, 160)],
  ['impact', impactOf],
  ['urgency', ({ severity, overdue }) => (overdue ? '1' : levels[severity])],
  ['opened_at', ({ since }) => moment(since)],
  ['due_date', ({ due }) => moment(due)],
  ['description', descriptionOf],
  ['unsilo_owner', ({ owner }) => owner?.name ?? ''],
  ['unsilo_system', ({ places }) => places.join(', ')],
  ['unsilo_state', ({ state }) => state],
];

const forms = { jira, servicenow } as const;
export const exportFormats = ['jira', 'servicenow'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Open groups as CSV for the import of a tracker; no cell runs as a formula. */
export function renderExport(raw: Triage, format: ExportFormat): string {
  const triage = cleanDeep(raw);
  const open = triage.groups.filter(({ state }) => state !== 'resolved');
  const columns = forms[format];
  const rows = open.map((group) => columns.map(([, cell]) => cell(group, triage)));
  return [columns.map(([head]) => head), ...rows].map(csvLine).join('');
}
