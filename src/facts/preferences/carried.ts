import type { Config } from '../../model/config.js';
import { toMs } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { countedModes } from './modes.js';
import type { PolicyPlan } from './policy-plan.js';
import { overlap } from './scopes.js';

/** What a person last said about paper, and the system where this was said first since it was last different. */
const modes = (plan: PolicyPlan): string => `
  CREATE TABLE work_modes AS
  WITH explicit AS (${countedModes(plan)}),
  latest AS (SELECT person_id, max(at_ms) AS at_ms FROM explicit GROUP BY person_id),
  choice AS (
    SELECT e.person_id, min(e.value) AS value FROM explicit e
    JOIN latest l ON l.person_id = e.person_id AND l.at_ms = e.at_ms GROUP BY e.person_id),
  other AS (
    SELECT e.person_id, max(e.at_ms) AS at_ms FROM explicit e
    JOIN choice c ON c.person_id = e.person_id AND e.value <> c.value GROUP BY e.person_id)
  SELECT person_id, system_id, value AS choice, comm_type, at_ms AS since, certain_at AS sure_since, sureness, code
  FROM (
    SELECT e.*, row_number() OVER (PARTITION BY e.person_id ORDER BY e.at_ms, e.copied, e.system_id, e.code) AS n
    FROM explicit e
    JOIN choice c ON c.person_id = e.person_id AND c.value = e.value
    LEFT JOIN other o ON o.person_id = e.person_id
    WHERE o.at_ms IS NULL OR e.at_ms > o.at_ms) r
  WHERE n = 1`;

/** Systems in which the person has a relationship and could have a mode of delivery; what is left of an ended one is none. */
const relationships = (holders: readonly string[]): string => `
  CREATE TABLE work_relationships AS
  SELECT person_id, system_id, min(code) AS code FROM (
    SELECT w.person_id, w.system_id, ${rowCode('c')} AS code
    FROM std_customers c ${joinPerson('c')}
    WHERE c.closed_at IS NULL
    UNION ALL
    SELECT person_id, system_id, code FROM work_choices WHERE kind = 'delivery' AND subject_id NOT IN (
      SELECT w.subject_id FROM std_customers c ${joinPerson('c')} WHERE c.closed_at IS NOT NULL)) r
  WHERE system_id IN (${[...holders.map(quoteText), "''"].join(', ')})
    AND person_id IN (SELECT person_id FROM work_modes)
  GROUP BY person_id, system_id`;

/** A record at the receiver that is no choice of the person's own. */
const others = `
  CREATE TABLE work_others AS
  SELECT person_id, system_id, held, held_at, by_others, code FROM (
    SELECT c.person_id, c.system_id, c.value AS held, c.at_ms AS held_at, c.code,
           c.by_others,
           row_number() OVER (PARTITION BY c.person_id, c.system_id ORDER BY c.at_ms DESC, c.code) AS n
    FROM work_choices c JOIN work_modes m ON m.person_id = c.person_id
    WHERE c.kind = 'delivery' AND c.tier < 2 AND ${overlap('c.comm_type', 'm.comm_type')}) r
  WHERE n = 1`;

/** Messages that still went the old way after the choice. */
const oldWay = `
  CREATE TABLE work_old_way AS
  SELECT s.person_id, s.system_id, count(*) AS messages, sum(s.unit_cost) AS cost, max(s.at_ms) AS latest,
         min(s.code) AS code, bool_and(s.certain) AS certain
  FROM work_sends s JOIN work_modes m ON m.person_id = s.person_id
  WHERE s.at_ms > m.since AND s.channel = CASE WHEN m.choice = 'electronic' THEN 'post' ELSE 'email' END
    AND ${overlap('s.comm_type', 'm.comm_type')}
  GROUP BY s.person_id, s.system_id`;

