import { boolean, integer, list, must, oneOf, text } from '../column.js';
import { channels, mechanisms } from '../enums.js';
import { small } from '../table.js';
import { count, evidence, from, to } from './shared.js';

/** What hangs on which system and flow. */
export const estateFacts = [
  small('fact_systems', 'every system of the inventory, and who is known in it', {
    system_id: must(text('system')),
    persons: count('persons with a record in it'),
    persons_of: count('persons known in any system'),
    flows_in: count('active flows into it'),
    flows_out: count('active flows out of it'),
    evidence,
  }),
  small('fact_masters', 'fields with more than one master, or with a master the authorities do not name', {
    field: must(text('field path')),
    lob: must(text('line of business; `*` where the masters state none')),
    systems: must(list('systems that master the field for this line')),
    unlisted: list('those of them that the authorities leave out, where they name others'),
    ordered: must(boolean('the authorities say which one is believed first')),
    evidence,
  }),
  small('fact_engines', 'composition engines by channel and line of business', {
    channel: oneOf(channels, 'channel; empty where the steps state none'),
    lob: must(text('line of business')),
    systems: must(list('systems that compose')),
    communications: must(list('communications composed')),
    evidence,
  }),
  small('fact_flow_uses', 'active flows by what needs them to arrive', {
    flow_id: must(text('flow')),
    from_system_id: from,
    to_system_id: to,
    mechanism: must(oneOf(mechanisms, 'how')),
    /** regulatory: joins two steps of messages the law demands; refusal: on the quickest way of opt-outs */
    use: must(text('regulatory or refusal')),
    needs: count(
      'communications that take this flow, or pairs of systems and fields whose quickest way it is on',
    ),
    items: must(list('communications, or fields')),
    evidence,
  }),
  small('fact_manual_steps', 'systems in which messages the law demands pass a step made by hand', {
    system_id: must(text('system')),
    needs: count('communications'),
    communications: must(list('communications')),
    evidence,
  }),
  small('fact_single_points', 'systems without which something arrives nowhere', {
    system_id: must(text('system that every way passes')),
    /** choice: a choice made in one system and held in another; regulatory: a message the law demands */
    kind: must(text('choice or regulatory')),
    /** A field; of regulatory messages a kind of step. */
    item: must(text('field, or composition or delivery')),
    cut: count('pairs of systems, or communications, that need it'),
    cut_of: count('pairs of systems that have a way, or all regulatory communications'),
    legacy: must(boolean('the system is to be retired')),
    ends_in_days: integer('days from as-of to its end of support; negative when past; empty when not stated'),
    evidence,
  }),
  small('fact_reporting', 'ways out to the customer, and whether their outcomes are reported anywhere', {
    system_id: must(text('system that delivers')),
    channel: must(oneOf(channels, 'channel')),
    communications: must(list('communications delivered there')),
    unreported: list('those of them of which no outcome reaches a reporting system or step'),
    targets: count('reporting systems and steps of the inventory'),
    evidence,
  }),
];
