import type { PersonSet } from '../model/roadmap.js';
import type { Supports } from './bound.js';
import type { Satisfies } from './weigh.js';

/** The initiatives that fix most persons together. */
export interface Choice {
  /** Places of the initiatives, in the order in which each next one adds most. */
  readonly initiatives: readonly number[];
  readonly persons: number;
  /** No choice of so many initiatives, within the budget, can fix more persons. */
  readonly bound: number;
  /** Every choice was weighed: `persons` is the most there is among these initiatives. */
  readonly exact: boolean;
}

export interface Question {
  /** Number of initiatives to choose from. */
  readonly count: number;
  readonly sets: readonly PersonSet[];
  readonly satisfies: Satisfies;
  /** How many to choose at most. */
  readonly most: number;
  /** What each costs, and how much all may cost together; without it anything may be chosen. */
  readonly budget?: { readonly costs: readonly number[]; readonly most: number };
  /** Initiatives without any of which a want stays as it is; for the bound where not every choice is weighed. */
  readonly supports?: Supports;
  /** Initiatives that can matter to a want in any company; spares weighing pairs. */
  readonly related?: Supports;
}

export type Weigh = (initiatives: readonly number[]) => number;

/** Whether a choice keeps to the budget. */
export const isAffordable =
  ({ budget }: Question) =>
  (chosen: readonly number[]): boolean =>
    !budget || chosen.reduce((sum, one) => sum + budget.costs[one]!, 0) <= budget.most;

/** Places of those that are not chosen. */
export const others = ({ count }: Question, chosen: readonly number[]): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => !chosen.includes(i));
