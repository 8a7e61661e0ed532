import type { Query, Row, Value } from '../../store/store.js';
import { compareValue, keysOf } from './compare-values.js';
import { addFound } from './found.js';
import { excuseKnown } from './relations.js';
import { createTruths, inTime, reckoned, said, truthKeys } from './truths.js';

/** Values that no truth bears out letter by letter. */
const doubtful = `
  CREATE TABLE work_doubtful AS
  SELECT a.*, row_number() OVER (ORDER BY a.code, a.field, a.value) AS n
  FROM (${said}) a
  WHERE NOT EXISTS (SELECT 1 FROM work_truths t WHERE t.holder = a.holder AND t.field = a.field AND t.value = a.value
                    AND ${inTime('a.at_ms')})`;

/** Each with every value that was true around its time; what nobody knows the truth of is left out. */
const withTruths = `
  SELECT d.n, d.field, d.value, string_agg(DISTINCT t.value, chr(31) ORDER BY t.value) AS truths, min(t.code) AS proof
  FROM work_doubtful d JOIN work_truths t ON t.holder = d.holder AND t.field = d.field
  LEFT JOIN (${reckoned}) r ON r.message_key = d.message_key
  WHERE (${inTime('d.at_ms')}) OR r.at_ms IS NOT NULL AND ${inTime('r.at_ms')}
  GROUP BY d.n, d.field, d.value ORDER BY d.n`;

type Doubt = Row & { n: number; field: string; value: string; truths: string; proof: number };

const atOnce = 20_000;

/** Creates `work_wrong_values(n, error_class, currency, proof)`, and `work_wrong_keys(n, key)`, by which others are found of whom they are true. */
async function compareAll(store: Query): Promise<void> {
  const columns = ['n', 'error_class', 'currency', 'proof'] as const;
  await store.run(`
    CREATE TABLE work_wrong_values (n BIGINT, error_class VARCHAR, currency VARCHAR, proof BIGINT);
    CREATE TABLE work_wrong_keys (n BIGINT, key VARCHAR)`);
  let rows: Value[][] = [];
  let keys: Value[][] = [];
  const flush = async () => {
    if (rows.length > 0) await store.insert('work_wrong_values', columns, rows);
    if (keys.length > 0) await store.insert('work_wrong_keys', ['n', 'key'], keys);
    [rows, keys] = [[], []];
  };
  for await (const some of store.stream<Doubt>(withTruths)) {
    for (const { n, field, value, truths, proof } of some) {
      const found = compareValue(field, value, truths.split('\u001f'));
      if (found.outcome !== 'wrong') continue;
      rows.push([n, found.errorClass, found.currency, proof]);
      keys.push(...keysOf(field, value).map((key) => [n, key]));
    }
    if (rows.length >= atOnce) await flush();
  }
  await flush();
}

/** Fewer wrong values of a field tell nothing of the field. */
const several = 3;

/**
 * Fields and currencies of which most values are not what records say speak of something else: another unit, another
 * currency, another field of that name. They prove nothing.
 */
const incomparable = `
  CREATE TABLE work_incomparable AS
  WITH spoken AS (
    SELECT a.field, count(*) AS n FROM (${said}) a GROUP BY a.field),
  off AS (
    SELECT d.field, count(*) AS n FROM work_wrong_values w JOIN work_doubtful d ON d.n = w.n GROUP BY d.field)
  SELECT o.field, CAST(NULL AS VARCHAR) AS currency FROM off o JOIN spoken s ON s.field = o.field WHERE o.n >= ${several} AND 2 * o.n > s.n
  UNION ALL
  SELECT c.field, c.currency FROM (
    SELECT d.field, w.currency, count(*) AS n FROM work_wrong_values w JOIN work_doubtful d ON d.n = w.n
    WHERE w.currency <> '' GROUP BY d.field, w.currency) c
  WHERE 2 * c.n > (SELECT count(*) FROM std_message_values v WHERE v.field = c.field AND contains(upper(v.value), c.currency))`;

