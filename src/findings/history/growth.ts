import type { Finding } from '../../model/finding.js';
import type { Size } from '../../model/past.js';
import type { AcceptancePolicy } from '../../model/policy.js';
import { rank } from '../severity.js';

export type Limit = AcceptancePolicy['worse'];

/** What two runs compare of a finding. */
export const sizeOf = ({ severity, persons, messages }: Pick<Finding, keyof Size>): Size => ({
  severity,
  persons: persons?.count ?? null,
  messages: messages?.count ?? null,
});

/** More than noise: by at least so many, and by more than a share. A count on one side only says nothing. */
const hasGrown = (before: number | null, after: number | null, { share, least }: Limit): boolean =>
  before !== null && after !== null && after - before >= least && after - before > share * before;

/** What is worse after than before: the severity, the persons, the messages; nothing when it is no worse. */
export const growth = (before: Size, after: Size, limit: Limit): (keyof Size)[] => [
  ...(rank(after.severity) < rank(before.severity) ? (['severity'] as const) : []),
  ...(hasGrown(before.persons, after.persons, limit) ? (['persons'] as const) : []),
  ...(hasGrown(before.messages, after.messages, limit) ? (['messages'] as const) : []),
];
