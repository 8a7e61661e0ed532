import type { Query } from '../../store/store.js';
import { covers } from './scopes.js';
import { scopeBit } from './stances.js';

/** Wider scopes, each with the narrower ones it covers. */
const wider = `
  CREATE TABLE work_wider AS
  SELECT s.scope_id AS parent_id, t.scope_id AS child_id
  FROM work_scopes s JOIN work_scopes t
    ON s.scope_id <> t.scope_id AND ${covers('lob')} AND ${covers('comm_type')}
   AND (s.channel = '*' OR s.channel = t.channel)`;

/** Whom a system may have both a yes and a no of in one scope, or a no above a yes: the bits say so. */
const candidates = `
  CREATE TABLE work_maybe_contradicted AS
  WITH pairs AS (
    SELECT DISTINCT ${scopeBit('parent_id')} AS parent, ${scopeBit('child_id')} AS child FROM work_wider),
  mixed AS (SELECT person_id, system_id, denied, allowed FROM work_stances WHERE denied > 0 AND allowed > 0)
  SELECT person_id, system_id FROM mixed WHERE (denied & allowed) > 0
  UNION
  SELECT m.person_id, m.system_id FROM mixed m JOIN pairs p ON (m.denied & p.parent) > 0 AND (m.allowed & p.child) > 0`;

/** Records that stand: the last of each key, scope and address, and those whose time nobody knows. */
const standing = (toleranceMs: number): string => `
  CREATE TABLE work_standing AS
  WITH mine AS (
    SELECT c.* FROM work_choices c JOIN work_maybe_contradicted m ON m.person_id = c.person_id AND m.system_id = c.system_id
    WHERE c.kind = 'consent' AND c.tier > 0),
  last AS (
    SELECT subject_id, scope_id, point, max(at_ms) FILTER (WHERE timed) AS at_ms
    FROM mine GROUP BY subject_id, scope_id, point)
  SELECT m.* FROM mine m
  JOIN last l ON l.subject_id = m.subject_id AND l.scope_id = m.scope_id AND l.point = m.point
  WHERE NOT coalesce(m.timed, false) OR m.at_ms + ${toleranceMs} >= l.at_ms`;

const pair = `
  d.person_id, d.system_id, d.scope_id AS deny_scope, a.scope_id AS allow_scope, d.at_ms AS since, a.at_ms AS held_at,
  least(d.sureness, a.sureness) AS sureness, d.code, a.code AS held_code`;

/** Yes and no in one scope; and a yes below an explicit no that is later, or that the person did not say. */
const contradictions = `
  CREATE TABLE work_contradictions AS
  SELECT 'within' AS class, ${pair}
  FROM work_standing d JOIN work_standing a
    ON a.person_id = d.person_id AND a.system_id = d.system_id AND a.scope_id = d.scope_id AND a.point = d.point
  WHERE d.deny AND NOT a.deny
  UNION ALL
  SELECT 'scope', ${pair}
  FROM work_standing d
  JOIN work_wider w ON w.parent_id = d.scope_id
  JOIN work_standing a ON a.person_id = d.person_id AND a.system_id = d.system_id AND a.scope_id = w.child_id
   AND (d.point = '*' OR a.point = d.point)
  WHERE d.deny AND NOT a.deny AND d.tier = 2 AND d.timed AND a.timed AND (a.tier < 2 OR a.at_ms < d.at_ms)`;

/** By channel, where the narrower of the two scopes reaches. */
const inside = `
  CREATE TABLE work_inside AS
  SELECT c.person_id, c.class, c.system_id AS from_system_id, c.system_id AS to_system_id,
         'preference.consent' || coalesce('.' || k.channel, '') AS field, 'opt_out' AS choice, 'opt_in' AS held,
         CAST(NULL AS VARCHAR) AS comm_type, min(c.since) AS since, max(c.held_at) AS held_at, false AS by_others,
         max(c.latest) AS latest, 0 AS elapsed, min(c.sureness) AS sureness,
         coalesce(sum(k.cells), 1) AS cells, 0 AS messages, CAST(NULL AS DECIMAL(18,4)) AS cost, true AS knew,
         min(c.code) AS code, min(c.held_code) AS held_code
  FROM (
    SELECT c.person_id, c.class, c.system_id, s.class_id, min(c.since) AS since, max(c.since) AS latest,
           max(c.held_at) AS held_at, min(c.sureness) AS sureness, min(c.code) AS code, min(c.held_code) AS held_code
    FROM work_contradictions c LEFT JOIN work_scope_cells s ON s.scope_id = c.allow_scope
    GROUP BY c.person_id, c.class, c.system_id, s.class_id) c
  LEFT JOIN work_cells k ON k.class_id = c.class_id
  GROUP BY c.person_id, c.class, c.system_id, k.channel`;

/**
 * `work_inside`: persons of whom one system holds both yes and no: `within` one scope, as two accounts of one customer
 * do, or a no above a yes (`scope`). A later, explicit yes for less is consent given again and no contradiction.
 */
export async function createInside(store: Query, toleranceMs: number): Promise<void> {
  for (const sql of [wider, candidates, standing(toleranceMs), contradictions, inside]) await store.run(sql);
  await store.run(
    'DROP TABLE work_wider; DROP TABLE work_maybe_contradicted; DROP TABLE work_standing; DROP TABLE work_contradictions',
  );
}
