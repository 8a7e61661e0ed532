import { boolean, date, decimal, integer, list, must, oneOf, text } from '../column.js';
import { actorTypes } from '../enums.js';
import { small } from '../table.js';
import { count, evidence, field, path } from './shared.js';

/** What records show of a declared flow that does not deliver. */
export const flowFaults = ['silent', 'stopped', 'turned', 'drops'] as const;

const from = must(text('system where customers changed their choice first'));
const to = must(text('system that has it later, or has not'));
const low = must(decimal('lower end of the 95 % interval of the share (Wilson), 0 to 1'));
const high = must(decimal('upper end'));
const changes = count('changes that had time to arrive, where the receiver can be seen to have them or not');
const arrived = count('of them, those the receiver has');

/** What records show of ways, to be held against what the inventory says. */
export const observedFacts = [
  small('fact_observed_ways', 'for every field, whether changes in one system are found in another', {
    field,
    from_system_id: from,
    to_system_id: to,
    declared: must(boolean('the inventory has a way that carries the field')),
    changes,
    arrived,
    turned: count('of the others, those of which the receiver has the opposite since'),
    share_low: low,
    share_high: high,
    already: count('changes to what the receiver had before; they show nothing'),
    overwritten: count('changes that a job put back later'),
    path,
    evidence,
  }),
  small('fact_measured_lags', 'how long changes of the last year took from one system to another', {
    field,
    from_system_id: from,
    to_system_id: to,
    arrivals: count('changes whose arrival has a time'),
    /** At least so long: of times known by day or between two exports the shortest that fits. */
    median_s: count('seconds within which half of them arrived'),
    p90_s: count('seconds within which nine of ten arrived'),
    p95_s: count('seconds within which 95 % of them arrived'),
    max_s: count('longest time in seconds'),
    declared_s: integer('seconds of the quickest declared way; empty without one or when a flow states none'),
    agreed_s: count('agreed time in seconds'),
    late: count('arrivals after the declared time and the tolerance of clocks; 0 without a declared time'),
    late_low: low,
    late_high: high,
    late_agreed: count('arrivals after the agreed time'),
    between_exports: count('arrivals known from the difference of two exports only'),
    path,
    evidence,
  }),
  small('fact_undeclared_flows', 'ways that records show and the inventory does not', {
    from_system_id: must(text('likely giver')),
    to_system_id: must(text('likely receiver')),
    fields: must(list('fields that arrive')),
    givers: must(list('systems whose changes arrive this way')),
    receivers: must(list('systems in which they arrive')),
    changes,
    arrived: count('of them, those that arrived within the agreed time'),
    share_low: low,
    share_high: high,
    median_s: count('seconds within which half of them arrived'),
    exact: must(boolean('no system without data could have told both')),
    evidence,
  }),
  small('fact_broken_flows', 'declared flows by which records show next to nothing to arrive', {
    flow_id: must(text('flow')),
    from_system_id: must(text('giver')),
    to_system_id: must(text('receiver')),
    /** silent: never delivered; stopped: did so once; turned: the opposite arrives; drops: less than half arrives */
    fault: must(oneOf(flowFaults, 'what is seen')),
    fields: must(list('fields that do not arrive')),
    alike: list('other flows that the records cannot tell from this one'),
    changes,
    arrived,
    share_low: low,
    share_high: high,
    since: date('day of the first change of those that do not arrive, as its source tells it'),
    path,
    evidence,
  }),
  small('fact_slow_flows', 'declared flows by which more changes arrive late than declared', {
    flow_id: must(text('flow')),
    from_system_id: must(text('giver')),
    to_system_id: must(text('receiver')),
    fields: must(list('fields that come late')),
    alike: list('other flows that the records cannot tell from this one'),
    arrivals: count('changes of the last year that came over it, as far as their arrival has a time'),
    late: count('of them, those after the declared time of the whole way; one in twenty is to be expected'),
    share_low: low,
    share_high: high,
    late_agreed: count('of them, those after the agreed time'),
    /** Of the way over it with most arrivals. */
    declared_s: count('declared seconds of the way'),
    median_s: count('seconds within which half of them arrived'),
    p95_s: count('seconds within which 95 % of them arrived'),
    between_exports: count('arrivals known from the difference of two exports only'),
    path,
    evidence,
  }),
  small('fact_overwritten', 'choices that had been made or had arrived, and that a job put back', {
    system_id: must(text('system where it happened')),
    field,
    by: must(list('who wrote the later record', { values: actorTypes })),
    givers: must(list('systems where the choices were made')),
    persons: count('choices put back'),
    persons_of: count('choices that the system has or had'),
    share_low: low,
    share_high: high,
    refusals: count('of those put back, the refusals'),
    first_day: date('day of the first record that did so'),
    last_day: date('day of the last one'),
    evidence,
  }),
  small(
    'fact_details_put_back',
    'corrected addresses, numbers, names and languages that took their old value again',
    {
      system_id: must(text('system where it happened')),
      field,
      flows: list('flows whose giver had the old value all along; empty when none did'),
      givers: list('systems that give by them'),
      corrected_in: must(list('systems where the correction was made or still stands')),
      persons: count('persons whose old value came back'),
      persons_of: count('persons whose value was ever changed there'),
      fed: count('of those put back, the ones whose old value a flow could bring'),
      share_low: low,
      share_high: high,
      first_day: date('day by which the first of them was back'),
      last_day: date('the last'),
      evidence,
    },
  ),
  small(
    'fact_observed_outcomes',
    'whether what customers refuse by an answer to a message is known elsewhere',
    {
      outcome: must(text('field outcome.*')),
      channel: must(text('channel it came by')),
      from_system_id: must(text('system that saw it')),
      to_system_id: must(text('system that keeps choices on the channel')),
      declared: must(boolean('the inventory has a way for the outcome or for the choice')),
      changes: count('persons it had time to arrive of, of whom the receiver says yes or no'),
      arrived: count('of them, those of whom the receiver has a refusal since'),
      share_low: low,
      share_high: high,
      flows: list('flows of the declared way'),
      path,
      evidence,
    },
  ),
];
