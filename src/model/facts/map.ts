import { boolean, decimal, integer, list, must, text } from '../column.js';
import { small } from '../table.js';
import { count, evidence, field, path } from './shared.js';

const demandsOf = count(
  'pairs of a system that changes the field and another that holds it, with a way between',
);
const through = must(decimal('pairs whose quickest way it is on; equally quick ways share a pair'));

/** What the flows of the inventory do together, field by field. */
export const mapFacts = [
  small('fact_reach', 'for every field and system that changes it, how far its changes get', {
    field,
    system_id: must(text('system where customers or staff change it')),
    holders: count('other systems that hold the field'),
    reached: count('those of them a way leads to'),
    in_time: count('those of them it leads to within the agreed time'),
    unreached: list('systems that hold the field and that no way leads to'),
    slowest_to: text('system reached last'),
    slowest_s: integer('seconds there; empty when unknown or nothing is reached'),
    /** Every flow is left out of which no latency is stated; a schedule makes a change wait for its next run. */
    latest_s: integer('seconds to the last system in the worst moment of a week; empty when unknown for one'),
    evidence,
  }),
  small('fact_sync_groups', 'systems that hold a field and hear all changes of each other', {
    field,
    systems: must(list('two or more systems with ways in both directions')),
    changing: list('those of them where it is changed'),
    slowest_s: integer('seconds of the slowest way from a change to a member; empty when one is unknown'),
    in_time: must(boolean('every change reaches every member within the agreed time')),
    holders_of: count('systems that hold the field'),
    evidence,
  }),
  small('fact_bottlenecks', 'systems by what goes through them, field by field', {
    field,
    system_id: must(text('system that is passed')),
    through,
    persons_per_month: decimal('persons a month whose changes go through it; empty when no point states any'),
    cut: count('pairs of which every way passes it'),
    demands_of: demandsOf,
    articulation: must(boolean('without it others no longer hear of each other in both directions')),
    evidence,
  }),
  small('fact_flow_loads', 'flows by what needs them, field by field', {
    flow_id: must(text('flow')),
    field,
    from_system_id: must(text('giver')),
    to_system_id: must(text('receiver')),
    through,
    cut: count('pairs of which every way takes it'),
    demands_of: demandsOf,
    redundant: must(boolean('another way without it carries the field unchanged and takes no longer')),
    evidence,
  }),
  small('fact_redundant_flows', 'flows of which everything they carry arrives as soon without them', {
    flow_id: must(text('flow')),
    from_system_id: must(text('giver')),
    to_system_id: must(text('receiver')),
    fields: must(list('fields it carries')),
    /** Of two flows that replace each other only one can go. */
    removable: must(boolean('can go together with all others that are removable')),
    path,
    evidence,
  }),
  small('fact_double_entry', 'pairs of systems that enter a field themselves although one feeds the other', {
    field,
    from_system_id: must(text('giver')),
    to_system_id: must(text('receiver')),
    flows: must(list('flows that carry the field')),
    both_ways: must(boolean('the receiver feeds the giver too')),
    from_fill: decimal('share of records with a value at the giver, 0 to 1'),
    to_fill: decimal('the same at the receiver'),
    weaker: text('the one with the lower share: it could read instead of ask'),
    evidence,
  }),
  small('fact_circles', 'systems that overwrite each other in a circle, field by field', {
    field,
    systems: must(list('systems on circles that master or change the field')),
    masters: list('those of them that master it'),
    flows: count('flows among the systems of the circles'),
    read_only: must(list('a smallest set of flows without which no circle is left')),
    exact: must(boolean('no smaller set exists; otherwise a small one was found')),
    /** Cheaper than leaving no circle at all: copies may go on hearing of each other. */
    part_masters: list('fewest flows found whose loss leaves no two masters overwriting each other'),
    evidence,
  }),
  small('fact_corrections', 'what agents put right, and who hears of it', {
    field,
    system_id: must(text('system where agents correct')),
    masters: list('other systems that master the field'),
    master_s: integer('seconds to the slowest master; empty when unknown or one is not reached'),
    sticks: must(boolean('every master hears of it within the agreed time')),
    holders: count('other systems that hold the field'),
    late: list('holders reached after the agreed time'),
    unreached: list('holders never reached'),
    slowest_s: integer('seconds to the slowest holder reached; empty when unknown or none is reached'),
    /** The correction never reaches their giver, so its old value comes back with them. */
    overwritten_by: list('flows that bring the old value back'),
    evidence,
  }),
];
