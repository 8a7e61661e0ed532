import type { Cause, Confidence } from './enums.js';
import type { Evidence, Finding } from './finding.js';

/** One row of a rule's result, checked and typed; judging makes a finding of it. */
export interface Hit {
  readonly rule: string;
  /** `pair:x>y/field`, `system:x/channel`, `point:p/field` …; never a person. */
  readonly subject: string;
  readonly case: string;
  readonly cause: Cause | null;
  readonly confidence: Confidence;
  readonly persons: number | null;
  readonly persons_of: number | null;
  readonly messages: number | null;
  readonly messages_of: number | null;
  /** What the message is filled with, and what reports show beside it. */
  readonly args: Finding['args'];
  readonly evidence: readonly Evidence[];
  /** System ids from giver to receiver. */
  readonly path: readonly string[];
}
