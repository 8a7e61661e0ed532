import type { Triage, TriageGroup } from '../../model/triage.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import { countOf, shareOf } from '../parts/shares.js';
import { channelWords } from '../parts/subject.js';

const dayMs = 86_400_000;
export const dayOf = (instant: string | null): string => instant?.slice(0, 10) ?? '';
/** Day and time to the minute, UTC. */
export const minuteOf = (instant: string | null): string => instant?.slice(0, 16).replace('T', ' ') ?? '';

const detectors: Readonly<Record<string, string>> = {
  agent: 'agents',
  check: 'comparison with the records',
  customer: 'customers',
  delivery: 'delivery events',
  monitoring: 'monitoring',
  partner: 'partners',
  regulator: 'a regulator',
};

/** `agents 30, customers 18`: who noticed, most first. */
export const detectedWords = (by: Readonly<Record<string, number>>): string =>
  Object.entries(by)
    .sort(([, a], [, b]) => b - a)
    .map(([name, errors]) => `${detectors[name] ?? name} ${groupDigits(errors)}`)
    .join(', ');

/** Found by the audit itself, in comparing records or in delivery events; somebody noticed all others. */
const byAudit: readonly string[] = ['check', 'delivery'];

type Noticed = Pick<TriageGroup, 'errors' | 'by_customer' | 'detected_by'>;

/** Share of what anybody reported that the customer found first. */
export function customerWords({ errors, by_customer: count, detected_by: by }: Noticed): string {
  const names = Object.keys(by);
  const of = names.filter((name) => !byAudit.includes(name)).reduce((sum, name) => sum + (by[name] ?? 0), 0);
  if (names.length > 0 && of === 0) return 'nobody reported any';
  return `customers found ${shareOf({ count, of: names.length === 0 ? errors : Math.max(of, count) }, 'reported error')} first`;
}

/** `half were known within 3 d`; empty when not measured. */
export const knownWords = ({ hours_known: hours }: TriageGroup): string =>
  hours === null ? '' : `half were known within ${hours === 0 ? 'an hour' : renderSeconds(hours * 3600)}`;

/** `11 of 14 reports put right, half within 3 d`; empty where nobody keeps the state of reports. */
export function correctedWords({ corrected, uncorrected, hours_corrected: hours }: TriageGroup): string {
  if (corrected === null || uncorrected === null) return '';
  const speed =
    hours === null
      ? ''
      : `, half within ${hours === 0 ? 'an hour' : renderSeconds(hours * 3600)} of the report`;
  return `${shareOf({ count: corrected, of: corrected + uncorrected }, 'report')} put right${speed}`;
}

/** Persons hit, and who else got messages of the same origin. */
export const personWords = ({ persons, exposed }: TriageGroup): string =>
  [
    // None known is not nobody.
    persons === 0 ? 'persons not known' : countOf(persons, 'person'),
    ...(exposed === 0 ? [] : [`${countOf(exposed, 'further person')} exposed`]),
  ].join(', ');

const daysBetween = (from: string, until: string): number =>
  Math.floor((Date.parse(until) - Date.parse(from)) / dayMs);

/** Until when, and how far past that it is. */
export function clockWords({ due, overdue, state }: TriageGroup, asOf: string): string {
  if (due === null) return 'no clock runs: nobody said when it was reported';
  if (state === 'resolved') return `was due ${dayOf(due)}`;
  const days = daysBetween(due, asOf);
  if (!overdue) return `due ${minuteOf(due)}`;
  return `was due ${dayOf(due)}, overdue by ${days < 1 ? 'less than a day' : countOf(days, 'day')}`;
}

/** Who answers, and with whom it is by now. */
export function holderWords({ owner, held_by: held, path_up: path }: TriageGroup): string {
  if (owner === null) return 'the inventory names nobody who answers';
  const step = path.filter(({ reached }) => reached).at(-1);
  if (step === undefined || held === owner.name) return owner.name;
  return `${owner.name}; with ${held} since ${dayOf(step.at)}`;
}

export const communicationWords = ({ name, channel }: TriageGroup['communications'][number]): string =>
  channel === null ? name : `${name} by ${channelWords(channel)}`;

/** How many groups, open, overdue, and who found their errors. */
export function summaryWords({ groups, detection }: Triage): string {
  const open = groups.filter(({ state }) => state !== 'resolved');
  const late = open.filter(({ overdue }) => overdue).length;
  return [
    `${countOf(groups.length, 'group')} of errors, ${groupDigits(open.length)} open`,
    ...(late > 0 ? [`${groupDigits(late)} overdue`] : []),
    countOf(detection.errors, 'error'),
    ...(detection.errors > 0 ? [customerWords(detection)] : []),
  ].join('; ');
}

/** What could not be looked at; empty when all was there. */
export const notSeenWords = ({ not_seen: tables }: Pick<Triage, 'not_seen'>): string =>
  tables.length === 0 ? '' : `Not seen, for want of rows: ${tables.join(', ')}`;

export interface Bucket {
  readonly from: string;
  readonly errors: number;
}

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Errors in at most `most` spans of equal length, from the first day to as-of; days, then whole weeks. */
export function bucketsOf({ timeline }: Pick<TriageGroup, 'timeline'>, asOf: string, most: number): Bucket[] {
  const [first] = timeline;
  if (first === undefined) return [];
  const [start, end] = [toMs(first.day), toMs(dayOf(asOf))];
  const days = Math.max(1, Math.round((end - start) / dayMs) + 1);
  const span = days <= most ? 1 : Math.ceil(days / most / 7) * 7;
  const sums = new Array<number>(Math.ceil(days / span)).fill(0);
  for (const { day, errors } of timeline) {
    const at = Math.floor((toMs(day) - start) / dayMs / span);
    if (at < sums.length) sums[at]! += errors;
  }
  return sums.map((errors, i) => ({ from: isoDay(start + i * span * dayMs), errors }));
}

/** Days one of these spans holds. */
export const spanOf = ([a, b]: readonly Bucket[]): number =>
  a && b ? Math.round((toMs(b.from) - toMs(a.from)) / dayMs) : 1;

const levels = '▁▂▃▄▅▆▇█';

/** The course as a line of bars; no bar where there was nothing. */
export function sparkline(buckets: readonly Bucket[]): string {
  const most = Math.max(...buckets.map(({ errors }) => errors), 1);
  return buckets
    .map(({ errors }) => (errors === 0 ? '·' : levels[Math.ceil((errors * levels.length) / most) - 1]!))
    .join('');
}

/** Days, weeks: what one bar stands for. */
export function spanWords(buckets: readonly Bucket[]): string {
  const days = spanOf(buckets);
  if (days % 7 === 0) return days === 7 ? 'a week' : `${days / 7} weeks`;
  return days === 1 ? 'a day' : `${days} days`;
}
