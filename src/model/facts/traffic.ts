import { decimal, integer, list, must, oneOf, text } from '../column.js';
import { channels } from '../enums.js';
import { small } from '../table.js';
import { count, evidence } from './shared.js';

const system = must(text('sending system'));
const channel = must(oneOf(channels, 'channel'));
const cost = decimal('sum of the unit costs of these messages; empty when not known');

/** What messages do to a person that no single message shows. */
export const trafficFacts = [
  small('fact_dead_addresses', 'messages to addresses known to be dead', {
    system_id: system,
    channel,
    persons: count('persons behind the messages'),
    messages: count(
      'messages sent a day or more after a permanent failure of the address, no delivery in between, and not delivered',
    ),
    own: count('messages of them after a failure this system had itself'),
    addresses: count('dead addresses'),
    days_max: integer('longest time in days between the first failure and a message'),
    cost,
    evidence,
  }),
  small('fact_duplicates', 'messages that went to the same key, address and channel shortly before', {
    system_id: system,
    communication_id: text('communication; empty where sends name none'),
    comm_type: must(text('path in the purpose tree')),
    channel,
    /** 600, 3600, 21600 or 86400; what counts at a shorter time counts at the longer ones, too. */
    within_s: count('seconds within which the message is repeated'),
    persons: count('persons who got it again'),
    messages: count('repeated messages, the first of each left out'),
    cost,
    evidence,
  }),
  small('fact_contact_pressure', 'persons by the messages of their fullest calendar month, from five on', {
    purpose: must(text('root of the purpose tree')),
    level: count('messages of the fullest month, 100 for more'),
    alone: count('most of them from one system, 100 for more'),
    persons: count('persons with such a month'),
    messages: count('messages of these months'),
    systems: must(list('systems that sent them')),
    evidence,
  }),
];
