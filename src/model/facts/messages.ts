import { decimal, instant, integer, list, must, oneOf, text } from '../column.js';
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
    /** `g1-` and a hash of `<error_class>[/<family>]@<origin>`: the same in every run */
    group_key: must(text('what the group is known by, in every run')),
    error_class: must(oneOf(errorClasses, 'what went wrong')),
    /** `address`, `reputation`, … of failed messages; of other errors unknown */
    family: text('family of the failure, of class undelivered'),
    /** `template:T12/v3`, `vendor:acme`, `system:x`, `flow:f`, `comm:c/email`, or `class:<error_class>` when nothing stands out */
    origin: must(text('what the errors have in common')),
    verdict: must(text('localised, external_cause, listed_only or tie')),
    /** `attribute=value` joined by ` & `, empty unless localised */
    pattern: text('attributes and values'),
    same_rows_as: list('other names of the same rows'),
    rivals: list('patterns that nothing in the counts tells from it'),
    errors: count('errors of this class with this cause'),
    errors_of: count('errors of this class'),
    known: count('errors of this class with this cause whose message is among the sends'),
    messages: count('messages with this pattern'),
    messages_of: count('messages in all'),
    /** JSON `[{"attribute":"batch","value":"…","errors":12,"messages":300}]`; attribute `batch` or `day` of sending */
    moments: text('batches and days in which its errors crowd beyond accident'),
    expected: decimal('errors expected from the rest'),
    ratio: decimal('errors over expected'),
    ratio_low: decimal('lower end of the 95 % interval'),
    ratio_high: decimal('upper end'),
    explained: decimal('share of the excess errors, 0 to 1'),
    p_adjusted: text('chance of this by accident, corrected for all patterns looked at'),
    persons: count('persons hit'),
    exposed: count('further persons who got messages with the same pattern'),
    by_customer: count('errors the customer found first'),
    /** `customer:4|agent:8|check:3|delivery:20`: reports by who found the error, `check` by comparing, `delivery` by events */
    detected: list('errors by who found them, most first'),
    /** from the message, or what the report says of the time, to the day it was known */
    hours_known: count('median hours until the error was known'),
    /** unknown where no report of the ecosystem is closed: then nobody keeps their state */
    corrected: integer('errors whose report is closed'),
    uncorrected: integer('errors whose report is open'),
    hours_corrected: integer('median hours from the report until it was put right'),
    corrected_at: instant('last correction'),
    first_at: instant('first report'),
    last_at: instant('last report'),
    /** `2026-05-03:12|2026-05-04:3`, the latest 400 days */
    days: list('errors by day'),
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
