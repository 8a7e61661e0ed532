import { toMs } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { joinForm, joinRoute } from './forms.js';
import { type PolicyPlan, placesOf, planPolicies } from './policy-plan.js';

/** What follows from a record's form alone. A day without time is over at its end: `slack_ms`. */
const choiceForms = (plan: PolicyPlan): string => `
  CREATE TABLE work_choice_forms AS
  SELECT f.*, CAST(dense_rank() OVER (ORDER BY f.system_id) AS INTEGER) AS system_no, s.scope_id,
         f.value IN ('opt_out', 'paper') AS deny,
         CASE WHEN f.strength IN ('explicit', 'double_opt_in') THEN 2 WHEN f.strength = 'default' THEN 0
              WHEN f.strength IS NULL AND NOT f.undated THEN 2 ELSE 1 END AS tier,
         coalesce(s.depth, 0) AS depth, CASE WHEN f.time_quality = 'day' THEN 86399999 ELSE 0 END AS slack_ms,
         f.time_quality IN ('exact', 'day') AS dated, f.time_quality IN ('exact', 'day', 'recorded_only') AS timed,
         coalesce(f.strength NOT IN ('explicit', 'double_opt_in'), f.undated)
           OR coalesce(f.origin_system <> f.system_id, false) AS copied,
         CASE f.time_quality WHEN 'export_only' THEN 0 WHEN 'recorded_only' THEN 1 ELSE 2 END AS sureness,
         f.actor_type IS NOT NULL AND f.actor_type NOT IN ('customer', 'household_member', 'unknown') AS by_others,
         ${placesOf(plan, 'f.jurisdiction')} AS places
  FROM work_forms f
  LEFT JOIN work_scopes s ON f.kind = 'consent' AND s.lob = f.lob AND s.comm_type = f.comm_type
                         AND s.channel = f.channel
  WHERE f.value IN ('opt_in', 'opt_out', 'paper', 'electronic')`;

const rows = (asOf: string): string => {
  const now = `CAST(${quoteText(asOf)} AS TIMESTAMP)`;
  const clock = (...columns: string[]) => toMs(`coalesce(${columns.join(', ')}, ${now})`);
  const select = (condition: string, more = '') => `
  SELECT w.person_id, w.subject_id, f.form_id,
         CASE WHEN p.contact_point <> '*' THEN lower(p.contact_point) END AS point,
         ${clock('p.valid_from', 'p.recorded_at', 'p.observed_at')} AS at_ms,
         ${clock('p.recorded_at', 'p.valid_from', 'p.observed_at')} AS stored_at,
         CAST(CASE WHEN w.certain THEN f.sureness ELSE least(f.sureness, 1) END AS TINYINT) AS sureness,
         ${rowCode('p')} AS code${more}
  FROM std_preferences p ${joinForm('p', 'work_choice_forms')} ${joinPerson('p')}
  WHERE ${condition} AND (p.valid_from IS NULL OR p.valid_from <= ${now})`;
  return `
  CREATE TABLE work_choice_rows AS ${select(`(p.valid_to IS NULL OR p.valid_to > ${now})`)};
  CREATE TABLE work_past_rows AS ${select(`p.valid_to <= ${now}`, `, ${toMs('p.valid_to')} AS until_ms`)};
  CREATE VIEW work_ever_rows AS
  SELECT *, CAST(NULL AS BIGINT) AS until_ms FROM work_choice_rows UNION ALL SELECT * FROM work_past_rows`;
};

const view = (name: string, rows: string, more = ''): string => `
  CREATE VIEW ${name} AS
  SELECT c.person_id, c.subject_id, f.form_id, f.system_id, f.scope_id, f.jurisdiction, f.kind, f.lob, f.comm_type, f.channel,
         coalesce(c.point, '*') AS point, f.value, f.deny, f.tier,
         f.depth + CASE WHEN c.point IS NULL THEN 0 ELSE 1 END AS depth, c.at_ms, c.at_ms + f.slack_ms AS certain_at,
         c.stored_at, f.dated, f.timed, f.copied, c.sureness, f.by_others, c.code${more}
  FROM ${rows} c JOIN work_choice_forms f ON f.form_id = c.form_id`;

/**
 * Choices with their person, one row per record that says yes or no:
 * `work_choices(person_id, subject_id, form_id, system_id, scope_id, kind, lob, comm_type, channel, point, value, deny,
 * tier, depth, at_ms, certain_at, stored_at, dated, timed, copied, sureness, by_others, code)`, a view over
 * `work_choice_rows`, as long as the records, and `work_choice_forms`, a few hundred. A choice for a later day than
 * as-of decides nothing yet. `work_choices_ever` adds those that no longer held at as-of, with `until_ms`.
 *
 * `tier` 2 explicit (without a strength: a decision with a time), 1 recorded (imported, inferred), 0 default; `at` milliseconds of the decision as far as known;
 * without any time: as-of; `dated`: the decision's own time is known, `timed`: at least when it was stored;
 * `copied`: said elsewhere and taken over, or not said at all;
 * `sureness` 2 certain, 1 likely, 0 possible by link and time; `code`: place in the inputs.
 */
export async function createChoices(
  store: Query,
  asOf: string,
  plan: PolicyPlan = planPolicies('default'),
): Promise<void> {
  await store.run(`${choiceForms(plan)}; ${rows(asOf)}; ${view('work_choices', 'work_choice_rows')};
    ${view('work_choices_ever', 'work_ever_rows', ', c.until_ms')}`);
}

/**
 * Sends with their person: `work_sends(person_id, route_id, system_id, communication_id, target_id, channel, lob,
 * comm_type, point, at_ms, unit_cost, certain, code)`, a view over `work_send_rows` and `work_send_routes`; `target_id`
 * is empty where no consent is needed.
 */
export async function createSends(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_send_routes AS
    SELECT r.*, CASE WHEN r.communication_id IN (SELECT communication_id FROM work_exempt) THEN NULL
                     ELSE t.target_id END AS target_id
    FROM work_routes r
    LEFT JOIN work_targets t ON t.lob = r.lob AND t.comm_type = r.comm_type AND t.channel = r.channel;
    CREATE TABLE work_send_rows AS
    SELECT w.person_id, r.route_id, CASE WHEN p.contact_point <> '*' THEN lower(p.contact_point) END AS point,
           ${toMs('p.sent_at')} AS at_ms, p.unit_cost, w.certain, ${rowCode('p')} AS code
    FROM std_sends p ${joinRoute('p', 'work_send_routes')} ${joinPerson('p')};
    CREATE VIEW work_sends AS
    SELECT s.person_id, r.route_id, r.system_id, r.communication_id, r.target_id, r.channel, r.lob, r.comm_type,
           coalesce(s.point, '*') AS point, s.at_ms, s.unit_cost, s.certain, s.code
    FROM work_send_rows s JOIN work_send_routes r ON r.route_id = s.route_id`);
}
