import type { ErrorDay, GroupState } from '../model/triage.js';

const daySeconds = 86_400;
/** Silence says something when so many days with errors would have been expected: seldom (5 %) by accident. */
const expectedAtLeast = 3;
/** Longer than the longest pause before by this factor, so that what comes once a month is not over each month. */
const longerThanUsual = 1.5;

/** When errors of a group were noticed, and how long a silence counts. Times in days since 1970. */
export interface Course {
  /** Ascending by day, each once. */
  readonly days: readonly { readonly day: number; readonly errors: number }[];
  readonly asOf: number;
  /** Shortest silence, in days, after which a group may be over. */
  readonly quiet: number;
}

/** What the course of a group says by itself. */
export interface Episode {
  /** First day of the present episode. */
  readonly since: number;
  /** Whether an episode before it had ended. */
  readonly isBack: boolean;
  /** Whether the silence up to as-of ends the present one. */
  readonly isOver: boolean;
  /** Days with errors that the silence up to as-of would have brought at the earlier rate. */
  readonly missed: number;
}

export const toDay = (instant: string): number => Math.floor(Date.parse(instant) / 1000 / daySeconds);
export const dayText = (day: number): string => new Date(day * daySeconds * 1000).toISOString().slice(0, 10);

/** Days as numbers, ascending; what is after as-of is left out. */
export const courseOf = (days: readonly ErrorDay[], asOf: number, quiet: number): Course => ({
  days: days
    .map(({ day, errors }) => ({ day: toDay(`${day}T00:00:00Z`), errors }))
    .filter(({ day, errors }) => day <= asOf && errors > 0)
    .sort((a, b) => a.day - b.day),
  asOf,
  quiet,
});

/** Follows a group from day to day and cuts it where a silence was too long to be a pause. */
export function episodeOf({ days, asOf, quiet }: Course): Episode | undefined {
  const [first] = days;
  if (first === undefined) return undefined;
  let [since, last, noticed, longest, isBack] = [first.day, first.day, 1, 0, false];
  // Batches make many errors in a day, so days count; what is known for a few days has no rate of its own yet.
  const missedIn = (pause: number): number => (noticed * pause) / Math.max(last - since + 1, quiet);
  const isEnd = (pause: number): boolean =>
    pause >= Math.max(quiet, longerThanUsual * longest) && missedIn(pause) >= expectedAtLeast;
  for (const { day } of days.slice(1)) {
    const pause = day - last;
    if (isEnd(pause)) [since, noticed, longest, isBack] = [day, 0, 0, true];
    else longest = Math.max(longest, pause);
    noticed += 1;
    last = day;
  }
  const silence = asOf - last;
  return { since, isBack, isOver: isEnd(silence), missed: Math.round(missedIn(silence)) };
}

/** What became of the reports of a group; null where nobody keeps their state. */
export interface Handling {
  readonly corrected: number | null;
  readonly uncorrected: number | null;
  /** Last correction, RFC 3339. */
  readonly corrected_at: string | null;
}

/** Whether every report is closed and nothing came for long enough since the last of them was put right. */
export function isMended(
  { corrected, uncorrected, corrected_at: at }: Handling,
  { days, asOf, quiet }: Course,
): boolean {
  if ((corrected ?? 0) === 0 || uncorrected !== 0) return false;
  const last = Math.max(days.at(-1)?.day ?? 0, at === null ? 0 : toDay(at));
  return last > 0 && asOf - last >= quiet;
}

/** Whether somebody who reported still waits. */
export const isAwaited = ({ uncorrected }: Handling): boolean => (uncorrected ?? 0) > 0;

/** What the state of a group rests on. */
export interface Signs {
  readonly episode: Episode | undefined;
  /** Whether silence or corrections have ended it. */
  readonly isOver: boolean;
  /** Whether errors have become more, by the trend or by severity. */
  readonly isGrowing: boolean;
  /** First day that is recent. */
  readonly recent: number;
  /** Whether earlier snapshots had it open; undefined without any that looked. */
  readonly wasOpen: boolean | undefined;
  /** Whether earlier snapshots had it, open or not. */
  readonly wasKnown: boolean;
}

/** Over; else back, or first seen, since the last look (without one: in the window); else growing; else going on. */
export function stateOf({ episode, isOver, isGrowing, recent, wasOpen, wasKnown }: Signs): GroupState {
  if (isOver) return 'resolved';
  const isFresh = episode !== undefined && episode.since >= recent;
  if (wasOpen === undefined) {
    if (isFresh) return episode.isBack ? 'regressed' : 'new';
  } else if (!wasOpen) return wasKnown || episode?.isBack ? 'regressed' : 'new';
  return isGrowing ? 'escalating' : 'ongoing';
}
