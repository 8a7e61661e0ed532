import { bitwiseOr, toMs } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { joinPerson } from '../identity/subjects.js';
import { effective } from './effective.js';
import { type PolicyPlan, type Under, underPolicy } from './policy-plan.js';
import { cellBits } from './senders.js';

/** The same as `work_stances` of further cells, where there are more than bits. */
const stances = (part: number): string => `(
  SELECT c.person_id, f.system_id, ${bitwiseOr('b.held')} AS held,
         ${bitwiseOr('CASE WHEN c.point IS NULL AND f.deny THEN b.said ELSE 0 END')} AS refused,
         ${bitwiseOr('CASE WHEN c.point IS NULL AND NOT f.deny THEN b.said ELSE 0 END')} AS wished
  FROM work_choice_rows c
  JOIN work_choice_forms f ON f.form_id = c.form_id
  JOIN (${cellBits(part)}) b ON b.form_id = c.form_id
  GROUP BY c.person_id, f.system_id)`;

/** Persons of whom a sender holds nothing about cells in which others were told something. */
const gaps = (part: number): string => `
  WITH stances AS (SELECT * FROM ${part === 0 ? 'work_stances' : stances(part)}),
  said AS (
    SELECT person_id, ${bitwiseOr('refused')} AS refused, ${bitwiseOr('wished')} AS wished
    FROM stances GROUP BY person_id HAVING ${bitwiseOr('refused | wished')} > 0),
  senders AS (
    SELECT system_id, ${bitwiseOr('CASE WHEN refusals THEN bit ELSE 0 END')} AS refusals,
           ${bitwiseOr('CASE WHEN wishes THEN bit ELSE 0 END')} AS wishes
    FROM work_sender_cells WHERE part = ${part} GROUP BY system_id)
  SELECT p.person_id, p.system_id, ${part} AS part,
         ((a.refused & s.refusals) | (a.wished & s.wishes)) & ~coalesce(h.held, 0) AS cells
  FROM work_presence p
  JOIN senders s ON s.system_id = p.system_id
  JOIN said a ON a.person_id = p.person_id
  LEFT JOIN stances h ON h.person_id = p.person_id AND h.system_id = p.system_id
  WHERE (((a.refused & s.refusals) | (a.wished & s.wishes)) & ~coalesce(h.held, 0)) <> 0`;

/** Who has left a system for good, or died, is not written to any more; and what has ended was held all the same. */
const gone = `
  CREATE TABLE work_left AS
  SELECT w.person_id, c.system_id FROM std_customers c ${joinPerson('c')}
  JOIN (SELECT DISTINCT person_id, system_id FROM work_gap_cells) g
    ON g.person_id = w.person_id AND g.system_id = c.system_id
  GROUP BY w.person_id, c.system_id HAVING bool_and(c.closed_at IS NOT NULL OR coalesce(c.deceased, false))
  UNION
  SELECT c.person_id, f.system_id FROM work_past_rows c
  JOIN work_choice_forms f ON f.form_id = c.form_id AND f.kind = 'consent';
  DELETE FROM work_gap_cells WHERE (person_id, system_id) IN (SELECT l.person_id, l.system_id FROM work_left l);
  DROP TABLE work_left`;

/** Every explicit choice about these cells. */
const choices = ({ columns, joins }: Under): string => `
  CREATE TABLE work_gap_choices AS
  SELECT g.person_id, g.system_id AS to_system_id, k.class_id, f.system_id, f.channel = '*' AS wide, f.copied, f.deny, f.tier,
         f.depth, f.dated, f.timed, c.at_ms, c.at_ms + f.slack_ms AS certain_at, c.sureness, c.code${columns}
  FROM work_gap_cells g
  JOIN work_sender_cells k ON k.system_id = g.system_id AND k.part = g.part AND (k.bit & g.cells) <> 0
  JOIN work_choice_rows c ON c.person_id = g.person_id AND c.point IS NULL
  JOIN work_choice_forms f ON f.form_id = c.form_id AND f.kind = 'consent' AND f.tier = 2
  JOIN work_scope_cells s ON s.scope_id = f.scope_id AND s.class_id = k.class_id${joins}`;

const cell = ['person_id', 'to_system_id', 'class_id'];
const sameCell = (a: string, b: string): string =>
  cell.map((name) => `${a}.${name} = ${b}.${name}`).join(' AND ');

