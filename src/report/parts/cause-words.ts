import type { Cause } from '../../model/enums.js';

/** A cause as the head of a list; the empty one is that of systems which knew, or of an inventory without flows. */
const words: Readonly<Record<Cause, string>> = {
  scope_too_narrow: 'The choice was on offer for less than it was meant for',
  conflicting_master: 'The receiver writes over it',
  no_flow: 'No flow is declared',
  one_way: 'A flow is declared in the other direction only',
  field_not_mapped: 'The flows leave the field out',
  mapping_wrong: 'A map turns the value into another',
  identity_gap: 'The receiver has no key to attach it by',
  in_flight: 'On its way in time',
  too_slow: 'The way takes longer than agreed',
  lost: 'It should have arrived and did not',
};
export const causeWords = (cause: Cause | null): string =>
  cause === null ? 'The system itself knew, or nothing is declared about flows' : words[cause];
