import { boolean, integer, list, must, oneOf, text } from '../column.js';
import { channels } from '../enums.js';
import { small } from '../table.js';
import { count, evidence, field, from, path, to } from './shared.js';

/** What the inventory says about ways, collection and feedback. */
export const graphFacts = [
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
    slowest_flow_id: text('flow that takes longest on the way'),
    /** Over flows of known latency; jobs that start at stated times make a change wait for the next run. */
    latest_s: integer('seconds it takes in the worst moment of a week; empty when unknown'),
    evidence,
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
  small('fact_one_way', 'each flow and field whose giver never hears of changes made where it leads', {
    flow_id: must(text('flow')),
    field,
    from_system_id: must(text('receiver of the flow, where changes stay')),
    to_system_id: must(text('giver of the flow, which never hears of them')),
    changing: must(list('systems in step with the receiver where customers or staff change the field')),
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
    /** extend: existing flows lead there; connect: none do; hasten: they carry it, but too slowly. */
    mend: text('extend, connect or hasten; empty when present'),
    mend_flows: list('flows that would have to carry it, or the one that takes longest'),
    mend_path: text('systems on the way back that is missing'),
    messages: count('messages with that outcome'),
    persons: count('persons concerned'),
    evidence,
  }),
];
