import { severityOf } from '../findings/severity.js';
import { type Severity, severities } from '../model/enums.js';
import type { TriageGroup } from '../model/triage.js';
import { parseDuration } from '../text/durations.js';
import { clockOf, termsOf } from './clock.js';
import { courseOf, dayText, type Episode, episodeOf, isAwaited, isMended, stateOf, toDay } from './life.js';
import { isSameGroup } from './past.js';
import { ownerOf, patternOrigin, whereOf } from './places.js';
import { trendOf } from './trend.js';
import type { ErrorGroupFacts, PastGroup, PastTriage, TriageContext } from './types.js';
import { causeSentence, originName, stateSentence } from './words.js';

const rank = (severity: Severity): number => severities.indexOf(severity);
const daysOf = (duration: string): number => Math.round((parseDuration(duration) ?? 0) / 86_400);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const inPast = ({ groups }: PastTriage, facts: ErrorGroupFacts): PastGroup | undefined =>
  groups.find((group) => isSameGroup(group, facts));

/** The harm of a class, and how bad a group of it is. */
function gradeOf(facts: ErrorGroupFacts, { policy, harms, raise }: TriageContext) {
  const { harm: name } = policy.classes[facts.error_class];
  const harm = harms.find((one) => one.harm === name);
  if (!harm)
    throw new Error(`rules/severity.yaml has no harm class '${name}', which rules/escalation.yaml names`);
  const scale = {
    persons: facts.persons,
    persons_of: null,
    messages: facts.errors,
    messages_of: null,
    args: {},
  };
  return { harm: name, severity: facts.finding?.severity ?? severityOf(harm, scale, raise) };
}

/** When the clock of the present episode began. */
function sinceOf({ first_at: first }: ErrorGroupFacts, episode: Episode | undefined): string | null {
  if (episode === undefined || !episode.isBack) return first;
  return `${dayText(episode.since)}T00:00:00.000Z`;
}

/** Where a group is in its life: by its own course, and by what earlier runs said of it. */
function lifeOf(facts: ErrorGroupFacts, severity: Severity, { asOf, policy, pasts }: TriageContext) {
  const [quiet, window, today] = [daysOf(policy.life.quiet), daysOf(policy.life.window), toDay(asOf)];
  const course = courseOf(facts.timeline, today, quiet);
  const episode = episodeOf(course);
  const isOver = !isAwaited(facts) && (isMended(facts, course) || (episode?.isOver ?? false));
  const trend = trendOf(course, window, isOver);
  const last = pasts.at(-1);
  const before = last && inPast(last, facts);
  const wasOver =
    before?.isResolved ?? (last && episodeOf({ ...course, ...cut(course.days, toDay(last.as_of)) })?.isOver);
  const isGraver = before?.severity !== undefined && rank(severity) < rank(before.severity);
  const state = stateOf({
    episode,
    isOver,
    isGrowing: trend.direction === 'rising' || isGraver,
    recent: today - window + 1,
    wasOpen: last && before !== undefined && wasOver !== true,
    wasKnown: pasts.some((past) => inPast(past, facts) ?? past.gone.some((one) => isSameGroup(one, facts))),
  });
  const since = sinceOf(facts, episode);
  const seen = last && !before ? `, not in the run as of ${last.as_of.slice(0, 10)}` : '';
  return {
    state,
    trend,
    since,
    state_why: stateSentence({ ...facts, state, since, trend }, episode, seen),
  };
}

const cut = (days: readonly { day: number; errors: number }[], asOf: number) => ({
  asOf,
  days: days.filter(({ day }) => day <= asOf),
});

const earlierOf = (facts: ErrorGroupFacts, pasts: readonly PastTriage[]): TriageGroup['earlier'] =>
  pasts.map((past) => {
    const group = inPast(past, facts);
    return { as_of: past.as_of, errors: group?.errors ?? null, persons: group?.persons ?? null };
  });

/** What is to be done, by whom: own settings before the policy, the kind of failure before the class. */
function dutiesOf({ error_class, family }: ErrorGroupFacts, harm: string, { policy, own }: TriageContext) {
  const guide = policy.classes[error_class];
  const set = own[harm];
  const failure = family === null ? undefined : policy.families[family as keyof typeof policy.families];
  return {
    words: failure ? `${guide.title}, ${failure.title}` : guide.title,
    duties: {
      say: [...guide.say],
      ask: [...guide.ask],
      never: [...policy.never],
      agent: [...(set?.agent ?? guide.agent)],
      up: [...(set?.up ?? guide.up)],
      approval: [...(set?.approval ?? guide.approval)],
      next: [...(failure?.next ?? guide.next)],
    },
  };
}

/** One group with all that is to be known to act on it. */
export function toGroup(facts: ErrorGroupFacts, context: TriageContext): TriageGroup {
  const { estate, asOf, policy, own, pasts } = context;
  const { finding: _, ...counted } = facts;
  const { harm, severity } = gradeOf(facts, context);
  const life = lifeOf(facts, severity, context);
  const where = whereOf(facts.pattern === '' ? facts.origin : patternOrigin(facts.pattern), estate);
  const terms = termsOf(harm, policy, own);
  const owner =
    terms.owner === undefined
      ? ownerOf(facts.origin, { places: where.places, path: facts.path }, estate)
      : estate.owners.get(terms.owner);
  const { words, duties } = dutiesOf(facts, harm, context);
  const name = originName(facts.origin, estate);
  return {
    ...counted,
    title: `${capital(words)}: ${name}`,
    what: capital(words),
    origin_name: name,
    harm,
    severity,
    ...life,
    cause: causeSentence(facts),
    earlier: earlierOf(facts, pasts),
    owner: owner ? { owner_id: owner.owner_id, name: owner.name, contact: owner.contact } : null,
    ...clockOf(terms, owner, { since: life.since, asOf, isOpen: life.state !== 'resolved' }, estate),
    ...duties,
    ...where,
  };
}
