import type { Change, Diff, DiffGroup, DiffItem } from '../../model/diff.js';
import type { Size } from '../../model/past.js';
import { blindness } from '../parts/past.js';
import { countOf } from '../parts/shares.js';

/** Titles of the groups, each with what it means. */
export const groupTitles: Readonly<Record<DiffGroup, string>> = {
  new: 'New',
  worse: 'Worse',
  first_seen: 'Looked at for the first time: nobody knows how long they are there',
  unseen: 'No longer looked at: not fixed, as far as anybody knows',
  better: 'Better',
  fixed: 'Fixed',
};

const sizeWords = ({ severity, persons, messages }: Size): string =>
  [
    severity,
    ...(persons === null ? [] : [countOf(persons, 'person')]),
    ...(messages === null ? [] : [countOf(messages, 'message')]),
  ].join(', ');

/** How big a finding was and is. */
export const sizesOf = ({ before, after }: DiffItem): string =>
  before && after ? `${sizeWords(before)} → ${sizeWords(after)}` : sizeWords((after ?? before) as Size);

/** What else is to be known of an item; empty when nothing is. */
export const remarkOf = ({ regressed, suppressed, rule_changed, why, what }: DiffItem): string =>
  [
    ...(regressed ? ['was fixed before'] : []),
    ...(suppressed ? ['suppressed'] : []),
    ...(why === null ? [] : [blindness({ why, what })]),
    ...(rule_changed ? ['its rule changed'] : []),
  ].join('; ');

const kindWords: Readonly<Record<Change['kind'], string>> = {
  version: 'another version of unsilo',
  as_of: 'another clock',
  configuration: 'unsilo.yaml changed',
  policy: 'another policy of choices',
  severity_policy: 'harms, causes or limits changed',
  rule: 'rule',
  parameter: 'parameter',
  input: 'input',
};

const hash = /^[0-9a-f]{64}$/;
const short = (value: string | null): string =>
  value === null ? 'nothing' : hash.test(value) ? value.slice(0, 12) : value;

/** One change: what, and from what to what. */
export const changeWords = ({ kind, name, before, after }: Change): string => {
  const what = ['rule', 'parameter', 'input'].includes(kind) ? `${kindWords[kind]} ${name}` : kindWords[kind];
  return `${what}: ${short(before)} → ${short(after)}`;
};

const counted = (diff: Diff): string => {
  const parts = [
    `${diff.new.length} new`,
    `${diff.worse.length} worse`,
    `${diff.better.length} better`,
    `${diff.fixed.length} fixed`,
    `${diff.unchanged} unchanged`,
    ...(diff.first_seen.length > 0 ? [`${diff.first_seen.length} looked at for the first time`] : []),
    ...(diff.unseen.length > 0 ? [`${diff.unseen.length} no longer looked at`] : []),
  ];
  return parts.join(', ');
};

const day = (instant: string): string => instant.slice(0, 10);

/** The whole difference in one sentence. */
export const diffSentence = (diff: Diff): string =>
  `From ${day(diff.before.as_of)} to ${day(diff.after.as_of)}: ${counted(diff)}.`;

/** What of the difference need not come from the world, one sentence; empty when everything was looked at alike. */
export function caution(diff: Diff): string {
  const items = [...diff.new, ...diff.worse, ...diff.better, ...diff.fixed];
  const byRule = items.filter(({ rule_changed }) => rule_changed).length;
  const kinds = new Set(diff.changes.map(({ kind }) => kind));
  const global = (['version', 'configuration', 'policy', 'severity_policy'] as const).filter((kind) =>
    kinds.has(kind),
  );
  if (items.length === 0 || (byRule === 0 && global.length === 0)) return '';
  if (global.length > 0)
    return `Any of it may come from how it was looked at rather than from the world: ${global.map((kind) => kindWords[kind]).join('; ')}.`;
  return `${countOf(byRule, 'difference')} may come from a changed rule or parameter rather than from the world.`;
}
