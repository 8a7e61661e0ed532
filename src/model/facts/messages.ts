import { decimal, instant, list, must, oneOf, text } from '../column.js';
import { channels, errorClasses } from '../enums.js';
import { small } from '../table.js';
import { count, evidence } from './shared.js';

/** What became of messages, which errors were reported, and what could not be read. */
export const messageFacts = [
  small('fact_delivery', 'what became of messages, by way out', {
    system_id: must(text('sending system')),
    communication_id: text('communication'),
    channel: must(oneOf(channels, 'channel')),
    vendor: text('vendor'),
    messages: count('messages sent'),
    messages_with_events: count('messages with at least one event'),
    failed: count('messages that ended bounced, failed, expired or returned'),
    failed_persons: count('persons behind the failed messages'),
    /** the address or mailbox is dead: family address */
    failed_address: count('failed because of the address'),
    top_reason: text('most frequent reason'),
    evidence,
  }),
  small('fact_error_groups', 'errors with one cause', {
    error_class: must(oneOf(errorClasses, 'what went wrong')),
    /** `template:T12/v3`, `vendor:acme`, `system:x`, `comm:c/email`, or `class:<error_class>` when nothing stands out */
    origin: must(text('what the errors have in common')),
    verdict: must(text('localised, external_cause, listed_only or tie')),
    /** `attribute=value` joined by ` & `, empty unless localised */
    pattern: text('attributes and values'),
    same_rows_as: list('other names of the same rows'),
    errors: count('errors of this class with this cause'),
    errors_of: count('errors of this class'),
    known: count('errors of this class with this cause whose message is among the sends'),
    messages: count('messages with this pattern'),
    messages_of: count('messages in all'),
    expected: decimal('errors expected from the rest'),
    ratio: decimal('errors over expected'),
    ratio_low: decimal('lower end of the 95 % interval'),
    ratio_high: decimal('upper end'),
    explained: decimal('share of the excess errors, 0 to 1'),
    p_adjusted: text('chance of this by accident, corrected for all patterns looked at'),
    persons: count('persons hit'),
    exposed: count('further persons who got messages with the same pattern'),
    by_customer: count('errors the customer found first'),
    first_at: instant('first report'),
    last_at: instant('last report'),
    path: text('systems from source to delivery of the communication'),
    evidence,
  }),
  small('fact_rejects', 'rows set aside, by source and reason', {
    file: must(text('file')),
    target: must(text('canonical table')),
    column: text('column'),
    reason: must(text('what was expected')),
    rows: count('rows set aside'),
    rows_in: count('rows of the file'),
    evidence,
  }),
];