/** What the choices come to, and the system where this was said first since it was last different. */
const winners = (toleranceMs: number, { used }: PolicyPlan): string => `
  CREATE TABLE work_gap_pool AS ${effective('work_gap_choices', cell, toleranceMs, used)};
  CREATE TABLE work_gap_winners AS
  WITH last_other AS (
    SELECT c.person_id, c.to_system_id, c.class_id, c.system_id, max(c.at_ms) AS at_ms
    FROM work_gap_choices c JOIN work_gap_pool p ON ${sameCell('p', 'c')} AND c.deny <> p.denied
    GROUP BY c.person_id, c.to_system_id, c.class_id, c.system_id),
  runs AS (
    SELECT c.*, row_number() OVER (PARTITION BY c.person_id, c.to_system_id, c.class_id
             ORDER BY CASE WHEN c.at_ms > coalesce(l.at_ms, c.at_ms - 1) THEN 0 ELSE 1 END, c.at_ms, c.copied, c.system_id, c.code) AS n
    FROM work_gap_choices c JOIN work_gap_pool p ON ${sameCell('p', 'c')} AND c.deny = p.denied
    LEFT JOIN last_other l ON ${sameCell('l', 'c')} AND l.system_id = c.system_id)
  SELECT r.*, k.refusals, k.wishes, k.keeps FROM runs r
  JOIN work_sender_cells k ON k.system_id = r.to_system_id AND k.class_id = r.class_id
  WHERE r.n = 1 AND CASE WHEN r.deny THEN k.refusals ELSE k.wishes END`;

/** What went out in these cells since. */
const sent = `
  CREATE TABLE work_gap_sends AS
  SELECT w.person_id, w.to_system_id, w.class_id, count(*) AS messages, sum(s.unit_cost) AS cost, min(s.code) AS code,
         bool_and(s.certain) AS certain
  FROM work_gap_winners w
  JOIN work_send_rows s ON s.person_id = w.person_id AND s.at_ms > w.certain_at
  JOIN work_send_routes r ON r.route_id = s.route_id AND r.system_id = w.to_system_id
  JOIN work_target_cells k ON k.target_id = r.target_id AND k.class_id = w.class_id
  GROUP BY w.person_id, w.to_system_id, w.class_id`;

const unshared = (now: string): string => `
  CREATE TABLE work_unshared AS
  SELECT w.person_id, 'missing' AS class, w.system_id AS from_system_id, w.to_system_id,
         'preference.consent' || CASE WHEN min(k.channel) <> max(k.channel) THEN '' ELSE '.' || min(k.channel) END AS field,
         'preference.consent.' || min(k.channel) AS carrier,
         CASE WHEN w.deny THEN 'opt_out' ELSE 'opt_in' END AS choice, CAST(NULL AS VARCHAR) AS held,
         CAST(NULL AS VARCHAR) AS comm_type, min(w.at_ms) AS since, CAST(NULL AS BIGINT) AS held_at, false AS by_others,
         max(w.at_ms) AS latest, greatest(${now} - min(w.certain_at), 0) AS elapsed,
         least(min(w.sureness), CASE WHEN bool_and(coalesce(s.certain, true)) THEN 2 ELSE 1 END) AS sureness,
         CAST(sum(k.cells) AS BIGINT) AS cells, CAST(coalesce(sum(s.messages), 0) AS BIGINT) AS messages, sum(s.cost) AS cost,
         false AS knew, min(w.code) AS code, min(s.code) AS held_code
  FROM work_gap_winners w
  JOIN work_cells k ON k.class_id = w.class_id
  LEFT JOIN work_gap_sends s ON ${sameCell('s', 'w')}
  WHERE w.keeps OR s.messages > 0
  GROUP BY w.person_id, w.system_id, w.to_system_id, CASE WHEN w.wide THEN '*' ELSE k.channel END, w.deny`;

interface Settings {
  readonly asOf: string;
  readonly toleranceMs: number;
  /** Parts of `work_sender_cells`. */
  readonly parts: number;
  readonly plan: PolicyPlan;
}

/**
 * `work_unshared`: persons who said yes or no explicitly in one system, and another that sends in these cells holds
 * nothing about them, not even a default. Gives whether there are any; else there is no table. Needs `work_stances`, `work_sender_cells` and `work_presence`.
 */
export async function createUnshared(
  store: Query,
  { asOf, toleranceMs, parts, plan }: Settings,
): Promise<boolean> {
  const all = Array.from({ length: parts }, (_, part) => gaps(part));
  if (parts > 0)
    await store.run(`CREATE TABLE work_gap_cells AS ${all.map((sql) => `(${sql})`).join(' UNION ALL ')}`);
  const [found] = parts > 0 ? await store.all('SELECT count(*) AS n FROM work_gap_cells') : [];
  if (Number(found?.n ?? 0) === 0) {
    await store.run('DROP TABLE IF EXISTS work_gap_cells');
    return false;
  }
  const now = toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`);
  const under = underPolicy(plan, {
    form: 'f',
    cell: 'k.class_id',
    group: 'g.person_id, g.system_id, k.class_id',
  });
  const steps = [gone, choices(under), winners(toleranceMs, plan), sent, unshared(now)];
  for (const sql of steps) await store.run(sql);
  await store.run(`DROP TABLE work_gap_cells; DROP TABLE work_gap_choices; DROP TABLE work_gap_pool; DROP TABLE work_gap_winners;
    DROP TABLE work_gap_sends`);
  return true;
}
