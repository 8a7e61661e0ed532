import { boolean, decimal, instant, integer, list, must, oneOf, text } from '../column.js';
import { causes, channels, confidences, conflictClasses } from '../enums.js';
import { small } from '../table.js';
import { count, evidence, field, from, path, to } from './shared.js';

/** What systems hold of persons' choices. */
export const choiceFacts = [
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
  small('fact_never_captured', 'persons written to on consent of whom no system holds anything', {
    system_id: must(text('sending system')),
    channel: must(oneOf(channels, 'channel')),
    keeps: must(boolean('the system keeps consent of anybody at all')),
    persons: count('persons of whom no system holds anything about the channel'),
    persons_of: count('persons written to on consent; where none were, customers of the system'),
    linked: count('of these persons, those known in two or more systems'),
    messages: count('messages to them; 0 where only the inventory says that the system writes on consent'),
    messages_of: count('messages that rest on consent'),
    evidence,
  }),
  small('fact_person_signatures', 'persons by the set of conflicts they are in', {
    /** sorted `class from>to/field` joined by `;` */
    signature: must(text('set of violated demands')),
    persons: count('persons with exactly this set'),
    messages: count('messages to them against their choice'),
  }),
];
