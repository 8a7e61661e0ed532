import { type Severity, severities } from '../model/enums.js';
import type { Hit } from '../model/hit.js';
import type { Harm, SeverityPolicy } from '../model/policy.js';

/** 0 is worst. */
export const rank = (severity: Severity): number => severities.indexOf(severity);
/** At least as bad. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  rank(severity) <= rank(threshold);

type Raise = SeverityPolicy['raise'];
type Scale = Pick<Hit, 'persons' | 'persons_of' | 'messages' | 'messages_of' | 'args'>;

const isLargeShare = (count: number | null, of: number | null, raise: Raise): boolean =>
  count !== null && of !== null && of >= raise.share_of && count >= raise.share * of;

/** Scale, share or purpose lift a finding; persons count where they are known, messages otherwise. */
function isRaised(hit: Scale, each: number, raise: Raise): boolean {
  const { persons, persons_of: personsOf, messages, messages_of: messagesOf } = hit;
  return (
    (persons ?? messages ?? 0) * each >= raise.persons ||
    (persons === null
      ? isLargeShare(messages, messagesOf, raise)
      : isLargeShare(persons, personsOf, raise)) ||
    raise.purposes.includes(String(hit.args.purpose))
  );
}

/** One step above the floor at most, and never above the ceiling of the harm. */
export function severityOf(harm: Harm, hit: Scale, raise: Raise): Severity {
  const step = isRaised(hit, harm.persons_each, raise) ? 1 : 0;
  return severities[Math.max(rank(harm.floor) - step, rank(harm.ceiling))]!;
}

/** Classes whose floor a later class could reach above; a sound policy has none. */
export const unsoundPairs = (harms: readonly Harm[]): (readonly [string, string])[] =>
  harms.flatMap((worse, i) =>
    harms
      .slice(i + 1)
      .filter((lesser) => rank(lesser.ceiling) < rank(worse.floor))
      .map((lesser) => [worse.harm, lesser.harm] as const),
  );
