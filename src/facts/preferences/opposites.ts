import type { Query } from '../../store/store.js';
import { effective } from './effective.js';

/** Choices by cell of everybody who said both yes and no, in two systems; one about an address meets only its like. */
const cells = `
  CREATE TABLE work_cell_choices AS
  WITH several AS (
    SELECT person_id FROM work_stances GROUP BY person_id
    HAVING count(*) > 1 AND max(denied) > 0 AND max(allowed) > 0),
  points AS (
    SELECT DISTINCT person_id, point FROM work_choices WHERE kind = 'consent' AND point <> '*'
    UNION ALL SELECT person_id, '*' FROM several)
  SELECT c.person_id, c.system_id, k.class_id, p.point, c.deny, c.tier, c.depth, c.at_ms, c.certain_at,
         c.dated, c.timed, c.copied, c.sureness, c.by_others, c.code
  FROM work_choices c
  JOIN several s ON s.person_id = c.person_id
  JOIN points p ON p.person_id = c.person_id AND (c.point = '*' OR c.point = p.point)
  JOIN work_scope_cells k ON k.scope_id = c.scope_id
  WHERE c.kind = 'consent'`;

const own = ['person_id', 'system_id', 'class_id', 'point'];
const pooled = ['person_id', 'class_id', 'point'];

/** Cells in which some system does not hold what all explicit choices together come to. */
const disputed = `
  CREATE TABLE work_disputed AS
  SELECT DISTINCT o.person_id, o.class_id, o.point
  FROM work_own o JOIN work_pool p ON p.person_id = o.person_id AND p.class_id = o.class_id AND p.point = o.point
  WHERE o.denied <> p.denied;
  CREATE TABLE work_disputed_choices AS
  SELECT c.* FROM work_cell_choices c
  JOIN work_disputed d ON d.person_id = c.person_id AND d.class_id = c.class_id AND d.point = c.point`;

/** Since when a system holds its effective value, on what evidence: the start of the last unbroken run of it. */
const held = `
  CREATE TABLE work_held AS
  WITH last_other AS (
    SELECT c.person_id, c.system_id, c.class_id, c.point, max(c.at_ms) AS at_ms
    FROM work_disputed_choices c JOIN work_own o
      ON o.person_id = c.person_id AND o.system_id = c.system_id AND o.class_id = c.class_id AND o.point = c.point
    WHERE c.tier = o.tier AND c.deny <> o.denied
    GROUP BY c.person_id, c.system_id, c.class_id, c.point)
  SELECT o.person_id, o.system_id, o.class_id, o.point, o.tier, o.denied,
         coalesce(min(c.at_ms) FILTER (WHERE l.at_ms IS NULL OR c.at_ms > l.at_ms), max(c.at_ms)) AS since, max(c.at_ms) AS latest,
         max(c.certain_at) AS settled, min(l.at_ms) AS before_at, min(c.depth) AS widest, max(c.depth) AS depth,
         bool_and(c.timed) AS timed, bool_and(c.copied) AS copied, min(c.sureness) AS sureness, min(c.code) AS code,
         bool_or(c.by_others) AS by_others
  FROM work_own o
  JOIN work_disputed_choices c
    ON c.person_id = o.person_id AND c.system_id = o.system_id AND c.class_id = o.class_id AND c.point = o.point
   AND c.tier = o.tier AND c.deny = o.denied
  LEFT JOIN last_other l
    ON l.person_id = o.person_id AND l.system_id = o.system_id AND l.class_id = o.class_id AND l.point = o.point
  GROUP BY o.person_id, o.system_id, o.class_id, o.point, o.tier, o.denied`;

/** The winner of all systems' explicit choices, and the system where it was said first. */
const winners = `
  CREATE TABLE work_winners AS
  SELECT person_id, class_id, point, denied, system_id, since, before_at, depth, timed, sureness, code FROM (
    SELECT h.*, row_number() OVER (PARTITION BY h.person_id, h.class_id, h.point ORDER BY h.since, h.system_id) AS n
    FROM work_pool p JOIN work_held h ON h.person_id = p.person_id AND h.class_id = p.class_id AND h.point = p.point
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
  SELECT w.person_id, ${classOf(toleranceMs)} AS class,
         w.system_id AS from_system_id, h.system_id AS to_system_id, 'preference.consent.' || k.channel AS field,
         CASE WHEN w.denied THEN 'opt_out' ELSE 'opt_in' END AS choice,
         CASE WHEN h.denied THEN 'opt_out' ELSE 'opt_in' END AS held,
         min(w.since) AS since, max(w.since) AS latest, max(h.latest) AS held_at, bool_or(h.by_others) AS by_others,
         least(min(w.sureness), min(h.sureness)) AS sureness, sum(k.cells) AS cells,
         min(w.code) AS code, min(h.code) AS held_code
  FROM work_winners w
  JOIN work_held h ON h.person_id = w.person_id AND h.class_id = w.class_id AND h.point = w.point
   AND h.denied <> w.denied AND h.system_id <> w.system_id
  JOIN work_cells k ON k.class_id = w.class_id
  GROUP BY w.person_id, class, w.system_id, h.system_id, k.channel, w.denied, h.denied`;

/**
 * `work_opposites`: persons for whom a system holds the opposite of the winning explicit choice in the same cell;
 * each cell in one class: `default`, `scope`, `stale` or `hard`.
 */
export async function createOpposites(store: Query, toleranceMs: number): Promise<void> {
  await store.run(cells);
  await store.run(`CREATE TABLE work_own AS ${effective('work_cell_choices', own, toleranceMs)}`);
  await store.run(`
    CREATE TABLE work_explicit AS SELECT * FROM work_cell_choices WHERE tier = 2;
    CREATE TABLE work_pool AS ${effective('work_explicit', pooled, toleranceMs)}`);
  await store.run(disputed);
  await store.run(held);
  await store.run(winners);
  await store.run(`CREATE TABLE work_opposites AS ${opposites(toleranceMs)};
    DROP TABLE work_cell_choices; DROP TABLE work_explicit; DROP TABLE work_pool; DROP TABLE work_own;
    DROP TABLE work_held; DROP TABLE work_winners; DROP TABLE work_disputed; DROP TABLE work_disputed_choices`);
}
