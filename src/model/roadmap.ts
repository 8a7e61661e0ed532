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
  /** Units of work; a measure for comparing, until the client's own costs are given. */
  readonly effort: number;
}
