import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Measured } from '../scorecard/measured.js';
import { writeFact } from '../write-fact.js';
import { createRequests } from './documents.js';
import { createCases } from './events.js';
import { measureJourneys, withoutJourneys } from './measures.js';
import { readCases } from './summary.js';
import { writeJourneyFacts } from './write.js';

const facts = ['fact_journeys', 'fact_journey_steps', 'fact_journey_lasts', 'fact_journey_documents'];

/** Creates the facts of journeys, and gives what the scorecard shows of them. Needs `work_persons` and `work_message_ends`. */
export async function computeJourneys(store: Query, { config, asOf }: FactContext): Promise<Measured[]> {
  const [events] = await store.all<{ n: number }>('SELECT count(*) AS n FROM std_journey_events');
  if (Number(events!.n) === 0) {
    for (const fact of facts) await writeFact(store, fact, []);
    return withoutJourneys();
  }
  await createCases(store, config, asOf);
  await createRequests(store);
  const cases = await readCases(store);
  await writeJourneyFacts(store, cases);
  const measured = await measureJourneys(store, cases);
  await store.run('DROP TABLE work_requests; DROP TABLE work_cases; DROP TABLE work_steps');
  return measured;
}
