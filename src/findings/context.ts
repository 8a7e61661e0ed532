import type { Config } from '../model/config.js';
import type { Severity } from '../model/enums.js';
import type { Coverage } from '../model/report.js';
import type { Rule } from '../model/rule.js';
import type { ReadBaseline } from './baseline/read.js';
import type { Estate } from './history/blind-spot.js';
import type { Snapshot } from './history/compare.js';

export interface Owner {
  readonly owner_id: string;
  readonly name: string;
}

/** What was accepted, and what an earlier run saw. */
export interface Past {
  /** What this run looks at. */
  readonly estate: Estate;
  readonly baseline?: { readonly read: ReadBaseline; readonly today: string };
  readonly snapshot?: Snapshot & { readonly ecosystem: string };
}

/** What judging needs beside the hits and the policy. */
export interface Context {
  readonly rules: readonly Rule[];
  readonly config: Pick<Config, 'assigned' | 'due' | 'require'>;
  /** RFC 3339 in UTC: the clock of due dates. */
  readonly asOf: string;
  readonly failOn: Severity | 'never';
  /** Findings an earlier run knew fail only when they are worse. */
  readonly failOnNew?: boolean;
  readonly show: Severity;
  /** Data-quality findings and rules not evaluated fail, too. */
  readonly strict: boolean;
  readonly coverage: Coverage;
  /** Rules switched off in the configuration. */
  readonly off: readonly { readonly rule: string; readonly reason: string }[];
  /** Who answers for `system:x`, `point:p`, `comm:c` and `template:t`. */
  readonly owners: ReadonlyMap<string, Owner>;
  /** Distinct persons in conflicts, and the messages to them. */
  readonly inConflict: { readonly persons: number; readonly messages: number };
  readonly past?: Past;
}
