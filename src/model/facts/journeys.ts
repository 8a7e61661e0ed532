import { boolean, decimal, integer, list, must, text } from '../column.js';
import { small } from '../table.js';
import { count, evidence } from './shared.js';

const journey = text('journey; empty where events name none');
const seconds = (doc: string) => decimal(`${doc}, in seconds`);

/** How cases came to their end, and where they did not. */
export const journeyFacts = [
  small('fact_journeys', 'cases of each journey by how they ended, and how long it took', {
    journey,
    registration: must(boolean('it counts in the measures of registration')),
    /** unsilo.yaml names activities of success, or events state how cases ended */
    told: must(boolean('it can be told how cases end')),
    cases: count('cases'),
    success: count('cases that succeeded'),
    rejected: count('cases that were turned down'),
    withdrawn: count('cases that the customer took back'),
    abandoned: count('cases without an end and without an event for so long that none is to be expected'),
    open: count('cases still under way; no rate counts them'),
    min_s: seconds('shortest time to success'),
    q1_s: seconds('time within which a quarter succeeded'),
    median_s: seconds('time within which half did'),
    p90_s: seconds('time within which nine of ten did'),
    p95_s: seconds('time within which 95 of 100 did'),
    max_s: seconds('longest'),
    survival_s: seconds('median when cases that did not succeed count with the time they lasted'),
    /** up to a minute, 5 minutes, an hour, a day, a week, 4 weeks, 12 weeks, and more */
    buckets: must(list('successes by time')),
    customer_s: integer('seconds of successes spent waiting for the customer'),
    firm_s: integer('seconds of successes spent waiting for the firm'),
    evidence,
  }),
  small('fact_journey_steps', 'how far abandoned cases got', {
    journey,
    activity: must(text('step')),
    reached: count('cases with an end that had this step'),
    abandoned: count('abandoned cases that got no further'),
    after_error: count(
      'those of them of which the last event was an error, or a message that was wrong or failed',
    ),
    evidence,
  }),
  small('fact_journey_lasts', 'where abandoned cases were last heard of', {
    journey,
    activity: must(text('last event')),
    channel: text('last channel that an event names'),
    message: text(
      'communication of the last message that an event names, or its step where no send has its key',
    ),
    abandoned: count('abandoned cases'),
    after_error: count('those of them with a message that was wrong or failed'),
    since_error_s: integer(
      'seconds from the last such message to the last event, in the middle case of those',
    ),
    evidence,
  }),
  small('fact_journey_documents', 'documents asked for although they had been given and still held', {
    journey,
    document_type: must(text('document')),
    asked: count('persons asked for it'),
    again: count('persons asked again'),
    by_same: count('persons asked again by those who had it'),
    by_other: count('persons asked again by another silo, or by another team where no system is named'),
    requests: count('requests repeated'),
    evidence,
  }),
];
