import type { Triage, TriageGroup } from '../../model/triage.js';
import { groupDigits, renderDecimal, renderShare } from '../../text/numbers.js';
import { groupPlaces } from '../parts/places.js';
import { countOf, shareOf } from '../parts/shares.js';
import { channelWords } from '../parts/subject.js';
import {
  bucketsOf,
  clockWords,
  customerWords,
  dayOf,
  detectedWords,
  holderWords,
  knownWords,
  minuteOf,
  spanWords,
} from './words.js';

export interface DocumentTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly number[];
}

/** One part of a report; what is empty is left out. */
export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly facts?: readonly (readonly [term: string, text: string])[];
  readonly items?: readonly string[];
  readonly tables?: readonly DocumentTable[];
  readonly commands?: readonly string[];
}

/** The root-cause report of one group, in words; each format writes it down its own way. */
export interface RootCauseDocument {
  readonly title: string;
  readonly kicker: string;
  readonly sections: readonly DocumentSection[];
}

type NameOf = (id: string) => { readonly name: string; readonly silo: string };

const namesOf = ({ systems }: Pick<Triage, 'systems'>): NameOf => {
  const known = new Map(systems.map((system) => [system.system_id, system]));
  return (id) => known.get(id) ?? { name: id, silo: '' };
};

const decimal = (text: string | null): string => (text === null ? '' : renderDecimal(text));

function whatSection(group: TriageGroup, triage: Triage): DocumentSection {
  const harm = triage.harms.find((total) => total.harm === group.harm);
  return {
    id: 'what',
    title: 'What happened',
    paragraphs: [group.state_why],
    facts: [
      ['Errors', shareOf({ count: group.errors, of: group.errors_of }, 'error')],
      ['Persons hit', group.persons === 0 ? 'not known' : groupDigits(group.persons)],
      ['Further persons exposed', groupDigits(group.exposed)],
      ['Severity', group.severity],
      ['Harm', `${group.harm.replaceAll('_', ' ')}${harm ? `: ${harm.doc}` : ''}`],
      ['State', group.state],
    ],
  };
}

function causeSection(group: TriageGroup): DocumentSection {
  const { ratio, ratio_low: low, ratio_high: high } = group;
  const interval =
    low === null || high === null ? '' : ` (95 % interval ${decimal(low)} to ${decimal(high)})`;
  return {
    id: 'cause',
    title: 'What caused it',
    paragraphs: [group.cause],
    facts: [
      ['In common', group.pattern],
      ['Other names of the same rows', group.same_rows_as.join(', ')],
      [
        'Among messages',
        group.pattern === '' ? '' : shareOf({ count: group.messages, of: group.messages_of }, 'message'),
      ],
      ['Expected', decimal(group.expected)],
      ['Ratio', ratio === null ? '' : `${decimal(ratio)}${interval}`],
      ['Explains', group.explained === null ? '' : `${renderShare(group.explained)} of the excess errors`],
      [
        'By accident',
        group.p_adjusted === null ? '' : `p ${group.p_adjusted}, all patterns tried counted in`,
      ],
    ],
  };
}

function earlierTable({ earlier }: TriageGroup): DocumentTable[] {
  if (earlier.length === 0) return [];
  const rows = earlier.map(({ as_of: asOf, errors, persons }) => [
    dayOf(asOf),
    errors === null ? 'not found' : groupDigits(errors),
    persons === null ? '' : groupDigits(persons),
  ]);
  return [{ caption: 'Earlier runs', heads: ['As of', 'Errors', 'Persons'], rows, numeric: [1, 2] }];
}

function timeSection(group: TriageGroup, asOf: string): DocumentSection {
  const buckets = bucketsOf(group, asOf, 14);
  const rows = buckets.map(({ from, errors }) => [from, groupDigits(errors)]);
  const { recent, before, days, direction } = group.trend;
  const course = {
    caption: `Errors, each line ${spanWords(buckets)}`,
    heads: ['From', 'Errors'],
    rows,
    numeric: [1],
  };
  return {
    id: 'time',
    title: 'Since when',
    facts: [
      ['First report (UTC)', minuteOf(group.first_at)],
      ['This episode began (UTC)', group.since === group.first_at ? '' : minuteOf(group.since)],
      ['Last report (UTC)', minuteOf(group.last_at)],
      [
        'Trend',
        direction === 'unknown'
          ? ''
          : `${direction}: ${groupDigits(recent)} in the last ${days} days, ${groupDigits(before)} in the ${days} before`,
      ],
    ],
    tables: [...(buckets.length > 1 ? [course] : []), ...earlierTable(group)],
  };
}

