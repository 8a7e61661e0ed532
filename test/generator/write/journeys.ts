import { type JourneyEvent, makeJourneys } from '../simulate/journeys.js';
import type { Year } from '../simulate/run.js';
import { isoInstant } from '../time.js';
import type { World } from '../world/types.js';
import { addCsv, type Column, type Files } from './files.js';
import type { Yaml } from './yaml.js';

const columns: Column<JourneyEvent>[] = [
  ['case_id', ({ caseId }) => caseId],
  ['activity', ({ activity }) => activity],
  ['timestamp', ({ time }) => isoInstant(time)],
  ['journey', () => 'onboarding'],
  ['system_id', ({ system }) => system],
  ['customer_id', ({ subject }) => subject],
  ['key_type', ({ keyType }) => keyType],
  ['step_order', ({ step }) => String(step)],
  ['channel', ({ channel }) => channel],
  ['actor_type', ({ actor }) => actor],
  ['document_type', ({ document = '' }) => document],
  ['document_action', ({ action = '' }) => action],
  ['step_outcome', ({ outcome = '' }) => outcome],
];

/** The log of those who became customers, and the source that reads it. Lifelike worlds keep none. */
export function addJourneys(files: Files, world: World, { people, seed }: Year): Yaml[] {
  if (world.life) return [];
  addCsv(files, 'journey_events.csv.gz', columns, makeJourneys(world, seed, people));
  return [{ table: 'journey_events', file: 'journey_events.csv.gz' }];
}

/** How cases of that log end. */
export const journeySettings: Yaml = [
  {
    journey: 'onboarding',
    success: ['Account opened'],
    rejected: ['Application refused'],
    withdrawn: ['Application withdrawn'],
    abandon_after: 'P30D',
  },
];

/** What the bank has set itself; who stands for each. */
export const goalsOf = ({ silos }: World): Yaml => {
  const [first, second] = [silos[0]!, silos[1] ?? silos[0]!];
  return [
    {
      id: 'one-choice',
      title: 'A choice made once holds everywhere',
      measure: 'preference_consistency',
      target: '95%',
      by: '2027-06-30',
      sponsor: first.owner,
    },
    {
      id: 'heard-first',
      title: 'We find errors before customers do',
      measure: 'found_by_customers',
      target: '25%',
      by: '2026-12-31',
      sponsor: second.owner,
    },
    { id: 'mended-soon', measure: 'time_to_correct', target: 'P7D', by: '2026-12-31', sponsor: second.owner },
    {
      id: 'delivered',
      measure: 'delivery_rate',
      about: `silo:${second.id}`,
      target: '96%',
      sponsor: second.owner,
    },
    {
      id: 'open-account',
      title: 'Whoever begins to open an account gets it',
      measure: 'registration_success',
      target: '85%',
      by: '2027-03-31',
    },
  ];
};
