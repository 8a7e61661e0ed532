import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { readDocuments } from './documents.js';
import { readLasts } from './lasts.js';
import { type Alike, summarise } from './summary.js';

/** Time between events of successes, by whom the next step waited for; overlapping events wait for nobody. */
const waits = `
  WITH gaps AS (
    SELECT journey, case_id, at_ms, actor_type,
           began - lag(at_ms) OVER (PARTITION BY journey, case_id ORDER BY place) AS gap
    FROM work_steps),
  waited AS (
    SELECT g.journey, CAST(sum(g.gap) FILTER (WHERE g.actor_type = 'customer') AS BIGINT) AS customer,
           CAST(sum(g.gap) FILTER (WHERE g.actor_type <> 'customer') AS BIGINT) AS firm,
           count(g.actor_type) AS actors
    FROM gaps g JOIN work_cases c ON c.journey = g.journey AND c.case_id = g.case_id
    WHERE c.outcome = 'success' AND g.gap > 0 AND g.at_ms <= c.began + c.lasted GROUP BY g.journey)
  SELECT j.journey, j.codes, w.customer, w.firm, w.actors
  FROM (SELECT journey, min(code, 10) AS codes FROM work_cases GROUP BY journey) j
  LEFT JOIN waited w ON w.journey = j.journey ORDER BY j.journey`;

type Wait = Row & {
  journey: string;
  codes: string;
  customer: number | null;
  firm: number | null;
  actors: number;
};

const toSeconds = (ms: number | null): number => Math.round(Number(ms ?? 0) / 1000);

type Files = ReadonlyMap<number, string>;

/** `fact_journeys`: one row a journey. */
async function writeJourneys(store: Query, cases: readonly Alike[], files: Files): Promise<void> {
  const rows = (await store.all<Wait>(waits)).map(({ journey, codes, customer, firm, actors }): Row => {
    const own = cases.filter((one) => one.journey === journey);
    const waited = Number(actors) > 0 ? { customer_s: toSeconds(customer), firm_s: toSeconds(firm) } : {};
    return {
      journey: journey === '' ? null : journey,
      registration: own.some(({ registration }) => registration),
      told: own.some(({ told }) => told),
      ...summarise(own),
      ...waited,
      evidence: renderEvidence(parseCodes(codes), files),
    };
  });
  await writeFact(store, 'fact_journeys', rows);
}

const steps = `
  WITH reached AS (
    SELECT s.journey, s.activity, count(DISTINCT s.case_id) AS reached, min(s.code) AS code
    FROM work_steps s JOIN work_cases c ON c.journey = s.journey AND c.case_id = s.case_id
    WHERE c.told AND c.outcome <> 'open' GROUP BY s.journey, s.activity),
  left_at AS (
    SELECT journey, furthest AS activity, count(*) AS abandoned, count(*) FILTER (WHERE wrong) AS after_error,
           min(code, 10) AS codes
    FROM work_cases WHERE told AND outcome = 'abandoned' GROUP BY journey, furthest)
  SELECT nullif(r.journey, '') AS journey, r.activity, r.reached, coalesce(l.abandoned, 0) AS abandoned,
         coalesce(l.after_error, 0) AS after_error, coalesce(l.codes, [r.code]) AS codes
  FROM reached r LEFT JOIN left_at l ON l.journey = r.journey AND l.activity = r.activity
  ORDER BY journey, abandoned DESC, reached DESC, activity`;

const withEvidence =
  (files: Files) =>
  ({ codes, ...row }: Row & { codes: string }): Row => ({
    ...row,
    evidence: renderEvidence(parseCodes(codes), files),
  });

async function writeDocuments(store: Query, files: Files): Promise<void> {
  const facts = (await readDocuments(store)).map(({ journey, codes, code, ...row }): Row => {
    const places = parseCodes(codes as string | null);
    return {
      ...row,
      journey: journey === '' ? null : journey!,
      evidence: renderEvidence(places.length > 0 ? places : [Number(code)], files),
    };
  });
  await writeFact(store, 'fact_journey_documents', facts);
}

/** The facts of journeys, of `work_steps`, `work_cases` and `work_requests`. */
export async function writeJourneyFacts(store: Query, cases: readonly Alike[]): Promise<void> {
  const files = await readFiles(store);
  await writeJourneys(store, cases, files);
  const stopped = await store.all<Row & { codes: string }>(steps);
  await writeFact(store, 'fact_journey_steps', stopped.map(withEvidence(files)));
  await writeFact(store, 'fact_journey_lasts', (await readLasts(store)).map(withEvidence(files)));
  await writeDocuments(store, files);
}
