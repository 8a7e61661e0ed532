import type { Journey } from '../../model/scorecard.js';
import type { Query } from '../../store/store.js';

const times = ['min', 'q1', 'median', 'p90', 'p95', 'max'] as const;

type JourneyRow = Omit<Journey, 'times' | 'survival' | 'buckets' | 'steps' | 'lasts' | 'documents'> & {
  survival_s: string | null;
  buckets: string;
} & Record<`${(typeof times)[number]}_s`, string | null>;

const toNumber = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

const rows = `
  SELECT journey, registration, told, cases, success, rejected, withdrawn, abandoned, "open", buckets, customer_s,
         firm_s, survival_s, ${times.map((name) => `${name}_s`).join(', ')}
  FROM fact_journeys ORDER BY journey`;

const steps = `
  SELECT journey, activity, reached, abandoned, after_error FROM fact_journey_steps WHERE abandoned > 0
  ORDER BY journey, abandoned DESC, reached DESC, activity`;

const lasts = `
  SELECT journey, activity, channel, message, abandoned, after_error, since_error_s FROM fact_journey_lasts
  ORDER BY journey, abandoned DESC, activity, channel, message`;

const documents = `
  SELECT journey, document_type, asked, again, by_same, by_other FROM fact_journey_documents
  ORDER BY journey, again DESC, asked DESC, document_type`;

type Named<T> = T & { journey: string | null };
const ofJourney = <T>(all: readonly Named<T>[], wanted: string | null): Omit<Named<T>, 'journey'>[] =>
  all.filter(({ journey }) => journey === wanted).map(({ journey: _, ...rest }) => rest);

/** How journeys went; none where there is no log of them. */
export async function readJourneys(store: Query): Promise<Journey[]> {
  const journeys = await store.all<JourneyRow>(rows);
  if (journeys.length === 0) return [];
  const stopped = await store.all<Named<Journey['steps'][number]>>(steps);
  const heard = await store.all<Named<Journey['lasts'][number]>>(lasts);
  const asked = await store.all<Named<Journey['documents'][number]>>(documents);
  return journeys.map((row): Journey => {
    const { survival_s, buckets, min_s, q1_s, median_s, p90_s, p95_s, max_s, ...rest } = row;
    const [min, q1, median, p90, p95, max] = [min_s, q1_s, median_s, p90_s, p95_s, max_s].map(toNumber);
    return {
      ...rest,
      times: { min: min!, q1: q1!, median: median!, p90: p90!, p95: p95!, max: max! },
      survival: toNumber(survival_s),
      buckets: buckets.split('|').map(Number),
      steps: ofJourney(stopped, row.journey),
      lasts: ofJourney(heard, row.journey),
      documents: ofJourney(asked, row.journey),
    };
  });
}
