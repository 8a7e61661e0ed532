import type { Triage, TriageGroup } from '../../model/triage.js';
import { channelWords } from '../parts/subject.js';
import { dayOf } from './words.js';

/** What an agent is told of one group: nothing about any person, nothing the agent could be held to. */
export interface Brief {
  readonly key: string;
  readonly title: string;
  readonly about: readonly string[];
  readonly parts: readonly { readonly title: string; readonly sentences: readonly string[] }[];
}

const stateWords: Readonly<Record<TriageGroup['state'], string>> = {
  new: 'New',
  escalating: 'Becoming more',
  regressed: 'Had been over and is back',
  ongoing: 'Going on',
  resolved: 'Over, as far as is known',
};

/** By which channels such messages go out, each once. */
function channelsOf({ communications }: TriageGroup): string {
  const channels = [...new Set(communications.flatMap(({ channel }) => (channel === null ? [] : [channel])))];
  return channels.map(channelWords).join(', ');
}

function aboutOf(group: TriageGroup): string[] {
  const names = [...new Set(group.communications.map(({ name }) => name))];
  const channels = channelsOf(group);
  return [
    `${stateWords[group.state]}; first seen on ${dayOf(group.since) || 'a day nobody recorded'}, last on ${dayOf(group.last_at) || 'the same'}.`,
    ...(names.length > 0
      ? [`Messages it may be about: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' and others' : ''}.`]
      : []),
    ...(channels === '' ? [] : [`By ${channels}.`]),
    ...(group.held_by === '' ? [] : [`With ${group.held_by} by now.`]),
  ];
}

/** The brief of a group, from the texts of the policy. */
export function briefOf(group: TriageGroup): Brief {
  const parts = [
    { title: 'Say', sentences: group.say },
    { title: 'Ask', sentences: group.ask },
    { title: 'You may do at once', sentences: group.agent },
    { title: 'Hand over', sentences: group.up },
    { title: 'Only after approval', sentences: group.approval },
    { title: 'Never', sentences: group.never },
  ];
  return {
    key: group.key,
    title: group.what,
    about: aboutOf(group),
    parts: parts.filter(({ sentences }) => sentences.length > 0),
  };
}

/** Briefs of every group that is open, what comes first standing first. */
export const briefsOf = ({ groups }: Pick<Triage, 'groups'>): Brief[] =>
  groups.filter(({ state }) => state !== 'resolved').map(briefOf);
