import { boolean, decimal, integer, list, must, oneOf, text } from '../column.js';
import { channels } from '../enums.js';
import { small } from '../table.js';
import { count, evidence, field } from './shared.js';

const communication = must(text('communication'));
const whenMeasured = (doc: string) => integer(`${doc}; empty when not measurable`);

/** How a text that needs a field stands to those who know it. */
export const fieldStates = ['reaches', 'stops', 'nowhere', 'unknown'] as const;

/** What was known when a message went out all the same. */
export const knowledge = ['wrong_language', 'offer_held', 'paperless_invited'] as const;

/** Where communication breaks down, and what it achieves. */
export const communicationFacts = [
  small('fact_communication_paths', 'every communication and channel, from data to customer', {
    /** Missing hops count most, then a missed deadline, refusals unheard, fields that stop, other outcomes, hands, ends. */
    place: count('1 is the worst'),
    communication_id: communication,
    channel: oneOf(channels, 'channel; empty where the steps state none'),
    systems: must(list('stations in order')),
    latency_s: integer('seconds over all hops; empty when a hop is missing or states none'),
    slowest: text('`from>to` of the hop that takes longest'),
    deadline_s: integer('seconds after its due time'),
    late: must(boolean('the hops alone take longer than the deadline')),
    data_age_s: integer('age in seconds at delivery of the oldest field it needs; empty when not known'),
    oldest_field: text('that field'),
    manual: list('steps made by hand as `system`, hops as `from>to`'),
    gaps: list('`from>to` of stations that no flow of content joins'),
    single_points: list('systems that it passes on every channel'),
    ending: list('systems of the way that are to be retired, or out of support within a year'),
    feedback_of: count('ways on which outcomes are owed'),
    feedback_missing: list('`outcome.x>system` of those that do not exist or take too long'),
    lacking: list('fields it needs that are known and do not get there'),
    evidence,
  }),
  small('fact_communication_fields', 'fields a communication needs or could use, and how far they get', {
    communication_id: communication,
    field,
    /** False: a field of the person that the communication does without. */
    listed: must(boolean('the communication names it')),
    required: must(boolean('it cannot go without it')),
    composed_in: must(text('system in which the text is made')),
    /** nowhere: no system holds it; unknown: the inventory maps no field on any flow into the composing system */
    state: must(oneOf(fieldStates, 'reaches the text, stops before, nowhere or unknown')),
    held_by: text('who knows it best: the master, else the system with the highest fill rate'),
    holders: count('systems that hold it'),
    fill_rate: decimal('share of records with a value there, 0 to 1'),
    /** stops only */
    last_system_id: text('last system of the way that has it, or who knows it best'),
    next_system_id: text('system that does not get it from there'),
    age_s: integer('seconds from the master to where the text is made; empty when not known'),
    evidence,
  }),
  small('fact_outcome_ends', 'flows by which outcomes leave for a place of the vendor and are lost there', {
    flow_id: must(text('flow')),
    from_system_id: must(text('system that delivers')),
    to_system_id: must(text("vendor's place")),
    vendor: text('vendor of the channel'),
    channels: must(list('channels delivered there')),
    outcomes: must(list("outcomes that reach no system of one's own from there")),
    communications: list('communications delivered there on these channels'),
    evidence,
  }),
  small('fact_channel_effectiveness', 'what messages achieve, by channel and by communication and channel', {
    channel: must(oneOf(channels, 'channel')),
    /** Communications without an id go by their type. */
    communication: text('communication; empty: all of the channel'),
    messages: count('messages sent'),
    persons: count('persons they went to'),
    persons_of: integer('persons known in the sending system; empty when several send it'),
    observed: count('messages with at least one event'),
    delivered: whenMeasured('messages delivered'),
    failed: whenMeasured('messages that bounced, failed, expired or came back'),
    opened: whenMeasured('messages opened or read'),
    answered: whenMeasured('messages clicked or replied to'),
    complained: whenMeasured('messages complained about'),
    opted_out: whenMeasured('messages unsubscribed from'),
    returned: whenMeasured('letters that came back'),
    due: count('messages with a due time'),
    late: whenMeasured('messages sent after their due time and deadline'),
    cost: decimal('sum of the unit costs known'),
    costed: count('messages whose cost is known'),
    evidence,
  }),
  small('fact_known_unused', 'messages sent as if nobody knew what some system knew', {
    knowledge: must(oneOf(knowledge, 'what was known')),
    communication: must(text('communication, or type where sends name none')),
    channel: must(oneOf(channels, 'channel')),
    system_id: must(text('sending system; the first where several send it')),
    /** wrong_language: `sent>known` most frequent; offer_held: the product */
    what: text('what was sent against what was known'),
    known_in: must(list('systems that knew it')),
    persons: count('persons concerned'),
    messages: count('messages concerned'),
    messages_of: count('messages of which it can be told'),
    own: count('messages of them where the sending system itself knew'),
    cost: decimal('sum of the unit costs known'),
    evidence,
  }),
];
