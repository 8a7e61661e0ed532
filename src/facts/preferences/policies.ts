import type { PolicyEntry, PolicySetting } from '../../model/choice-settings.js';
import type { PolicyName } from '../../model/enums.js';

/** What one record says, as far as a policy asks. */
export interface Said {
  readonly value: 'yes' | 'no' | 'pending' | 'unknown';
  /** 2 said by the customer, 1 recorded (imported, inferred), 0 a default, which is no answer. */
  readonly tier: number;
  /** Of the scope: how many steps it lies below `everything`. */
  readonly depth: number;
  readonly at_ms: number;
  /** The decision's own time is known. */
  readonly dated: boolean;
  /** At least the time of storing is known. */
  readonly timed: boolean;
  /** Of the system in `authorities`, 1 is best; `unranked` where it is not listed. */
  readonly rank: number;
}

export const unranked = 4095;

/** Why a value won, in the policy's words. */
export type Reason =
  | 'nothing_against'
  | 'explicit_first'
  | 'deeper_scope'
  | 'later'
  | 'refusal_first'
  | 'better_rank';

export interface Decided {
  readonly value: Said['value'];
  readonly reason: Reason;
  /** Places of the records that carry the value, in the order given. */
  readonly by: readonly number[];
}

type Beats = (yes: Said, no: Said) => boolean;

/** The clock by which a policy calls a record later. */
const clockOf = (policy: PolicyName): 'dated' | 'timed' => (policy === 'default' ? 'dated' : 'timed');

const isLater =
  (toleranceMs: number, known: 'dated' | 'timed'): Beats =>
  (yes, no) =>
    yes[known] && no[known] && yes.at_ms > no.at_ms + toleranceMs;

/** When a yes stands against a no of the records that count. */
const beats = (policy: PolicyName, toleranceMs: number): Beats => {
  if (policy === 'restrictive') return () => false;
  const later = isLater(toleranceMs, clockOf(policy));
  if (policy !== 'default') return later;
  return (yes, no) =>
    yes.depth === no.depth ? later(yes, no) : yes.depth > no.depth && yes.at_ms >= no.at_ms;
};

/** The larger, the more a record counts; only the largest do. */
function standing(policy: PolicyName, { tier, depth, rank }: Said): number {
  if (policy === 'default') return tier;
  const answered = tier > 0 ? 10_000 : 0;
  if (policy === 'specific') return answered + depth;
  return policy === 'authority' ? answered - rank : answered;
}

const open = ['pending', 'unknown'] as const;

const reasonOf: Readonly<Record<PolicyName, Reason>> = {
  default: 'later',
  latest: 'later',
  restrictive: 'refusal_first',
  specific: 'later',
  authority: 'later',
};

/** Why `won` stands against the records that say otherwise. */
function reasonFor(policy: PolicyName, won: readonly Said[], against: readonly Said[]): Reason {
  if (against.length === 0) return 'nothing_against';
  const top = (of: (said: Said) => number, all: readonly Said[]) => Math.max(...all.map(of));
  if (top(({ tier }) => tier, won) > 0 && against.every(({ tier }) => tier === 0)) return 'explicit_first';
  const best = top((said) => standing(policy, said), won);
  if (against.every((said) => standing(policy, said) < best)) {
    if (policy === 'authority') return 'better_rank';
    return policy === 'specific' ? 'deeper_scope' : 'explicit_first';
  }
  const known = clockOf(policy);
  const newest = top(({ at_ms }) => at_ms, against);
  if (won.some((said) => said[known] && said.at_ms > newest)) return reasonOf[policy];
  const deeper = top(({ depth }) => depth, won) > top(({ depth }) => depth, against);
  return policy === 'default' && deeper ? 'deeper_scope' : 'refusal_first';
}

/**
 * What records about one thing come to. A default is no answer: it counts where nobody answered.
 *
 * - `default` explicit beats recorded; a deeper scope beats a shallower one unless that is a later no; at equal depth
 *   the later wins when both times are known and differ by more than the tolerance; otherwise the no.
 * - `latest` the greatest time; the no where times are equal or unknown.
 * - `restrictive` any no, then what is pending, then what is unknown, then the yes.
 * - `specific` the deepest scope, of these the latest, then the no.
 * - `authority` the system that ranks best, of its records the latest, then the no.
 *
 * Undefined where no record says anything the policy asks for.
 */
export function decide(
  records: readonly Said[],
  policy: PolicyName,
  toleranceMs: number,
): Decided | undefined {
  const isAsked = ({ value }: Said) => policy === 'restrictive' || !open.some((one) => one === value);
  const asked = records.filter(isAsked);
  if (asked.length === 0) return undefined;
  const top = Math.max(...asked.map((said) => standing(policy, said)));
  const counted = asked.filter((said) => standing(policy, said) === top);
  const saying = (value: Said['value']) => counted.filter((said) => said.value === value);
  const wins = beats(policy, toleranceMs);
  const noes = saying('no');
  const standingYes = saying('yes').filter((yes) => noes.every((no) => wins(yes, no)));
  const value =
    noes.length > 0 && standingYes.length === 0
      ? 'no'
      : (open.find((one) => saying(one).length > 0) ?? 'yes');
  const won = value === 'yes' ? standingYes : saying(value);
  const against = asked.filter((said) => said.value !== value);
  const by = records.flatMap((said, place) => (won.includes(said) ? [place] : []));
  return { value, reason: reasonFor(policy, won, against), by };
}

const depthOf = (path: string | undefined): number =>
  path === undefined || path === '*' ? 0 : path.split('/').length;

/** Entries in the order in which they are tried: the deepest purpose first, then the deepest jurisdiction. */
export function inOrder(setting: PolicySetting): readonly PolicyEntry[] {
  const entries: readonly PolicyEntry[] = typeof setting === 'string' ? [{ policy: setting }] : setting;
  const size = (entry: PolicyEntry) => depthOf(entry.comm_type) * 10 + (entry.jurisdiction?.length ?? 0);
  return [...entries].sort((a, b) => size(b) - size(a));
}

export const isWithin = (path: string, above: string | undefined): boolean =>
  above === undefined || above === '*' || path === above || path.startsWith(`${above}/`);

/** `US-CA` lies within `US`. */
export const isPartOf = (place: string, above: string): boolean =>
  place === above || place.startsWith(`${above}-`);

/** The policy for a purpose, of which records are from these jurisdictions. */
export function policyFor(
  setting: PolicySetting,
  commType: string,
  jurisdictions: readonly string[] = [],
): PolicyName {
  const found = inOrder(setting).find(
    ({ comm_type, jurisdiction }) =>
      isWithin(commType, comm_type) &&
      (jurisdiction === undefined || jurisdictions.some((place) => isPartOf(place, jurisdiction))),
  );
  return found?.policy ?? 'default';
}
