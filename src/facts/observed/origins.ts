import type { Query } from '../../store/store.js';

/** A time and a form as one number, so that the smallest or largest of it is both; and back. */
const zero = 2 ** 42;
const perTime = 2 ** 18;
export const pack = (ms: string, form: string): string => `((${ms} + ${zero}) * ${perTime} + ${form})`;
export const timeOf = (packed: string): string => `(${packed} // ${perTime} - ${zero})`;
export const formOf = (packed: string): string => `(${packed} % ${perTime})`;

/**
 * What a form of record lets one see. `own`: a decision made in the system, with its time. `copy`: taken over from
 * elsewhere. A system that marks its copies says with any other record that the customer spoke there; one whose copies
 * come in the customer's name says with a job's record that the job wrote on its own account.
 */
const forms = `
  CREATE TABLE work_heard_forms AS
  WITH seen AS (
    SELECT form_id, system_no, system_id, kind, lob, comm_type, channel, deny, tier, timed, slack_ms, actor_type,
           timed AND NOT copied AS own, copied AND tier > 0 AS copy,
           coalesce(actor_type IN ('batch', 'migration', 'system', 'api', 'third_party'), false) AS feed,
           CASE WHEN kind = 'consent' THEN channel ELSE '*' END AS axis
    FROM work_choice_forms WHERE kind IN ('consent', 'delivery'))
  SELECT *, CAST(dense_rank() OVER (ORDER BY kind, axis) AS INTEGER) AS channel_no,
         CAST(dense_rank() OVER (ORDER BY kind, lob, comm_type, channel) AS INTEGER) AS scope_no,
         bool_or(copy) OVER (PARTITION BY system_no, kind, axis) AS marks,
         bool_or(copy AND NOT feed) OVER (PARTITION BY system_no, kind, axis) AS hands
  FROM seen`;

const ownRows = `work_ever_rows c JOIN work_heard_forms f ON f.form_id = c.form_id AND f.own`;

/** What a person last said on a scope, and when the opposite had been said last. */
const turns = `
  CREATE TABLE work_turns AS
  WITH times AS (
    SELECT c.person_id, f.scope_no, min(f.channel_no) AS channel_no,
           max(CASE WHEN f.deny THEN c.at_ms END) AS no_at, max(CASE WHEN f.deny THEN NULL ELSE c.at_ms END) AS yes_at
    FROM ${ownRows} WHERE c.point IS NULL GROUP BY c.person_id, f.scope_no)
  SELECT person_id, scope_no, channel_no, coalesce(no_at >= yes_at, yes_at IS NULL) AS deny,
         coalesce(CASE WHEN no_at >= yes_at THEN yes_at ELSE CASE WHEN yes_at IS NOT NULL THEN no_at END END,
           ${-zero}) AS until_then
  FROM times`;

/** The system where it was said first since then. */
const origins = `
  CREATE TABLE work_origins AS
  WITH earliest AS (
    SELECT t.person_id, t.scope_no, min(t.channel_no) AS channel_no, bool_or(t.deny) AS deny,
           min(${pack('c.at_ms', 'f.form_id')} * 2 + CASE WHEN c.until_ms IS NULL THEN 0 ELSE 1 END) AS packed
    FROM ${ownRows}
    JOIN work_turns t ON t.person_id = c.person_id AND t.scope_no = f.scope_no AND t.deny = f.deny
    WHERE c.point IS NULL AND c.at_ms > t.until_then
    GROUP BY t.person_id, t.scope_no)
  SELECT e.person_id, e.scope_no, e.channel_no, e.deny, f.system_no AS from_no, ${timeOf('e.packed // 2')} AS at_ms,
         f.slack_ms, e.packed % 2 = 1 AS ended
  FROM earliest e JOIN work_heard_forms f ON f.form_id = ${formOf('(e.packed // 2)')};
  DROP TABLE work_turns`;

/**
 * `work_origins(person_id, scope_no, channel_no, deny, from_no, at_ms, slack_ms, ended)`: where and when each person
 * first said what holds now, one row a person and scope; a day begins at `at_ms` and lasts `slack_ms`; `ended`: the
 * record there no longer holds. And `work_heard_forms`, what each form of record lets one see.
 */
export async function createOrigins(store: Query): Promise<void> {
  for (const sql of [forms, turns, origins]) await store.run(sql);
}
