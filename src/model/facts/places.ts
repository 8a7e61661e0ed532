import { boolean, integer, list, must, oneOf, text } from '../column.js';
import { channels } from '../enums.js';
import { small } from '../table.js';
import { count, evidence } from './shared.js';

/**
 * Where customers can give and take back consent. Empty where no collection point says what it offers. A point of a
 * first contact (process `onboarding`) is no place to take anything back.
 */
export const placeFacts = [
  small('fact_consent_scopes', 'scopes to which messages go on consent, and where they can be refused', {
    lob: must(text('line of business')),
    comm_type: must(text('purpose')),
    channel: must(oneOf(channels, 'channel')),
    places: must(list('points where the scope can be refused at any time')),
    places_at_start: must(list('points of a first contact that offer it')),
    places_unsure: must(list('points that ask for such consent and do not say what they offer')),
    persons: count('persons written to'),
    messages: count('messages; 0 where only the inventory says that there are any'),
    evidence,
  }),
  small(
    'fact_places_to_choose',
    'persons written to on consent, by how many points it takes to refuse it all',
    {
      places: count('smallest number of points that cover all scopes of the person that can be refused'),
      out_of_reach: must(boolean('some scope of the person is offered by no system that knows the person')),
      persons: count('persons'),
      points: must(list('such a set of points, that of most of these persons')),
      evidence,
    },
  ),
  small('fact_harder_out', 'points where consent is given more easily than it can be taken back anywhere', {
    collection_point_id: must(text('point')),
    field: must(text('field asked')),
    system_id: must(text('system that stores the answer')),
    channel_in: must(text('channel of the point')),
    scope: must(text('scope that is hardest to take back: `lob/comm_type/channel`')),
    points_out: must(list('easiest points where it can be taken back')),
    channel_out: must(text('their channel')),
    persons_per_month: integer('persons a month at the point'),
    evidence,
  }),
];
