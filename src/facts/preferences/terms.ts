import type { GracePlan } from './grace/plan.js';
import type { PolicyPlan } from './policy-plan.js';

/** What decides whether a message ignores an opt-out. */
export interface Terms {
  readonly grace: GracePlan;
  readonly policy: PolicyPlan;
  readonly toleranceMs: number;
  /** `work_handovers` are there, and count as messages do. */
  readonly hasHandovers: boolean;
}
