import type { Scope } from './choice.js';
import type { Held, PersonConflict, Subject } from './records.js';

/** One value that must hold for one key of a system. */
export interface Correction {
  readonly system_id: string;
  readonly key_type: string;
  readonly subject_key: string;
  readonly kind: 'consent' | 'delivery';
  readonly scope: Scope;
  /** The record that says otherwise; undefined where the system holds nothing. */
  readonly wrong: Held | undefined;
  /** The decision it repeats. */
  readonly by: Held;
  readonly class: string;
  /** Both the key and the decision are linked to the person for certain. */
  readonly certain: boolean;
}

/** All that is known of one person in conflict. */
export interface Case {
  readonly subjects: readonly Subject[];
  readonly held: readonly Held[];
  readonly conflicts: readonly PersonConflict[];
}

/** What cannot be put right by values of single scopes. */
export interface Corrected {
  readonly corrections: readonly Correction[];
  /** Those that would leave the system at odds, or move what is right. */
  readonly unsound: readonly Correction[];
  /** Those that repeat a choice of an unknown day, while another system has the opposite with its day. */
  readonly undecided: readonly Correction[];
  /** Those that repeat a choice of an unknown day while it is still on its way to another system. */
  readonly underWay: readonly Correction[];
}
