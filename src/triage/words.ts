import type { TriageGroup } from '../model/triage.js';
import {
  groupDigits,
  renderExpected,
  renderMeasure,
  renderPercentage,
  renderShare,
} from '../text/numbers.js';
import type { Estate } from './estate.js';
import type { Episode } from './life.js';
import { type OriginPart, originParts } from './places.js';
import type { ErrorGroupFacts } from './types.js';

const partNames: Readonly<Record<string, (part: OriginPart, estate: Estate) => string>> = {
  system: ({ id }, { systems }) => systems.get(id)?.name ?? id,
  template: ({ id, detail }) => (detail === '' ? `template ${id}` : `template ${id}, version ${detail}`),
  comm: ({ id, detail }, { communications }) =>
    `${communications.get(id) ?? id}${detail === '' ? '' : ` (${detail})`}`,
  class: () => 'no common origin',
};

/** An origin in words. */
export const originName = (origin: string, estate: Estate): string =>
  originParts(origin)
    .map((part) => (partNames[part.kind] ?? (({ kind, id }) => `${kind} ${id}`))(part, estate))
    .join(' and ');

const count = (number: number, one: string): string =>
  `${groupDigits(number)} ${one}${number === 1 ? '' : 's'}`;

const rounded = (decimal: string): string => renderMeasure(Number(decimal));

function figures(group: ErrorGroupFacts): string[] {
  const { expected, ratio, ratio_low: low, ratio_high: high, explained, p_adjusted: p } = group;
  const interval = low === null || high === null ? '' : ` [${rounded(low)}–${rounded(high)}]`;
  return [
    ...(expected === null ? [] : [`${renderExpected(Number(expected))} expected`]),
    ...(ratio === null ? [] : [`${rounded(ratio)}×${interval}`]),
    ...(explained === null ? [] : [`explains ${renderShare(explained)} of the excess`]),
    ...(p === null ? [] : [`adjusted p ${p}`]),
  ];
}

const namesOf = (words: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${words} ${names.join(', or ')}`];

const ofClass = ({ errors, errors_of: of }: ErrorGroupFacts): string =>
  `${groupDigits(errors)} of ${count(of, 'error')} of this class`;

/** `46 of them in batch B17 (310 messages)`: what happened at once. */
const momentsOf = ({ moments }: ErrorGroupFacts): string[] =>
  moments.map(
    ({ attribute, value, errors, messages }) =>
      `${groupDigits(errors)} of them ${attribute === 'batch' ? 'in batch' : 'sent on'} ${value} (${count(messages, 'message')})`,
  );

const verdicts: Readonly<Record<string, (group: ErrorGroupFacts) => string>> = {
  external_cause: (group) =>
    group.moments.length > 0
      ? `${ofClass(group)} have no origin in common, but ${momentsOf(group).join('; ')}: what happened then is the cause to look for.`
      : `${ofClass(group)} share nothing that the records show; a common cause would lie outside them.`,
  listed_only: (group) =>
    group.moments.length > 0
      ? `${count(group.errors, 'error')}, ${momentsOf(group).join('; ')}: what happened then is the cause to look for.`
      : `${count(group.errors, 'error')}: too few to look for a pattern, so each is followed up by itself.`,
};

/** The cause in one sentence with all that is needed to check it. */
export function causeSentence(group: ErrorGroupFacts): string {
  const { pattern, errors, messages, verdict } = group;
  if (pattern === '') return verdicts[verdict]?.(group) ?? `${count(errors, 'error')}.`;
  const rate = renderPercentage(errors, messages);
  const share = rate === '' ? '' : ` (${rate})`;
  const parts = [
    ...figures(group),
    ...momentsOf(group),
    ...namesOf('the same rows as', group.same_rows_as),
    ...namesOf('nothing in the counts tells it from', group.rivals),
  ];
  return `${pattern}: ${count(errors, 'error')} in ${count(messages, 'message')}${share}, ${parts.join('; ')}.`;
}

type Lived = Pick<TriageGroup, 'state' | 'since' | 'last_at' | 'trend' | 'corrected' | 'uncorrected'>;
const day = (instant: string | null): string => instant?.slice(0, 10) ?? 'a day nobody recorded';

/** Why a group is over: by its silence, or since every report is closed. */
function overSentence({ last_at: last, corrected }: Lived, episode: Episode | undefined): string {
  const since = `Nothing since ${day(last)}`;
  return episode?.isOver
    ? `${since}; at the earlier rate there would have been errors on ${count(episode.missed, 'day')} since.`
    : `${since}, and all reports, ${groupDigits(corrected ?? 0)}, are closed.`;
}

/** Why a group that is silent is not over. */
const awaitedWords = ({ uncorrected }: Lived, episode: Episode | undefined): string =>
  episode?.isOver && (uncorrected ?? 0) > 0
    ? ` It is silent, but ${count(uncorrected ?? 0, 'report')} ${uncorrected === 1 ? 'is' : 'are'} still open.`
    : '';

/** What the state of a group rests on. */
export function stateSentence(lived: Lived, episode: Episode | undefined, seen: string): string {
  const { state, since, trend } = lived;
  const { recent, before, days } = trend;
  const course = `${count(recent, 'error')} in the last ${days} days, ${groupDigits(before)} in the ${days} before`;
  const told: Readonly<Record<Lived['state'], string>> = {
    new: `First seen on ${day(since)}${seen}; ${count(recent, 'error')} in the last ${days} days.`,
    escalating: `Growing: ${course}.`,
    regressed: `Back since ${day(since)}, after it had been over${seen}.`,
    ongoing: `Since ${day(since)}: ${course}.`,
    resolved: overSentence(lived, episode),
  };
  return `${told[state]}${awaitedWords(lived, episode)}`;
}
