import { toMs } from '../../store/dialect.js';
import type { Query, Row, Value } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { compareValue } from './compare-values.js';
import { addFound } from './found.js';

const day = 86_400_000;

/** A field whose values hardly ever agree between two channels means another thing on each. */
const several = 3;

/**
 * Pairs of what two channels told one subject of one communication within a day. Only what is beyond doubt one matter: one
 * message on each channel, one value of the field in each, the same language, no key that differs; and no change of the
 * truth between the two.
 */
const pairs = `
  WITH messages AS (
    SELECT s.message_key, s.communication_id, s.channel, coalesce(s.locale, '') AS locale, s.system_id, s.subject_key,
           w.subject_id, w.person_id, w.certain, ${toMs('s.sent_at')} AS at_ms, ${rowCode('s')} AS code
    FROM std_sends s ${joinPerson('s')}
    WHERE s.communication_id IS NOT NULL AND s.message_key IN (SELECT message_key FROM std_message_values)),
  stated AS (
    SELECT message_key, field, min(value) AS value FROM std_message_values WHERE value IS NOT NULL
    GROUP BY message_key, field HAVING count(*) = 1),
  alone AS (
    SELECT m.*, lag(at_ms) OVER own AS before_ms, lead(at_ms) OVER own AS after_ms FROM messages m
    WINDOW own AS (PARTITION BY subject_id, communication_id, channel ORDER BY at_ms, code)),
  met AS (
    SELECT a.message_key AS first_key, b.message_key AS second_key, a.code AS first, b.code AS second, b.person_id,
           a.certain AND b.certain AS certain, a.channel || ' ' || b.channel AS channels, a.communication_id,
           a.system_id, a.subject_key, a.at_ms AS from_ms, b.at_ms AS to_ms
    FROM alone a JOIN alone b ON b.subject_id = a.subject_id AND b.communication_id = a.communication_id
     AND b.channel <> a.channel AND b.locale = a.locale AND (b.at_ms, b.code) > (a.at_ms, a.code)
     AND b.at_ms - a.at_ms <= ${day}
    WHERE coalesce(a.at_ms - a.before_ms > ${day}, true) AND coalesce(a.after_ms - a.at_ms > ${day}, true)
      AND coalesce(b.at_ms - b.before_ms > ${day}, true) AND coalesce(b.after_ms - b.at_ms > ${day}, true))
  SELECT row_number() OVER (ORDER BY m.second, m.first, x.field) AS n, m.first, m.second, m.person_id, m.certain, m.channels,
         m.communication_id, x.field, x.value AS one, y.value AS other
  FROM met m JOIN stated x ON x.message_key = m.first_key
  JOIN stated y ON y.message_key = m.second_key AND y.field = x.field
  WHERE NOT regexp_matches(x.field, '^(key|person|contact|preference)\\.|currency')
    AND NOT EXISTS (
      SELECT 1 FROM stated k JOIN stated l ON l.field = k.field
      WHERE k.message_key = m.first_key AND l.message_key = m.second_key AND starts_with(k.field, 'key.') AND k.value <> l.value)
    AND NOT EXISTS (
      SELECT 1 FROM std_master_values t
      WHERE t.system_id = m.system_id AND t.subject_key = m.subject_key AND t.field = x.field
        AND ${toMs('t.valid_from')} BETWEEN m.from_ms - ${day} AND m.to_ms)`;

type Pair = Row & { n: number; field: string; one: string; other: string };

/** Rounded on one channel is no contradiction, so each must deny the other. */
const deny = ({ field, one, other }: Pair): boolean =>
  compareValue(field, one, [other]).outcome === 'wrong' &&
  compareValue(field, other, [one]).outcome === 'wrong';

/** The later of two messages that deny each other, the earlier as its proof; what is wrong by itself is told as that. */
const denied = `
  WITH kinds AS (
    SELECT p.communication_id, p.channels, p.field, count(*) AS n, count(d.n) AS denied
    FROM work_told_twice p LEFT JOIN work_denied d ON d.n = p.n GROUP BY p.communication_id, p.channels, p.field),
  wrong AS (
    SELECT code FROM work_found_errors WHERE error_class IN ('wrong_amount', 'wrong_content', 'other_customer_data'))
  SELECT 'contradicts_channel' AS error_class, p.field, p.person_id, p.second AS code, p.first AS proof, p.certain
  FROM work_denied d JOIN work_told_twice p ON p.n = d.n
  JOIN kinds k ON k.communication_id = p.communication_id AND k.channels = p.channels AND k.field = p.field
  WHERE NOT (k.denied >= ${several} AND 2 * k.denied > k.n)
    AND p.first NOT IN (SELECT code FROM wrong) AND p.second NOT IN (SELECT code FROM wrong)`;

/** Holds what two channels said of one matter against each other; needs `work_persons` and what is wrong by itself. */
export async function findContradictions(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_told_twice AS ${pairs};
    CREATE TABLE work_denied (n BIGINT)`);
  const rows: Value[][] = [];
  const doubtful = 'SELECT n, field, one, other FROM work_told_twice WHERE one <> other ORDER BY n';
  for await (const some of store.stream<Pair>(doubtful))
    for (const pair of some) if (deny(pair)) rows.push([pair.n]);
  if (rows.length > 0) {
    await store.insert('work_denied', ['n'], rows);
    await addFound(store, denied);
  }
  await store.run('DROP TABLE work_told_twice; DROP TABLE work_denied');
}
