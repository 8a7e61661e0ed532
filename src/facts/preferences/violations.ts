import type { Query } from '../../store/store.js';
import { reconsents, routes } from './reconsents.js';
import type { Terms } from './terms.js';
import { notes } from './violation-notes.js';

const columns = 'code, person_id, system_id, channel, target_id, point, at_ms, unit_cost, certain';

const sent = ({ hasHandovers }: Terms): string =>
  hasHandovers
    ? `(SELECT ${columns} FROM work_sends UNION ALL SELECT ${columns} FROM work_handovers)`
    : 'work_sends';

/** What was taken back since still held when the message went out. */
const stillHeld = '(c.until_ms IS NULL OR c.until_ms > s.at_ms)';

/** Sends after an explicit opt-out that covers them and is older than the grace. */
const refused = (terms: Terms): string => `
  CREATE TABLE work_refused AS
  SELECT DISTINCT s.code AS send, s.person_id, s.system_id, s.channel, s.target_id, s.point, s.at_ms, s.unit_cost, s.certain
  FROM ${sent(terms)} s
  JOIN work_choices_ever c ON c.person_id = s.person_id AND c.tier = 2 AND c.deny AND ${stillHeld}
  JOIN work_covers k ON k.scope_id = c.scope_id AND k.target_id = s.target_id
  ${terms.grace.joins('c', 's.channel', 'c.certain_at')}
  WHERE c.kind = 'consent' AND (c.point = '*' OR c.point = s.point) AND ${terms.grace.due('c.certain_at')} < s.at_ms`;

/**
 * Every choice that covers such a send: what follows asks these few, not all choices again. By form first, so that the
 * engine looks through the choices once and builds no table of them.
 */
const answers = ({ grace }: Terms): string => `
  CREATE TABLE work_asked AS
  SELECT s.send, s.person_id, s.channel, s.point, s.at_ms, f.form_id
  FROM work_refused s
  JOIN work_covers k ON k.target_id = s.target_id
  JOIN work_choice_forms f ON f.scope_id = k.scope_id AND f.kind = 'consent';
  CREATE TABLE work_answer_rows AS
  SELECT s.send, s.channel, c.form_id, c.point, c.at_ms, c.stored_at, c.sureness, c.code
  FROM work_asked s JOIN work_ever_rows c ON c.person_id = s.person_id AND c.form_id = s.form_id
  WHERE (c.point IS NULL OR c.point = s.point) AND ${stillHeld};
  CREATE TABLE work_answers AS
  SELECT a.send, f.system_id, f.deny, f.tier, f.places,
         f.depth + CASE WHEN a.point IS NULL THEN 0 ELSE 1 END AS depth, a.at_ms, a.at_ms + f.slack_ms AS certain_at,
         ${grace.due('(a.at_ms + f.slack_ms)')} AS due_at, ${grace.words} AS grace, a.stored_at, f.dated, f.timed,
         a.sureness, f.by_others, f.copied, a.code
  FROM work_answer_rows a JOIN work_choice_forms f ON f.form_id = a.form_id
  ${grace.joins('f', 'a.channel', '(a.at_ms + f.slack_ms)')};
  DROP TABLE work_asked; DROP TABLE work_answer_rows`;

/** The opt-out that was ignored: the first one since the last opt-in, and what the sending system itself held. */
const ignored = `
  CREATE TABLE work_ignored AS
  SELECT * FROM (
    SELECT s.send, s.person_id, s.system_id, s.channel, s.target_id, s.at_ms, s.unit_cost, s.certain,
           c.system_id AS from_system_id, c.at_ms AS since, c.certain_at AS sure_since, c.grace, c.sureness, c.code,
           row_number() OVER (PARTITION BY s.send ORDER BY CASE WHEN c.at_ms > coalesce(a.at_ms, c.at_ms - 1) THEN 0 ELSE 1 END,
             c.at_ms, c.copied, c.stored_at, c.system_id, c.code) AS n
    FROM work_refused s
    LEFT JOIN work_reconsents a ON a.send = s.send
    JOIN work_answers c ON c.send = s.send
    WHERE c.tier = 2 AND c.deny AND c.due_at < s.at_ms AND NOT coalesce(a.stands, false)) r
  WHERE n = 1`;

const sendersOwn = `
  CREATE TABLE work_senders_own AS
  SELECT s.send, bool_or(c.deny AND c.stored_at < s.at_ms) AS knew, bool_or(NOT c.deny) AS allowed,
         max(c.at_ms) FILTER (WHERE NOT c.deny) AS held_at, bool_or(c.by_others) FILTER (WHERE NOT c.deny) AS by_others
  FROM work_ignored s JOIN work_answers c ON c.send = s.send AND c.system_id = s.system_id
  GROUP BY s.send`;

const violations = `
  CREATE TABLE work_violations AS
  SELECT i.person_id, 'violation' AS class, i.from_system_id, i.system_id AS to_system_id,
         'preference.consent.' || i.channel AS field, 'opt_out' AS choice,
         CASE WHEN bool_or(o.allowed) THEN 'opt_in' END AS held, CAST(NULL AS VARCHAR) AS comm_type,
         min(i.since) AS since, max(o.held_at) AS held_at, coalesce(bool_or(o.by_others), false) AS by_others,
         max(i.at_ms) AS latest, max(i.at_ms - i.sure_since) AS elapsed,
         least(min(i.sureness), CASE WHEN bool_and(i.certain) THEN 2 ELSE 1 END) AS sureness,
         count(DISTINCT i.target_id) AS cells, count(*) AS messages, sum(i.unit_cost) AS cost,
         coalesce(bool_or(o.knew), false) AS knew, min(i.code) AS code, min(i.send) AS held_code
  FROM work_ignored i LEFT JOIN work_senders_own o ON o.send = i.send
  GROUP BY i.person_id, i.from_system_id, i.system_id, i.channel`;

const byLikeness = `(SELECT l.person_id, l.system_id FROM work_persons l WHERE l.basis = 'likeness')`;

/** Nobody is accused because two records look alike: what only likeness joins is left to the other classes. */
const withoutLikeness = `
  DELETE FROM work_ignored WHERE (person_id, from_system_id) IN ${byLikeness} OR (person_id, system_id) IN ${byLikeness}`;

/**
 * `work_violations`: persons to whom a system sent, or whose data it handed over, after an explicit opt-out, recorded
 * anywhere, that covers the message, is older than the grace, and was not taken back before. `work_violation_notes` adds
 * to each pair of systems the words for the grace and the receivers; `work_ignored`, the messages, stays for checks.
 */
export async function createViolations(store: Query, terms: Terms): Promise<void> {
  const isMixed = terms.policy.used.length > 1;
  if (isMixed) await store.run(routes(terms));
  const steps = [
    refused(terms),
    answers(terms),
    reconsents(terms),
    ignored,
    withoutLikeness,
    sendersOwn,
    violations,
    notes(terms),
  ];
  for (const sql of steps) await store.run(sql);
  await store.run(
    `DROP TABLE work_refused; DROP TABLE work_answers; DROP TABLE work_reconsents;
     DROP TABLE work_senders_own; DROP TABLE IF EXISTS work_target_routes; DROP TABLE IF EXISTS work_graces;
     DROP TABLE IF EXISTS work_grace_days; DROP TABLE IF EXISTS work_handovers; DROP TABLE IF EXISTS work_share_targets`,
  );
}