const knownSection = (group: TriageGroup): DocumentSection => ({
  id: 'known',
  title: 'Who noticed',
  facts: [
    ['Noticed by', detectedWords(group.detected_by)],
    ['First by the customer', customerWords(group)],
    ['How fast', knownWords(group)],
  ],
});

function whereSection(group: TriageGroup, nameOf: NameOf): DocumentSection {
  const stop = (id: string): string => nameOf(id).name;
  const communications = group.communications.map(({ name, communication_id: id, channel }) => [
    name,
    id,
    channel === null ? 'all' : channelWords(channel),
  ]);
  return {
    id: 'where',
    title: 'Where it sits, and what passes there',
    facts: [
      [
        'The cause sits in',
        group.places
          .map((id) => (nameOf(id).silo === '' ? stop(id) : `${stop(id)} (${nameOf(id).silo})`))
          .join(', '),
      ],
      ['Way of the messages', group.path.map(stop).join(' → ')],
    ],
    tables:
      communications.length === 0
        ? []
        : [
            {
              caption: 'Communications that pass there',
              heads: ['Communication', 'Id', 'Channel'],
              rows: communications,
              numeric: [],
            },
          ],
  };
}

function evidenceSection({ evidence }: TriageGroup): DocumentSection {
  const rows = groupPlaces(evidence).map(({ file, rows, column }) => [file, rows.join(', '), column]);
  return {
    id: 'evidence',
    title: 'Evidence, a sample',
    tables:
      rows.length === 0
        ? []
        : [{ caption: 'Places in the sources', heads: ['File', 'Rows', 'Column'], rows, numeric: [] }],
  };
}

function whoSection(group: TriageGroup, asOf: string): DocumentSection {
  const steps = group.path_up.map(({ name, at, reached }) => [
    name || 'nobody named in the inventory',
    minuteOf(at),
    reached ? 'has it' : 'not yet',
  ]);
  return {
    id: 'who',
    title: 'Who acts, by when',
    facts: [
      ['Owner', holderWords(group)],
      ['Contact', group.owner?.contact ?? ''],
      ['Clock', clockWords(group, asOf)],
    ],
    tables:
      steps.length === 0
        ? []
        : [{ caption: 'Way up', heads: ['Who', 'From (UTC)', 'By as-of'], rows: steps, numeric: [] }],
  };
}

const listSection = (id: string, title: string, items: readonly string[]): DocumentSection => ({
  id,
  title,
  items,
});

/** The root-cause report of a group. */
export function documentOf(group: TriageGroup, triage: Triage): RootCauseDocument {
  const sections = [
    whatSection(group, triage),
    causeSection(group),
    whereSection(group, namesOf(triage)),
    timeSection(group, triage.as_of),
    knownSection(group),
    whoSection(group, triage.as_of),
    listSection('next', 'Next steps', group.next),
    listSection('agents', 'What agents may do at once', group.agent),
    listSection('up', 'What agents hand over', group.up),
    listSection('approval', 'What waits for approval', group.approval),
    evidenceSection(group),
    {
      id: 'check',
      title: 'To check it',
      commands: [
        `unsilo affected ${group.key}`,
        `unsilo triage show ${group.key} --format json`,
        `unsilo triage brief ${group.key}`,
      ],
    },
  ];
  return {
    title: group.title,
    kicker: `${triage.ecosystem}, as of ${dayOf(triage.as_of)}: ${countOf(group.errors, 'error')}, ${group.state}${group.overdue ? ', overdue' : ''}; group ${group.key}`,
    sections: sections.filter((section) => !isEmpty(section)),
  };
}

const isEmpty = ({
  paragraphs = [],
  facts = [],
  items = [],
  tables = [],
  commands = [],
}: DocumentSection): boolean =>
  [...paragraphs, ...items, ...tables, ...commands].length === 0 && facts.every(([, text]) => text === '');
