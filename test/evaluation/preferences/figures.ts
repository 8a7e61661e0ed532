import type { Conflict } from '../../generator/judge/types.js';
import { type Claim, isLabelled } from './found.js';
import type { Simulated } from './world.js';

export const keyOf = ({ rule, from, to, field, person }: Conflict | Claim): string =>
  [rule, from, to, field, person].join(' ');
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** How right an audit is about persons; and what it says as cause of what it rightly finds. */
export interface Figures {
  readonly labels: number;
  readonly claims: number;
  readonly precision: number;
  readonly recall: number;
  /** Share found of the conflicts that show once every record is known to be whose it is. */
  readonly reach: number;
  /** Claims that somebody was written to against a refusal, which nobody was. */
  readonly falseViolations: number;
  /** Of claims about records joined by likeness: how many there are, and how many are right. */
  readonly likely: { readonly claims: number; readonly precision: number };
  /** `rule from to field person` of the labels, of those not found, and of claims that are not true. */
  readonly keys: readonly string[];
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  /** True cause and said cause, one a conflict that is both labelled and found. */
  readonly causes: readonly (readonly [truth: string, said: string])[];
}

export function figuresOf({ certain, all }: Simulated, claimed: readonly Claim[]): Figures {
  const claims = claimed.filter(isLabelled);
  const labels = new Map(certain.map((one) => [keyOf(one), one]));
  const truth = new Set([...labels.keys(), ...all.map(keyOf)]);
  const sure = claims.filter(({ isCertain }) => isCertain);
  const likely = claims.filter(({ isCertain }) => !isCertain);
  const found = new Map(claims.map((claim) => [keyOf(claim), claim]));
  const right = (some: readonly Claim[]) => some.filter((claim) => truth.has(keyOf(claim)));
  const missing = [...labels.keys()].filter((key) => !found.has(key));
  const surplus = sure.map(keyOf).filter((key) => !truth.has(key));
  return {
    labels: labels.size,
    claims: sure.length,
    precision: ratio(right(sure).length, sure.length),
    recall: ratio(labels.size - missing.length, labels.size),
    reach: ratio(all.filter((one) => found.has(keyOf(one))).length, all.length),
    falseViolations: surplus.filter((key) => key.startsWith('preference/sent-after')).length,
    likely: { claims: likely.length, precision: ratio(right(likely).length, likely.length) },
    keys: [...labels.keys()],
    missing,
    surplus,
    causes: [...labels].flatMap(([key, { cause }]) => {
      const claim = found.get(key);
      return claim && cause !== null ? [[cause, claim.cause ?? 'none'] as const] : [];
    }),
  };
}

/** F1 of every cause that occurs in truth, and their mean. */
export function causeF1(pairs: readonly (readonly [string, string])[]) {
  const causes = [...new Set(pairs.map(([truth]) => truth))].sort();
  const each = causes.map((cause) => {
    const hits = pairs.filter(([truth, said]) => truth === cause && said === cause).length;
    const either = pairs.filter(([truth, said]) => truth === cause || said === cause).length;
    return {
      cause,
      cases: pairs.filter(([truth]) => truth === cause).length,
      f1: (2 * hits) / (hits + either),
    };
  });
  return {
    macro: ratio(
      each.reduce((sum, { f1 }) => sum + f1, 0),
      each.length,
    ),
    each,
  };
}
