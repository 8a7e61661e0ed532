import { boolean, decimal, instant, integer, list, must, oneOf, text } from './column.js';
import { causes, channels, confidences, conflictClasses, errorClasses } from './enums.js';
import { small, type Table } from './table.js';

const field = must(text('field path'));
const from = must(text('system that has the newer or winning value'));
const to = must(text('system that should have it'));
const path = text('`system|system|…` from giver to receiver, empty when there is none');
/** JSON `[{"file":"…","row":2,"column":"…"}]`, at most ten, in order of file and row. */
const evidence = must(text('places in the inputs'));
const count = (doc: string) => must(integer(doc));

/**
 * Facts: computed once a run, bounded by systems × communications × channels × fields, shared by rules, reports and
 * look-ups. The schemas are the contract between `src/facts` and `rules/`.
 */
export const facts: readonly Table[] = [
  small('fact_demands', 'for every field, each system that changes it to each other system that holds it', {
    field,
    from_system_id: from,
    to_system_id: to,
    /** d_f(from, to) over active flows that carry the field. */
    latency_s: integer('seconds of the quickest way, empty when there is none'),
    agreed_s: count('agreed time in seconds'),
    met: must(boolean('arrives within the agreed time')),
    reachable_any: must(boolean('some way exists, whatever it carries')),
    reachable_back: must(boolean('a way carrying the field exists in the other direction')),
    /** True when a transform on the quickest way changes the meaning: invert, constant, truncate, or a value map. */
    altered: must(boolean('a transform on the way changes the value')),
    /** True when the receiver holds none of the keys by which the last flow attaches values. */
    key_missing: must(boolean('the receiver has no key to attach the value')),
    path,
    hops: count('flows on the way, 0 when there is none'),
    evidence,
  }),
  small(
    'fact_preference_conflicts',
    'persons for whom one system is not what another knows, by class and cause',
    {
      class: must(oneOf(conflictClasses, 'class of the conflict')),
      from_system_id: from,
      to_system_id: to,
      /** `preference.consent.<channel>`, `preference.delivery`; the channel is left out when the choice covers all. */
      field,
      cause: oneOf(causes, 'first matching cause; empty when the sending system knew'),
      confidence: must(oneOf(confidences, 'weakest link or time')),
      persons: count('persons concerned'),
      persons_of: count('persons with records in both systems'),
      cells: count('line × type × channel cells concerned, over all persons'),
      messages: count('messages sent against or in spite of the choice'),
      messages_of: count('messages of the receiving system on these channels'),
      cost: decimal('sum of the unit costs of these messages; empty when not known'),
      /** violation only: knew, could_have_known, could_not_know */
      awareness: text('what the sending system could know'),
      choice: must(text('the winning value')),
      held: text('the value held instead; empty when none'),
      first_at: instant('earliest decision concerned'),
      last_at: instant('latest decision or message concerned'),
      days_max: integer('longest time in days between decision and message or as-of'),
      path,
      evidence,
    },
  ),
  small('fact_preference_pairs', 'the same by pair of systems, changes still under way in time left out', {
    class: must(oneOf(conflictClasses, 'class of the conflict')),
    from_system_id: from,
    to_system_id: to,
    field,
    cause: oneOf(causes, 'cause of most persons; on a tie the one looked for first'),
    causes: list('every cause with its persons, `too_slow 12|lost 2`, most persons first'),
    confidence: must(oneOf(confidences, 'confidence of most persons; on a tie the weaker')),
    persons: count('persons concerned'),
    certain: count('persons of them known for certain'),
    persons_of: count('persons with records in both systems'),
    cells: count('cells concerned'),
    messages: count('messages sent against or in spite of the choice'),
    messages_of: count('messages of the receiving system on these channels'),
    cost: decimal('sum of their unit costs; empty when not known'),
    knew: count('violation: persons whose sender held an opt-out itself'),
    could_have_known: count('violation: persons whose opt-out had time to arrive'),
    could_not_know: count('violation: persons whose opt-out could not arrive'),
    choices: must(list('winning values')),
    held: list('values held instead; empty when none'),
    first_at: instant('earliest decision concerned'),
    last_at: instant('latest decision or message concerned'),
    days_max: integer('longest time in days between decision and message or as-of'),
    path,
    evidence,
  }),
  small('fact_preference_states', 'persons by system, scope and state of their choice', {
    system_id: must(text('system')),
    kind: must(text('consent, delivery or suppression')),
    channel: must(text('channel or `*`')),
    persons: count('persons with a record in the system'),
    said_yes: count('explicit opt_in or electronic'),
    said_no: count('explicit opt_out or paper'),
    by_default: count('value set without the person saying so'),
    never_asked: count('persons of the system without any record'),
  }),
  small('fact_collection', 'each field asked at each collection point', {
    collection_point_id: must(text('point')),
    field,
    system_id: must(text('system that stores the answer')),
    process: text('business process'),
    required: must(boolean('cannot be left empty')),
    prefilled: must(boolean('shown with the known value')),
    legal_duty: text('law that demands it'),
    persons_per_month: integer('persons a month'),
    /** communications, systems with role consumes or derives, that the point's system reaches with the field, itself included */
    consumers: count('communications and systems that use it'),
    /** a system that masters or holds the field, not fed by this very point, from which it arrives in time */
    known_in: text('system that already has it and reaches this point in time'),
    known_latency_s: integer('seconds from there'),
    known_path: path,
    evidence,
  }),
  small('fact_collection_groups', 'systems that collect the same field and do not exchange it', {
    field,
    /** one row per field with two or more source components under reachability of the field */
    groups: count('independent groups of collecting systems'),
    systems: must(list('one system a group: its smallest id')),
    points: must(list('collection points concerned')),
    persons_per_month: integer('persons a month at these points'),
    evidence,
  }),
  small('fact_one_way', 'a change made in one of two systems never reaches the other, which feeds it', {
    field,
    /** where the change is made and stays */
    from_system_id: from,
    to_system_id: to,
    path: text('the way that does exist: to|…|from'),
    evidence,
  }),
  small('fact_feedback', 'outcomes that must come back', {
    outcome: must(text('`outcome.bounced` …')),
    channel: oneOf(channels, 'channel on which the outcome arises'),
    from_system_id: must(text('system where the outcome is seen')),
    to_system_id: must(text('system that must learn of it')),
    /** sender: sends on that channel; master: holds the contact data; holder: keeps a copy of the corrected field */
    because: must(text('why the receiver must know: sender, master or holder')),
    present: must(boolean('a way exists within the agreed time')),
    latency_s: integer('seconds, empty when there is no way'),
    path,
    messages: count('messages with that outcome'),
    persons: count('persons concerned'),
    evidence,
  }),
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
  small('fact_person_signatures', 'persons by the set of conflicts they are in', {
    /** sorted `class from>to/field` joined by `;` */
    signature: must(text('set of violated demands')),
    persons: count('persons with exactly this set'),
    messages: count('messages to them against their choice'),
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

export const findFact = (name: string): Table | undefined => facts.find((fact) => fact.name === name);
