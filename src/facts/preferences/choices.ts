import { toMs } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';

/** A day without time is over at its end: what happened on it may have happened last. */
const clock = (...columns: string[]): string => toMs(`coalesce(${columns.join(', ')}, a.as_of)`);

const certainFrom = `${clock('p.valid_from', 'p.recorded_at', 'p.observed_at')}
  + CASE WHEN p.time_quality = 'day' THEN 86399999 ELSE 0 END`;

/**
 * Choices with their person, one row per record that says yes or no:
 * `work_choices(person_id, subject_id, system_id, scope_id, kind, lob, comm_type, channel, point, value, deny, tier,
 * depth, at_ms, certain_at, stored_at, dated, timed, copied, sureness, by_others, code)`. A choice for a later day than
 * as-of decides nothing yet.
 *
 * `tier` 2 explicit (without a strength: a decision with a time), 1 recorded (imported, inferred), 0 default; `at` milliseconds of the decision as far as known;
 * without any time: as-of; `dated`: the decision's own time is known, `timed`: at least when it was stored;
 * `copied`: said elsewhere and taken over, or not said at all;
 * `sureness` 2 certain, 1 likely, 0 possible by link and time; `code`: place in the inputs.
 */
export async function createChoices(store: Query, asOf: string): Promise<void> {
  await store.run(`
    CREATE TABLE work_choices AS
    SELECT w.person_id, w.subject_id, p.system_id, s.scope_id, p.kind, p.lob, p.comm_type, p.channel,
           lower(coalesce(p.contact_point, '*')) AS point, p.value,
           p.value IN ('opt_out', 'paper') AS deny,
           CASE WHEN p.strength IN ('explicit', 'double_opt_in') THEN 2 WHEN p.strength = 'default' THEN 0
                WHEN p.strength IS NULL AND p.valid_from IS NOT NULL THEN 2 ELSE 1 END AS tier,
           coalesce(s.depth, 0) + CASE WHEN coalesce(p.contact_point, '*') = '*' THEN 0 ELSE 1 END AS depth,
           ${clock('p.valid_from', 'p.recorded_at', 'p.observed_at')} AS at_ms,
           ${certainFrom} AS certain_at,
           ${clock('p.recorded_at', 'p.valid_from', 'p.observed_at')} AS stored_at,
           p.time_quality IN ('exact', 'day') AS dated,
           p.time_quality IN ('exact', 'day', 'recorded_only') AS timed,
           coalesce(p.strength NOT IN ('explicit', 'double_opt_in'), p.valid_from IS NULL)
             OR coalesce(p.origin_system <> p.system_id, false) AS copied,
           CASE WHEN p.time_quality = 'export_only' THEN 0
                WHEN NOT w.certain OR p.time_quality = 'recorded_only' THEN 1 ELSE 2 END AS sureness,
           p.actor_type IS NOT NULL AND p.actor_type NOT IN ('customer', 'household_member', 'unknown') AS by_others,
           ${rowCode('p')} AS code
    FROM std_preferences p ${joinPerson('p')}
    CROSS JOIN (SELECT CAST(${quoteText(asOf)} AS TIMESTAMP) AS as_of) a
    LEFT JOIN work_scopes s ON p.kind = 'consent' AND s.lob = p.lob AND s.comm_type = p.comm_type
                           AND s.channel = p.channel
    WHERE p.value IN ('opt_in', 'opt_out', 'paper', 'electronic')
      AND (p.valid_to IS NULL OR p.valid_to > a.as_of) AND (p.valid_from IS NULL OR p.valid_from <= a.as_of)`);
}

/**
 * Sends with their person: `work_sends(person_id, system_id, communication_id, target_id, channel, lob, comm_type,
 * point, at_ms, unit_cost, certain, code)`; `target_id` is empty where no consent is needed.
 */
export async function createSends(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_sends AS
    SELECT w.person_id, p.system_id, p.communication_id,
           CASE WHEN p.communication_id IN (SELECT communication_id FROM work_exempt) THEN NULL
                ELSE t.target_id END AS target_id,
           p.channel, p.lob, p.comm_type, lower(coalesce(p.contact_point, '*')) AS point,
           ${toMs('p.sent_at')} AS at_ms, p.unit_cost, w.certain, ${rowCode('p')} AS code
    FROM std_sends p ${joinPerson('p')}
    LEFT JOIN work_targets t ON t.lob = p.lob AND t.comm_type = p.comm_type AND t.channel = p.channel`);
}
