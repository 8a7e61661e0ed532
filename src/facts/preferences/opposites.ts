import type { Query } from '../../store/store.js';
import { createCellChoices } from './cells.js';
import { effective } from './effective.js';
import { leaveOpen } from './open-answers.js';
import { type PolicyPlan, planPolicies } from './policy-plan.js';

const own = ['person_id', 'system_no', 'class_id', 'point_id'];
const pooled = ['person_id', 'class_id', 'point_id'];

/** Cells in which some system does not hold what all explicit choices together come to. */
const disputed = `
  CREATE TABLE work_disputed AS
  SELECT DISTINCT o.person_id, o.class_id, o.point_id
  FROM work_own o JOIN work_pool p ON p.person_id = o.person_id AND p.class_id = o.class_id AND p.point_id = o.point_id
  WHERE o.denied <> p.denied;
  CREATE TABLE work_disputed_choices AS
  SELECT c.* FROM work_cell_choices c
  JOIN work_disputed d ON d.person_id = c.person_id AND d.class_id = c.class_id AND d.point_id = c.point_id`;

/** Since when a system holds its effective value, on what evidence: the start of the last unbroken run of it. */
const held = `
  CREATE TABLE work_disputed_held AS
  WITH last_other AS (
    SELECT c.person_id, c.system_no, c.class_id, c.point_id, max(c.at_ms) AS at_ms
    FROM work_disputed_choices c JOIN work_own o
      ON o.person_id = c.person_id AND o.system_no = c.system_no AND o.class_id = c.class_id AND o.point_id = c.point_id
    WHERE c.tier = o.tier AND c.deny <> o.denied
    GROUP BY c.person_id, c.system_no, c.class_id, c.point_id)
  SELECT o.person_id, o.system_no, o.class_id, o.point_id, o.tier, o.denied,
         coalesce(min(c.at_ms) FILTER (WHERE l.at_ms IS NULL OR c.at_ms > l.at_ms), max(c.at_ms)) AS since,
         coalesce(min(c.certain_at) FILTER (WHERE l.at_ms IS NULL OR c.at_ms > l.at_ms), max(c.certain_at)) AS sure_since,
         max(c.at_ms) AS latest,
         max(c.certain_at) AS settled, min(l.at_ms) AS before_at, min(c.depth) AS widest, max(c.depth) AS depth,
         bool_or(c.wide) AS wide, bool_and(c.timed) AS timed, bool_and(c.copied) AS copied, min(c.sureness) AS sureness, min(c.code) AS code,
         bool_or(c.by_others) AS by_others
  FROM work_own o
  JOIN work_disputed_choices c
    ON c.person_id = o.person_id AND c.system_no = o.system_no AND c.class_id = o.class_id AND c.point_id = o.point_id
   AND c.tier = o.tier AND c.deny = o.denied
  LEFT JOIN last_other l
    ON l.person_id = o.person_id AND l.system_no = o.system_no AND l.class_id = o.class_id AND l.point_id = o.point_id
  GROUP BY o.person_id, o.system_no, o.class_id, o.point_id, o.tier, o.denied`;

/** The winner of all systems' explicit choices, and the system where it was said first. */
const winners = `
  CREATE TABLE work_winners AS
  SELECT person_id, class_id, point_id, denied, system_no, since, sure_since, before_at, depth, wide, timed, sureness, code FROM (
    SELECT h.*, row_number() OVER (PARTITION BY h.person_id, h.class_id, h.point_id ORDER BY h.since, h.copied, h.system_no) AS n
    FROM work_pool p JOIN work_disputed_held h ON h.person_id = p.person_id AND h.class_id = p.class_id AND h.point_id = p.point_id
     AND h.tier = 2 AND h.denied = p.denied
  ) r WHERE n = 1`;

/**
 * Which kind of disagreement a cell is. A default is no answer; a narrower yes of one's own under a wider, later no may
 * be meant to stay; a copy from before the change, or one's own word of when the winner still said the same, is stale;
 * without times nobody can tell, and it stays an opposite.
 */
const classOf = (toleranceMs: number): string => `
  CASE WHEN h.tier = 0 THEN 'default'
       WHEN w.denied AND NOT h.copied AND h.widest > w.depth THEN 'scope'
       WHEN w.timed AND h.timed AND h.settled < w.since
         AND (h.copied OR h.latest <= w.before_at + ${toleranceMs}) THEN 'stale'
       ELSE 'hard' END`;

const opposites = (toleranceMs: number): string => `
  WITH systems AS (SELECT DISTINCT system_no, system_id FROM work_choice_forms),
  found AS (
    SELECT w.person_id, ${classOf(toleranceMs)} AS class, w.system_no AS from_no, h.system_no AS to_no,
           CASE WHEN w.wide THEN '*' ELSE k.channel END AS reach, min(k.channel) AS channel,
           min(k.channel) <> max(k.channel) AS several, w.denied, min(w.since) AS since, min(w.sure_since) AS sure_since, max(w.since) AS latest, max(h.latest) AS held_at,
           bool_or(h.by_others) AS by_others, least(min(w.sureness), min(h.sureness)) AS sureness,
           sum(k.cells) AS cells, min(w.code) AS code, min(h.code) AS held_code
    FROM work_winners w
    JOIN work_disputed_held h ON h.person_id = w.person_id AND h.class_id = w.class_id AND h.point_id = w.point_id
     AND h.denied <> w.denied AND h.system_no <> w.system_no
    JOIN work_cells k ON k.class_id = w.class_id
    GROUP BY w.person_id, class, w.system_no, h.system_no, reach, w.denied)
  SELECT f.person_id, f.class, u.system_id AS from_system_id, v.system_id AS to_system_id,
         'preference.consent' || CASE WHEN f.several THEN '' ELSE '.' || f.channel END AS field, 'preference.consent.' || f.channel AS carrier, CASE WHEN f.denied THEN 'opt_out' ELSE 'opt_in' END AS choice,
         CASE WHEN f.denied THEN 'opt_in' ELSE 'opt_out' END AS held, f.since, f.sure_since, f.latest, f.held_at, f.by_others,
         f.sureness, f.cells, f.code, f.held_code
  FROM found f
  JOIN systems u ON u.system_no = f.from_no
  JOIN systems v ON v.system_no = f.to_no`;

/**
 * `work_opposites`: persons for whom a system holds the opposite of the winning explicit choice in the same cell;
 * each cell in one class: `default`, `scope`, `stale` or `hard`. What one choice for all channels is at odds with in several is one
 * row with all its cells; `carrier` is the field by which the way is judged.
 */
export async function createOpposites(
  store: Query,
  toleranceMs: number,
  plan: PolicyPlan = planPolicies('default'),
): Promise<void> {
  await createCellChoices(store, plan);
  await store.run(`CREATE TABLE work_own AS ${effective('work_cell_choices', own, toleranceMs, plan.used)}`);
  await store.run(`
    CREATE TABLE work_explicit AS SELECT * FROM work_cell_choices WHERE tier = 2;
    CREATE TABLE work_pool AS ${effective('work_explicit', pooled, toleranceMs, plan.used)}`);
  await leaveOpen(store, plan);
  await store.run(disputed);
  await store.run(held);
  await store.run(winners);
  await store.run(`CREATE TABLE work_opposites AS ${opposites(toleranceMs)};
    DROP TABLE work_cell_choices; DROP TABLE work_explicit; DROP TABLE work_pool; DROP TABLE work_own;
    DROP TABLE work_disputed_held; DROP TABLE work_winners; DROP TABLE work_disputed; DROP TABLE work_disputed_choices`);
}
