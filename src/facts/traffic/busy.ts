import { bitOf, bitwiseOr, countBits, fromMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';

/** Fewer messages of one purpose in a month are nobody's pressure. */
export const leastPressure = 5;

const time = fromMs('s.at_ms');
const month = `CAST(extract(year FROM ${time}) * 12 + extract(month FROM ${time}) - 1 AS INTEGER)`;
const day = `CAST(extract(day FROM ${time}) AS INTEGER)`;
const bits = bitwiseOr('bit');
const isEdge = `(${day} = 1 OR extract(day FROM ${fromMs('s.at_ms + 86400000')}) = 1)`;

/**
 * Creates `work_busy_sends(person_id, month, n, system_id, communication_id, comm_type, channel, point, at_ms,
 * unit_cost, code)`: the messages of persons and months in which something may have gone out twice or too often: many
 * messages, two on one day or on days that follow each other, or one beside the neighbouring month. One pass counts,
 * one fetches, so that nothing is sorted but what is left.
 */
export async function createBusySends(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_busy AS
    SELECT person_id, month, count(*) AS n
    FROM (SELECT s.person_id, ${month} AS month, ${bitOf(day)} AS bit, ${isEdge} AS edge FROM work_sends s) d
    GROUP BY person_id, month
    HAVING count(*) >= ${leastPressure} OR ${countBits(bits)} < count(*)
        OR (${bits} & (${bits} << 1)) <> 0 OR bool_or(edge);
    CREATE TABLE work_busy_sends AS
    SELECT s.person_id, b.month, b.n, s.system_id, s.communication_id, s.comm_type, s.channel, s.point, s.at_ms,
           s.unit_cost, s.code
    FROM work_sends s JOIN work_busy b ON b.person_id = s.person_id AND b.month = ${month};
    DROP TABLE work_busy`);
}
