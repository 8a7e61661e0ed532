import type { Severity } from '../model/enums.js';
import type { EscalationPolicy, OwnEscalation } from '../model/escalation.js';
import type { Harm, SeverityPolicy } from '../model/policy.js';
import type { Remembered, TriageGroup } from '../model/triage.js';
import type { Estate } from './estate.js';

type Counted =
  | 'key'
  | 'error_class'
  | 'family'
  | 'origin'
  | 'verdict'
  | 'pattern'
  | 'same_rows_as'
  | 'rivals'
  | 'moments'
  | 'errors'
  | 'errors_of'
  | 'messages'
  | 'messages_of'
  | 'expected'
  | 'ratio'
  | 'ratio_low'
  | 'ratio_high'
  | 'explained'
  | 'p_adjusted'
  | 'persons'
  | 'exposed'
  | 'first_at'
  | 'last_at'
  | 'detected_by'
  | 'by_customer'
  | 'hours_known'
  | 'corrected'
  | 'uncorrected'
  | 'hours_corrected'
  | 'corrected_at'
  | 'timeline'
  | 'path'
  | 'evidence'
  | 'fingerprint';

/** A group of errors as the facts have it, and how bad the finding about it is. */
export interface ErrorGroupFacts extends Pick<TriageGroup, Counted> {
  readonly finding: { readonly severity: Severity } | undefined;
}

/** A group as an earlier snapshot had it. */
export interface PastGroup
  extends Pick<Remembered, 'error_class' | 'origin' | 'same_rows_as' | 'errors' | 'persons'> {
  readonly key: string | undefined;
  readonly family: string | null;
  /** undefined where the snapshot does not say. */
  readonly severity: Severity | undefined;
  readonly isResolved: boolean | undefined;
}

/** An earlier run that looked for errors. */
export interface PastTriage {
  readonly file: string;
  readonly as_of: string;
  readonly ecosystem: string;
  readonly groups: readonly PastGroup[];
  readonly gone: readonly Remembered[];
}

/** What decides about a group beside its own counts. */
export interface TriageContext {
  readonly ecosystem: string;
  /** RFC 3339 in UTC. */
  readonly asOf: string;
  readonly policy: EscalationPolicy;
  readonly own: OwnEscalation;
  /** Worst first. */
  readonly harms: readonly Harm[];
  readonly raise: SeverityPolicy['raise'];
  readonly estate: Estate;
  /** Tables that errors are read from, and of which no row was given. */
  readonly notSeen: readonly string[];
  /** Earliest first. */
  readonly pasts: readonly PastTriage[];
}
