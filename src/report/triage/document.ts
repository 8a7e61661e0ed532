import type { Triage, TriageGroup } from '../../model/triage.js';
import { type DocumentSection, isEmpty } from '../document/section.js';
import { countOf } from '../parts/shares.js';
import { causeSection, whatSection } from './document/cause.js';
import { knownSection, timeSection } from './document/course.js';
import { listSection, whoSection } from './document/next.js';
import { evidenceSection, whereSection } from './document/place.js';
import { dayOf } from './words.js';

/** The root-cause report of one group, in words; each format writes it down its own way. */
export interface RootCauseDocument {
  readonly title: string;
  readonly kicker: string;
  readonly sections: readonly DocumentSection[];
}

/** The root-cause report of a group. */
export function documentOf(group: TriageGroup, triage: Triage): RootCauseDocument {
  const sections = [
    whatSection(group, triage),
    causeSection(group),
    whereSection(group, triage),
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
