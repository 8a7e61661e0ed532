import { instant, integer, must, oneOf, text } from './column.js';
import { channels, confidences, conflictClasses, keyTypes, strengths, timeQualities } from './enums.js';

/**
 * One line of `<system>.csv` of `unsilo preferences corrections`: what this system must hold from now on for one key.
 *
 * How to put it right: where the system has a record of this key for exactly this scope, its value becomes `new`; where
 * it has none, one is added. Strength and time are those of the decision, so that a correction is no decision of its own.
 * Lines of one customer stand together; a system without mistakes has no file.
 */
export const correctionColumns = {
  key: must(text('key of the customer in this system, in clear')),
  key_type: must(oneOf(keyTypes, 'kind of key')),
  field: must(
    text('`preference.consent`, `preference.delivery`, or a field of the customer record, `contact.email`'),
  ),
  lob: text('line of business of the choice, `*` for all; empty for fields of the customer record'),
  comm_type: text('purpose of the choice, `*` for all'),
  channel: oneOf(['*', ...channels], 'channel of the choice, `*` for all'),
  contact_point: text('address the choice is about; empty for all'),
  old: text('value that holds there now; empty for none'),
  new: must(text('value that must hold: opt_in, opt_out, paper, electronic, or the value of the field')),
  strength: oneOf(strengths, 'how the decision came about'),
  decided_at: instant('when it was decided, in the zone of the proof; empty when nobody recorded it'),
  time_quality: oneOf(timeQualities, 'how exact that time is'),
  decided_in: must(text('system where it was decided')),
  proof_file: must(text('file of the record that proves it')),
  proof_row: must(integer('its row, as a spreadsheet counts')),
  held_file: text('file of the record that is wrong; empty when there is none'),
  held_row: integer('its row'),
  class: must(oneOf(conflictClasses, 'kind of conflict')),
  confidence: must(oneOf(confidences, 'weakest of link and times')),
};

/** What `held-back.csv` says besides: the system, and why its line is not in the file of that system. */
export const heldBackColumns = {
  system_id: must(text('system the line would be for')),
  reason: must(text('why nobody should apply it unseen')),
  ...correctionColumns,
};
