import { decimal, must, oneOf, text } from '../column.js';
import { measureIds } from '../scorecard.js';
import { small } from '../table.js';
import { count } from './shared.js';

/** Why a measure cannot be told; words for each stand in `rules/scorecard.yaml`. */
export const gaps = [
  'no_preferences',
  'no_shared_persons',
  'no_sends',
  'no_ends',
  'no_checks',
  'no_reports',
  'no_detectors',
  'no_corrections',
  'not_half_corrected',
  'no_journeys',
  'no_registration',
  'no_outcomes',
  'no_finished_cases',
  'no_successes',
  'no_requests',
  'no_teams',
] as const;
export type Gap = (typeof gaps)[number];

/** How the ecosystem and each of its silos do. */
export const measureFacts = [
  small('fact_measures', 'what the scorecard shows, of the ecosystem and of each silo', {
    measure: must(oneOf(measureIds, 'measure')),
    silo_id: text('silo; empty: the ecosystem'),
    numerator: count('what counts; of a time, the cases that have come to their end'),
    denominator: count('what it is set against'),
    median_s: decimal('of a time: median in seconds'),
    low_s: decimal('lower end of its 95 % interval'),
    high_s: decimal('upper end; empty when so few have ended that there is none'),
    gap: oneOf(gaps, 'why it cannot be told'),
  }),
];
