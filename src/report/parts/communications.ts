import type { Channel, Communication } from '../../model/communications.js';
import { addTo } from '../../text/group-by.js';
import { groupDigits, renderDecimal, renderPercentage, renderSeconds } from '../../text/numbers.js';
import { countOf, shareOf } from './shares.js';
import { channelWords } from './subject.js';
import type { Stop } from './systems.js';

type Find = (id: string) => Stop;

/** `Statement by post`; a name that says its channel already is left alone. */
export function communicationTitle({ name, channel }: { name: string; channel: string | null }): string {
  const by = channel === null ? '' : ` by ${channelWords(channel)}`;
  return name.toLowerCase().endsWith(by.toLowerCase()) ? name : `${name}${by}`;
}

const outcomes: Readonly<Record<string, string>> = {
  'outcome.bounced': 'undeliverable addresses',
  'outcome.complained': 'complaints',
  'outcome.unsubscribed': 'opt-outs',
  'outcome.returned': 'returned letters',
  'outcome.address_changed': 'changes of address',
};

const hopWords = (system: Find, hop: string): string => {
  const [from = '', to = ''] = hop.split('>');
  return `from ${system(from).name} to ${system(to).name}`;
};

/** Who does not learn of what, one phrase a system. */
function unheard({ feedback_missing }: Communication, system: Find): string[] {
  const missing = new Map<string, string[]>();
  for (const item of feedback_missing) {
    const [outcome = '', to = ''] = item.split('>');
    addTo(missing, to, outcomes[outcome] ?? outcome);
  }
  return [...missing].map(([to, what]) => `${system(to).name} never learns of ${what.join(', ')}`);
}

const byHand = (item: string, system: Find): string =>
  item.includes('>') ? hopWords(system, item) : `in ${system(item).name}`;

/** What breaks a communication, worst first; none when nothing does. */
export function breakWords(row: Communication, system: Find): string[] {
  const deadline = row.deadline_s === null ? '' : renderSeconds(row.deadline_s);
  return [
    ...row.gaps.map((gap) => `no flow ${hopWords(system, gap)}`),
    ...(row.late ? [`cannot keep its deadline of ${deadline}`] : []),
    ...row.lacking.map((field) => `${field} does not get there`),
    ...unheard(row, system),
    ...row.manual.map((item) => `by hand ${byHand(item, system)}`),
    ...row.ending.map((id) => `${system(id).name} is about to go`),
  ];
}

/** How long it takes, and by which hop; `unknown` when a hop states no latency. */
export function timeWords({ latency_s, gaps }: Communication): string {
  if (gaps.length > 0) return 'interrupted';
  return latency_s === null ? 'unknown' : renderSeconds(latency_s);
}

export const ageWords = ({ data_age_s, oldest_field }: Communication): string =>
  data_age_s === null ? 'unknown' : `${renderSeconds(data_age_s)} (${oldest_field})`;

export const notMeasurable = 'not measurable';

/** A count with its percentage of what it is a part of; the words given when it cannot be measured. */
export function measureWords(count: number | null, of: number | null, otherwise = notMeasurable): string {
  if (count === null) return otherwise;
  const percentage = of === null ? '' : renderPercentage(count, of);
  return percentage === '' ? groupDigits(count) : `${groupDigits(count)} (${percentage})`;
}

/** What a channel or communication costs, and of how many messages it is known. */
export function costWords({ cost, costed, messages }: Channel, otherwise = notMeasurable): string {
  if (cost === null) return otherwise;
  return costed === messages ? renderDecimal(cost) : `${renderDecimal(cost)} for ${groupDigits(costed)}`;
}

type Measure = readonly [name: string, count: number | null, of: number | null];

/** `88 of 90 (97.7 %)`. */
const shareWords = (count: number, of: number | null): string => {
  const percentage = of === null ? '' : renderPercentage(count, of);
  return percentage === ''
    ? groupDigits(count)
    : `${groupDigits(count)} of ${groupDigits(of ?? 0)} (${percentage})`;
};

const measuresOf = (row: Channel): Measure[] => [
  ['delivered', row.delivered, row.observed],
  ['opened', row.opened, row.delivered],
  ['answered', row.answered, row.delivered],
  ['complaints', row.complained, row.delivered],
  ['opt-outs', row.opted_out, row.delivered],
  ...(row.channel === 'post' ? [['returned', row.returned, row.observed] as const] : []),
  ...(row.due > 0 ? [['late', row.late, row.due] as const] : []),
];

/** One sentence on what a channel achieves, and what of it cannot be measured. */
export function channelSentence(row: Channel): string {
  const measures = measuresOf(row);
  const told = measures.flatMap(([name, count, of]) =>
    count === null ? [] : [`${name} ${shareWords(count, of)}`],
  );
  const untold = [
    ...measures.flatMap(([name, count]) => (count === null ? [name] : [])),
    ...(row.cost === null ? ['cost'] : []),
  ];
  const reach = `${countOf(row.messages, 'message')} to ${shareOf({ count: row.persons, of: row.persons_of }, 'person')}`;
  const cost = row.cost === null ? [] : [`cost ${costWords(row)}`];
  const rest = untold.length === 0 ? [] : [`${notMeasurable}: ${untold.join(', ')}`];
  return `${[reach, ...told, ...cost, ...rest].join('; ')}.`;
}
