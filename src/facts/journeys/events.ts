import type { Config } from '../../model/config.js';
import { toMs } from '../../store/dialect.js';
import type { Query, Value } from '../../store/store.js';
import { parseDuration } from '../../text/durations.js';
import { rowCode } from '../evidence.js';
import { normaliseKey } from '../identity/subjects.js';
import { homes } from '../scorecard/silos.js';

/** Milliseconds after which a case without an end counts as abandoned where unsilo.yaml says nothing. */
const usualAbandonment = 30 * 86_400_000;

/** `work_journey_ends(journey, activity, ends)` and `work_journey_settings(journey, registration, abandon_ms)`. */
async function createSettings(store: Query, { journeys = [] }: Config): Promise<void> {
  await store.run(`
    CREATE TABLE work_journey_ends (journey VARCHAR, activity VARCHAR, ends VARCHAR);
    CREATE TABLE work_journey_settings (journey VARCHAR, registration BOOLEAN, abandon_ms BIGINT)`);
  const ends = journeys.flatMap(({ journey = '', success = [], rejected = [], withdrawn = [] }) =>
    Object.entries({ success, rejected, withdrawn }).flatMap(([end, names]) =>
      names.map((name): Value[] => [journey, name, end]),
    ),
  );
  if (ends.length > 0) await store.insert('work_journey_ends', ['journey', 'activity', 'ends'], ends);
  const rows = journeys.map(({ journey = '', registration, abandon_after: after }): Value[] => [
    journey,
    registration,
    1000 * (parseDuration(after) ?? 0),
  ]);
  if (rows.length > 0)
    await store.insert('work_journey_settings', ['journey', 'registration', 'abandon_ms'], rows);
}

const isMessageWrong = "(coalesce(e.message_defect, 'none') <> 'none' OR coalesce(m.failed, false))";

/**
 * `work_steps`: events in order of time within their case, `place` from 1; what is only begun, planned or broken off ends
 * nothing. A person is whoever the system knows by that key, else the key itself, else the case.
 */
const steps = `
  CREATE TABLE work_steps AS
  SELECT coalesce(e.journey, '') AS journey, e.case_id, e.activity, e.step_order, e.channel, e.actor_type,
         ${toMs('coalesce(e.start_timestamp, e."timestamp")')} AS began, ${toMs('e."timestamp"')} AS at_ms,
         h.silo_id, coalesce(h.silo_id, e.team) AS unit,
         coalesce('p' || w.person_id, 'k' || e.customer_id, 'c' || coalesce(e.journey, '') || ' ' || e.case_id) AS person,
         e.document_type, e.document_action, ${toMs('e.document_valid_until')} AS holds_until, e.case_outcome,
         CASE WHEN coalesce(e.lifecycle, 'complete') = 'complete' THEN n.ends END AS ends,
         e.message_key, ${isMessageWrong} AS message_wrong,
         coalesce(e.step_outcome IN ('error', 'timeout'), false) OR ${isMessageWrong} AS wrong,
         ${rowCode('e')} AS code,
         row_number() OVER (PARTITION BY coalesce(e.journey, ''), e.case_id ORDER BY e."timestamp", ${rowCode('e')}) AS place
  FROM std_journey_events e
  LEFT JOIN ${homes} h ON h.system_id = e.system_id
  LEFT JOIN work_persons w ON w.system_id = e.system_id AND w.key_type = coalesce(e.key_type, 'customer_no')
        AND w.subject_key = ${normaliseKey("coalesce(e.key_type, 'customer_no')", 'e.customer_id')}
  LEFT JOIN work_journey_ends n ON n.journey = coalesce(e.journey, '') AND n.activity = e.activity
  LEFT JOIN work_message_ends m ON m.message_key = e.message_key`;

/** The log ends with its newest event, or with the run's clock where events lie beyond it. */
const cases = (asOf: number): string => `
  CREATE TABLE work_cases AS
  WITH log AS (SELECT least(max(at_ms), ${asOf}) AS ended FROM work_steps),
  told AS (
    SELECT journey, bool_or(case_outcome IS NOT NULL) OR bool_or(ends = 'success') AS told FROM (
      SELECT journey, case_outcome, ends FROM work_steps
      UNION ALL SELECT journey, NULL, ends FROM work_journey_ends) t GROUP BY journey),
  ordered AS (
    SELECT *, row_number() OVER (PARTITION BY journey, case_id ORDER BY step_order NULLS FIRST, place) AS far
    FROM work_steps),
  grouped AS (
    SELECT journey, case_id, min(began) AS began, max(at_ms) AS last_at, min(at_ms) FILTER (WHERE ends = 'success') AS won_at,
           bool_or(ends = 'rejected') AS rejected, bool_or(ends = 'withdrawn') AS withdrawn,
           max_by(case_outcome, place) FILTER (WHERE case_outcome IS NOT NULL) AS stated,
           min_by(silo_id, place) FILTER (WHERE silo_id IS NOT NULL) AS silo_id,
           max_by(activity, far) AS furthest, max_by(wrong, place) AS wrong, min(code) AS code
    FROM ordered GROUP BY journey, case_id),
  judged AS (
    SELECT g.*, coalesce(s.registration, (SELECT count(*) FROM work_journey_settings) = 0) AS registration, t.told,
           CASE WHEN g.stated IS NOT NULL THEN g.stated WHEN g.won_at IS NOT NULL THEN 'success'
                WHEN g.rejected THEN 'rejected' WHEN g.withdrawn THEN 'withdrawn'
                WHEN g.last_at <= l.ended - coalesce(s.abandon_ms, ${usualAbandonment}) THEN 'abandoned'
                ELSE 'open' END AS outcome
    FROM grouped g CROSS JOIN log l JOIN told t ON t.journey = g.journey
    LEFT JOIN work_journey_settings s ON s.journey = g.journey)
  SELECT *, CASE WHEN outcome = 'success' THEN coalesce(won_at, last_at) ELSE last_at END - began AS lasted
  FROM judged`;

/**
 * Creates `work_steps` and `work_cases(journey, case_id, silo_id, outcome, lasted, furthest, wrong, registration, told,
 * code, …)`, times in milliseconds. What an event states of its case outweighs what its activities say.
 */
export async function createCases(store: Query, config: Config, asOf: string): Promise<void> {
  await createSettings(store, config);
  await store.run(steps);
  await store.run(cases(Date.parse(asOf)));
  await store.run('DROP TABLE work_journey_ends; DROP TABLE work_journey_settings');
}
