import { fromMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';

/** Fewer messages of one purpose in a month are nobody's pressure. */
export const leastPressure = 5;
/** Milliseconds within which a message may be a repetition. */
export const longestGap = 86_400_000;

/** Over narrow rows of numbers one window costs less than counting them by day and fetching what stands out. */
const alike = `
  CREATE TABLE work_close_sends AS
  SELECT code FROM (
    SELECT s.code, least(at_ms - lag(at_ms) OVER w, lead(at_ms) OVER w - at_ms) AS gap_ms FROM work_send_rows s
    WINDOW w AS (PARTITION BY s.person_id, s.route_id ORDER BY s.at_ms)) g
  WHERE gap_ms <= ${longestGap}`;

const day = '(s.at_ms // 86400000)';

/** Calendar months by day: quicker to look up than to work out for every message. */
const months = `
  CREATE TABLE work_months AS
  SELECT day, CAST(extract(year FROM moment) * 12 + extract(month FROM moment) - 1 AS INTEGER) AS month
  FROM (SELECT day, ${fromMs('day * 86400000')} AS moment
        FROM (SELECT DISTINCT ${day} AS day FROM work_send_rows s) n) d`;

const key = 'CAST(s.person_id AS BIGINT) * 1048576 + m.month';
const inMonths = `work_send_rows s JOIN work_months m ON m.day = ${day}`;

/**
 * Creates `work_close_sends`, places of messages with another of the same person and route a day or less away, and
 * `work_full_sends(person_id, month, route_id, code)`, those of persons and months with many.
 */
export async function createBusySends(store: Query): Promise<void> {
  await store.run(`
    ${alike}; ${months};
    CREATE TABLE work_full AS
    SELECT ${key} AS id FROM ${inMonths} GROUP BY id HAVING count(*) >= ${leastPressure};
    CREATE TABLE work_full_sends AS
    SELECT s.person_id, m.month, s.route_id, s.code FROM ${inMonths} JOIN work_full f ON f.id = ${key};
    DROP TABLE work_full; DROP TABLE work_months`);
}
