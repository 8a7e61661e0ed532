import type { ConflictRow, Conflicts } from '../../model/conflicts.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import { countOf } from '../parts/shares.js';

/** `29`, or `29–31` where likely links would add two. */
export const rangeOf = ({ certain, persons }: { certain: number; persons: number }): string =>
  certain === persons ? groupDigits(persons) : `${groupDigits(certain)}–${groupDigits(persons)}`;

/** `half in 2 h, 95 % in 1 d`; empty when no arrival was seen. */
export const lagOf = ({ lag }: ConflictRow): string =>
  lag === null ? '' : `half in ${renderSeconds(lag.median_s)}, 95 % in ${renderSeconds(lag.p95_s)}`;

/** Who is in conflict, of whom, under which policy. */
export function summary({ persons, under_way, policy }: Conflicts): string {
  const of = `${rangeOf(persons)} of ${countOf(persons.known, 'person')} in conflict`;
  const base = `${groupDigits(persons.in_two_systems)} ${persons.in_two_systems === 1 ? 'is' : 'are'} known in two or more systems`;
  const way = under_way === 0 ? '' : `; ${countOf(under_way, 'change')} still under way in time`;
  return `${of}; ${base}${way}; policy ${policy}`;
}

/** What another policy would change, in a sentence. */
export function comparisonSentence({ persons, policy, comparison }: Conflicts): string {
  if (comparison === null) return '';
  const { changes } = comparison;
  const sum = (key: 'persons_added' | 'persons_removed'): number =>
    changes.reduce((total, change) => total + change[key], 0);
  const what =
    changes.length === 0
      ? 'nothing changes'
      : `${rangeOf(comparison.persons)} instead of ${rangeOf(persons)} persons in conflict: ${groupDigits(sum('persons_added'))} more and ${groupDigits(sum('persons_removed'))} fewer, counted by pair of systems`;
  return `Under ${comparison.policy} instead of ${policy}: ${what}.`;
}
