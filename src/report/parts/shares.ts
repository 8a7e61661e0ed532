import type { Finding } from '../../model/finding.js';
import { groupDigits, renderPercentage } from '../../text/numbers.js';

export type Share = NonNullable<Finding['persons']>;

/** `1 person`, `2 persons`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${groupDigits(count)} ${count === 1 ? one : many}`;

/** `12 of 8 400 persons (0.1 %)`; without a denominator only the count. */
export function shareOf(share: Share, one: string, many = `${one}s`): string {
  if (share.of === null) return countOf(share.count, one, many);
  const percentage = renderPercentage(share.count, share.of);
  const tail = percentage === '' ? '' : ` (${percentage})`;
  return `${groupDigits(share.count)} of ${countOf(share.of, one, many)}${tail}`;
}

/** Persons and messages of a finding, as far as they were measured. */
export function affectedPhrases(finding: Finding): string[] {
  return [
    ...(finding.persons ? [shareOf(finding.persons, 'person')] : []),
    ...(finding.messages ? [shareOf(finding.messages, 'message')] : []),
  ];
}
