/** A finding the audit must make: what it is identified by, its cause, and how many persons are behind it. */
export interface Label {
  readonly rule: string;
  readonly subject: string;
  readonly cause: string | null;
  readonly persons: number;
}

/** One person for whom one system is not what another knows. */
export interface Conflict {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly person: number;
  readonly cause: string | null;
}

/** The causes in the order of the decision tree, which also settles ties. */
export const causeOrder = [
  'scope_too_narrow',
  'conflicting_master',
  'no_flow',
  'one_way',
  'field_not_mapped',
  'mapping_wrong',
  'identity_gap',
  'in_flight',
  'too_slow',
  'lost',
];

export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const compareLabels = (a: Label, b: Label): number =>
  byCode(a.rule, b.rule) || byCode(a.subject, b.subject) || byCode(a.cause ?? '', b.cause ?? '');
