import { fromMs, toMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';

/** Months between two messages, by what inventories say of how often. */
const months = `CASE WHEN lower(frequency) IN ('monthly', 'p1m') THEN 1 WHEN lower(frequency) IN ('quarterly', 'p3m') THEN 3
  WHEN lower(frequency) IN ('yearly', 'annually', 'annual', 'p1y', 'p12m') THEN 12 END`;

/** Fewer who are due a message show nothing of how regular it is. */
const fewest = 20;

/**
 * Who had a regulatory message in the period before and in the one after, and none between, where nine of ten such
 * persons had theirs: a run that left somebody out. Where it is irregular for many nothing is due by the calendar.
 */
const missing = `
  INSERT INTO work_found_errors
  WITH due AS (
    SELECT communication_id, min(months) AS months FROM (
      SELECT communication_id, ${months} AS months FROM std_communications WHERE regulatory) c
    WHERE months IS NOT NULL GROUP BY communication_id),
  routes AS (
    SELECT r.route_id, r.communication_id, d.months FROM work_send_routes r JOIN due d ON d.communication_id = r.communication_id),
  got AS (
    SELECT r.communication_id, r.months, s.person_id, bool_and(s.certain) AS certain, min(s.code) AS code,
           (extract(year FROM ${fromMs('s.at_ms')}) * 12 + extract(month FROM ${fromMs('s.at_ms')}) - 1) // r.months AS period
    FROM work_send_rows s JOIN routes r ON r.route_id = s.route_id GROUP BY ALL),
  around AS (
    SELECT a.communication_id, a.months, a.person_id, a.certain, a.code, a.period + 1 AS period, g.person_id IS NULL AS without
    FROM got a
    JOIN got b ON b.communication_id = a.communication_id AND b.person_id = a.person_id AND b.period = a.period + 2
    LEFT JOIN got g ON g.communication_id = a.communication_id AND g.person_id = a.person_id AND g.period = a.period + 1),
  regular AS (
    SELECT communication_id, period FROM around GROUP BY communication_id, period
    HAVING count(*) >= ${fewest} AND 10 * count(*) FILTER (WHERE without) <= count(*))
  SELECT 'missing_mandatory', NULL, a.code, a.person_id, NULL, a.communication_id, NULL,
         ${toMs('make_timestamp(CAST(a.period * a.months // 12 AS BIGINT), CAST(a.period * a.months % 12 + 1 AS BIGINT), 1, 0, 0, 0)')},
         NULL, a.code, a.certain
  FROM around a JOIN regular r ON r.communication_id = a.communication_id AND r.period = a.period WHERE a.without`;

/** Adds regulatory messages that were due and not sent to `work_found_errors`. */
export async function findMissing(store: Query): Promise<void> {
  const [{ n } = { n: 0 }] = await store.all<{ n: number }>(
    `SELECT count(*) AS n FROM std_communications WHERE regulatory AND ${months} IS NOT NULL`,
  );
  if (Number(n) > 0) await store.run(missing);
}