const carried = (asOf: string): string => `
  CREATE TABLE work_carried AS
  SELECT m.person_id, 'not_carried_over' AS class, m.system_id AS from_system_id, r.system_id AS to_system_id,
         'preference.delivery' AS field, m.choice, o.held, m.comm_type, m.since, o.held_at,
         coalesce(o.by_others, false) AS by_others, coalesce(w.latest, m.since) AS latest,
         greatest(${toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`)} - m.sure_since, 0) AS elapsed,
         CASE WHEN w.certain = false THEN least(m.sureness, 1) ELSE m.sureness END AS sureness,
         1 AS cells, coalesce(w.messages, 0) AS messages, w.cost, false AS knew,
         m.code, coalesce(o.code, w.code, r.code) AS held_code
  FROM work_modes m
  JOIN work_relationships r ON r.person_id = m.person_id AND r.system_id <> m.system_id
  LEFT JOIN work_others o ON o.person_id = r.person_id AND o.system_id = r.system_id
  LEFT JOIN work_old_way w ON w.person_id = r.person_id AND w.system_id = r.system_id
  WHERE (o.held <> m.choice OR (o.held IS NULL AND m.choice = 'electronic' AND w.messages > 0))
    AND NOT EXISTS (SELECT 1 FROM work_choices c WHERE c.person_id = r.person_id AND c.system_id = r.system_id
                    AND c.kind = 'delivery' AND c.tier = 2)`;

/** Where one choice holds for the person: what was said otherwise in another relationship, or of another scope. */
const apart = (asOf: string): string => `
  INSERT INTO work_carried
  WITH own AS (
    SELECT * FROM (
      SELECT c.*, row_number() OVER (PARTITION BY c.person_id, c.system_id, c.subject_id, c.lob, c.comm_type, c.channel
               ORDER BY c.at_ms DESC, c.code DESC) AS n
      FROM work_choices c JOIN work_modes m ON m.person_id = c.person_id
      WHERE c.kind = 'delivery' AND c.tier = 2 AND ${overlap('c.comm_type', 'm.comm_type')}) r
    WHERE n = 1),
  other AS (
    SELECT o.person_id, o.system_id, min(o.value) AS value, max(o.at_ms) AS at_ms, bool_or(o.by_others) AS by_others,
           min(o.sureness) AS sureness, min(o.code) AS code, count(*) AS cells
    FROM own o JOIN work_modes m ON m.person_id = o.person_id AND o.value <> m.choice GROUP BY o.person_id, o.system_id)
  SELECT m.person_id, 'delivery', m.system_id, o.system_id, 'preference.delivery', m.choice, o.value, m.comm_type, m.since,
         o.at_ms, o.by_others, coalesce(w.latest, m.since),
         greatest(${toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`)} - m.sure_since, 0),
         CASE WHEN w.certain = false THEN least(m.sureness, o.sureness, 1) ELSE least(m.sureness, o.sureness) END,
         o.cells, coalesce(w.messages, 0), w.cost, m.system_id = o.system_id, m.code, o.code
  FROM work_modes m JOIN other o ON o.person_id = m.person_id
  LEFT JOIN work_old_way w ON w.person_id = o.person_id AND w.system_id = o.system_id`;

interface Settings {
  readonly holders: readonly string[];
  readonly asOf: string;
  readonly policy: Config['delivery'];
  /** How the choices of one person come to one. */
  readonly plan: PolicyPlan;
}

/**
 * `work_carried`: persons who said in one system how they want to be written to, and another system where they have a
 * relationship and said nothing of their own keeps the other way. With a choice for each person, not for each
 * relationship, also those who said something else in another (class `delivery`).
 */
export async function createCarried(store: Query, { holders, asOf, policy, plan }: Settings): Promise<void> {
  for (const sql of [modes(plan), relationships(holders), others, oldWay, carried(asOf)])
    await store.run(sql);
  if (policy === 'one_per_person') await store.run(apart(asOf));
  await store.run(
    'DROP TABLE work_modes; DROP TABLE work_relationships; DROP TABLE work_others; DROP TABLE work_old_way',
  );
}