/** Messages in another currency than the usual one of their field. */
const foreignMoney = `
  CREATE TABLE work_foreign_money AS
  WITH stated AS (
    SELECT v.field, upper(v.value) AS currency, count(*) AS n FROM std_message_values v
    WHERE contains(v.field, 'currency') AND v.value IS NOT NULL GROUP BY 1, 2),
  usual AS (SELECT field, currency, row_number() OVER (PARTITION BY field ORDER BY n DESC, currency) AS place FROM stated)
  SELECT DISTINCT v.message_key FROM std_message_values v JOIN usual u ON u.field = v.field AND u.place = 1
  WHERE upper(v.value) <> u.currency AND v.message_key IN (SELECT message_key FROM work_doubtful)`;

const wrongOnes = `
  work_wrong_values w JOIN work_doubtful d ON d.n = w.n
  WHERE NOT EXISTS (SELECT 1 FROM work_incomparable i WHERE i.field = d.field AND coalesce(i.currency = w.currency, true))
    AND (w.error_class <> 'wrong_amount' OR d.message_key NOT IN (SELECT message_key FROM work_foreign_money))`;

/** Fields that name one customer alone. */
const naming = `(starts_with(d.field, 'key.') OR contains(d.field, 'account') OR contains(d.field, 'iban')
  OR contains(d.field, 'card_n') OR contains(d.field, 'policy_n') OR contains(d.field, 'contract_n'))`;

/** Fewer than one in so many messages may state by accident what is true of somebody else. */
const byAccident = 20;

/**
 * Others of whom the wrong values of a message are true: by a field that names them, or by two fields that hardly anybody
 * else has in common.
 */
const others = `
  CREATE TABLE work_alike_values AS
  SELECT d.n, d.field, t.person_id AS other_id, min(t.code) AS proof
  FROM work_doubtful d JOIN work_wrong_keys k ON k.n = d.n
  JOIN (${truthKeys}) t ON t.field = d.field AND t.key = k.key AND t.person_id <> d.person_id AND ${inTime('d.at_ms')}
  GROUP BY d.n, d.field, t.person_id;
  CREATE TABLE work_strays AS
  WITH shared AS (SELECT n, count(*) AS persons FROM work_alike_values GROUP BY n),
  known AS (SELECT field, count(DISTINCT person_id) AS persons FROM work_truths GROUP BY field),
  joint AS (
    SELECT d.code, d.person_id, a.other_id, min(a.proof) AS proof, min(d.system_id) AS system_id,
           min(d.channel) AS channel, min(d.field) AS kind, min(d.at_ms) AS at_ms, bool_and(d.certain) AS certain,
           bool_or(${naming} AND s.persons <= 5) AS named, min(s.persons, 2) AS rarest, max(k.persons) AS persons
    FROM work_alike_values a JOIN work_doubtful d ON d.n = a.n JOIN shared s ON s.n = a.n JOIN known k ON k.field = d.field
    GROUP BY d.code, d.person_id, a.other_id)
  SELECT code, person_id, other_id, proof, system_id, channel, kind, at_ms, certain, true AS held FROM joint
  WHERE named OR len(rarest) = 2 AND rarest[1] * rarest[2] * ${byAccident} <= persons`;

const strangers = `
  SELECT 'other_customer_data' AS error_class, kind AS field, person_id, code, proof, certain FROM work_strays s
  WHERE code NOT IN (SELECT code FROM work_stray_excuses)`;

/** What is somebody else's is no wrong amount besides; what a joint holder may see is none at all. */
const wrongAlone = `
  SELECT w.error_class, d.field, d.person_id, d.code, w.proof, d.certain FROM ${wrongOnes}
    AND d.code NOT IN (SELECT code FROM work_strays)`;

/** Compares what messages state with what was true; needs `work_persons`. */
export async function findWrongValues(store: Query): Promise<void> {
  await createTruths(store);
  await store.run(doubtful);
  await compareAll(store);
  const [{ n } = { n: 0 }] = await store.all<{ n: number }>('SELECT count(*) AS n FROM work_wrong_values');
  if (Number(n) > 0) {
    await store.run(`${incomparable}; ${foreignMoney}; ${others}`);
    await excuseKnown(store);
    await addFound(store, strangers);
    await addFound(store, wrongAlone);
    await store.run(
      'DROP TABLE work_incomparable; DROP TABLE work_foreign_money; DROP TABLE work_strays; DROP TABLE work_alike_values; DROP TABLE work_stray_excuses',
    );
  }
  await store.run(
    'DROP TABLE work_truths; DROP TABLE work_doubtful; DROP TABLE work_wrong_values; DROP TABLE work_wrong_keys',
  );
}
