import type { PolicySetting } from '../../../model/choice-settings.js';
import type { PolicyName } from '../../../model/enums.js';
import { decide, policyFor, type Reason, type Said, unranked } from '../../preferences/policies.js';
import type { Choice, Target } from './choice.js';

export type { PolicyName, Reason };

/** What several choices about one cell come to. */
export interface Decision {
  readonly denied: boolean;
  readonly reason: Reason;
  /** The choice that carries the decision. */
  readonly by: Choice;
  /** The strongest that says the opposite. */
  readonly against?: Choice;
}

/** How choices are decided in one ecosystem. */
export interface Judge {
  /** The policy for a purpose, when these are the choices about it. */
  policyOf(commType: string, choices: readonly Choice[]): PolicyName;
  /** What choices about a target come to; undefined where none says anything. */
  decide(choices: readonly Choice[], policy: PolicyName, target: Target): Decision | undefined;
}

/** Deepest first, then latest, then in order of place. */
const strongest = (a: Choice, b: Choice): number =>
  b.tier - a.tier || b.depth - a.depth || b.at_ms - a.at_ms || a.code - b.code;
const first = (choices: readonly Choice[]): Choice | undefined => [...choices].sort(strongest)[0];

/** Systems that `authorities` ranks for a target, 1 is best. */
export type RanksOf = (target: Target) => ReadonlyMap<string, number>;

const toSaid = (choice: Choice, ranks: ReadonlyMap<string, number>): Said => ({
  ...choice,
  value: choice.deny ? 'no' : 'yes',
  rank: ranks.get(choice.system_id) ?? unranked,
});

/** Decides as the facts do, choice by choice. */
export function createJudge(setting: PolicySetting, toleranceMs: number, ranksOf: RanksOf): Judge {
  return {
    policyOf: (commType, choices) =>
      policyFor(setting, commType, [...new Set(choices.flatMap(({ jurisdiction }) => jurisdiction ?? []))]),
    decide(choices, policy, target) {
      const ranks = policy === 'authority' ? ranksOf(target) : new Map<string, number>();
      const decided = decide(
        choices.map((choice) => toSaid(choice, ranks)),
        policy,
        toleranceMs,
      );
      const by = first((decided?.by ?? []).map((place) => choices[place]!));
      if (decided === undefined || by === undefined) return undefined;
      const against = first(choices.filter(({ deny }) => deny !== by.deny));
      return { denied: by.deny, reason: decided.reason, by, ...(against && { against }) };
    },
  };
}
