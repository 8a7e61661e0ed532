import type { Edit } from './edit.js';
import type { Cause } from './enums.js';

/** What an initiative does to the ecosystem. */
export const initiativeKinds = [
  'add_flow',
  'map_field',
  'correct_mapping',
  'speed_up',
  'add_key',
  'one_master',
  'offer_scope',
  'hub',
  'prefill_point',
  'retire_point',
  'close_loop',
  'report_outcomes',
  'delegate_correction',
  'declare_master',
  'break_circle',
  'offer_choice',
  'automate_hop',
  'consolidate_senders',
  'mend_communication',
  'merge_communications',
  'retire_communication',
  'retire_flow',
  'bypass_system',
  'retire_system',
  'mend_flow',
  'fix_template',
  'fix_source',
  'workshop',
] as const;
export type InitiativeKind = (typeof initiativeKinds)[number];

/** Two systems that differ in what persons said, and the cause by which some of them do. */
export interface Want {
  /** Place in the list of wants. */
  readonly id: number;
  readonly pair: number;
  readonly cause: Cause;
  readonly from: string;
  readonly to: string;
  readonly field: string;
  /** Persons concerned, each counted in every want they are in. */
  readonly persons: number;
}

/** Persons who are in exactly these conflicts. `stuck` have one besides that no inventory can mend. */
export interface PersonSet {
  readonly wants: readonly number[];
  readonly stuck: boolean;
  readonly persons: number;
  readonly messages: number;
}

/** A change of the ecosystem that can be decided on as one. */
export interface Initiative {
  /** Stable: the kind and what it is about, `add_flow:crm>mailer`. */
  readonly id: string;
  readonly kind: InitiativeKind;
  readonly edits: readonly Edit[];
  /** Systems concerned: the one that gives first, the one that receives last. */
  readonly systems: readonly string[];
  /** Fields concerned, sorted. */
  readonly fields: readonly string[];
  /** Flows that exist and are changed. */
  readonly flows: readonly string[];
  /** Units of work; a measure for comparing, beside the client's own costs. */
  readonly effort: number;
  /** Fingerprints of the findings it is made from and is to close; none if it is weighed by the persons it fixes. */
  readonly aims: readonly string[];
  /** Initiatives that must come before it, by id. */
  readonly dependsOn: readonly string[];
}
