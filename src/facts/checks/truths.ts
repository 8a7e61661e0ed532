import { toMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { joinHolder } from './contacts.js';

const day = 86_400_000;
/** What was booked shortly before or after a message may or may not be in it. */
const before = 7 * day;
const after = 3 * day;

/** A currency says what an amount is counted in, and is none. */
const fields = `SELECT DISTINCT field FROM std_message_values WHERE NOT contains(field, 'currency')`;

/**
 * Creates `work_truths(holder, person_id, field, value, since_ms, until_ms, code)`: what was true, and when, of the fields
 * that messages state. A row stands twice: `holder` is the number of the record's subject, and less the number of the
 * person, for messages of systems that keep no such record.
 */
export async function createTruths(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_true AS
    SELECT w.subject_id, w.person_id, m.field, m.value, m.since_ms, m.until_ms, m.code
    FROM (SELECT v.system_id, v.subject_key, v.field, v.value, ${toMs('v.valid_from')} AS since_ms, ${rowCode('v')} AS code,
                 ${toMs(`lead(v.valid_from) OVER (PARTITION BY v.system_id, v.subject_key, v.field
                         ORDER BY v.valid_from, v._source, v._row)`)} AS until_ms
          FROM std_master_values v WHERE v.field IN (${fields})) m ${joinHolder('m')}
    WHERE m.value IS NOT NULL
    UNION ALL
    SELECT w.subject_id, w.person_id, 'key.' || k.key_type, k.value_norm, NULL, NULL, ${rowCode('k')}
    FROM std_identity_keys k ${joinHolder('k')} WHERE 'key.' || k.key_type IN (${fields})
    UNION ALL
    SELECT w.subject_id, w.person_id, 'key.' || c.key_type, c.subject_key, NULL, NULL, ${rowCode('c')}
    FROM std_customers c ${joinPerson('c')} WHERE 'key.' || c.key_type IN (${fields})
    UNION ALL
    SELECT w.subject_id, w.person_id, 'person.name', coalesce(c.full_name, concat_ws(' ', c.given_name, c.family_name)),
           NULL, NULL, ${rowCode('c')}
    FROM std_customers c ${joinPerson('c')}
    WHERE 'person.name' IN (${fields}) AND coalesce(c.full_name, c.family_name) IS NOT NULL;
    CREATE TABLE work_truths AS
    SELECT CAST(subject_id AS BIGINT) AS holder, person_id, field, value, since_ms, until_ms, code FROM work_true
    UNION ALL SELECT -CAST(person_id AS BIGINT) - 1, person_id, field, value, since_ms, until_ms, code FROM work_true;
    DROP TABLE work_true`);
}

/** Truths `t` that a message of the time `at` may state. */
export const inTime = (at: string): string =>
  `coalesce(t.since_ms <= ${at} + ${after}, true) AND coalesce(t.until_ms >= ${at} - ${before}, true)`;

/**
 * Values that messages state, with whom they are about: `code` is the place of the message. A person's other records
 * count where the sending system keeps none of its own for the field.
 */
export const said = `
  SELECT v.message_key, v.field, v.value, w.person_id, w.certain, s.system_id, s.channel, ${toMs('s.sent_at')} AS at_ms,
         ${rowCode('s')} AS code,
         CASE WHEN k.holder IS NULL THEN -CAST(w.person_id AS BIGINT) - 1 ELSE k.holder END AS holder
  FROM std_message_values v JOIN std_sends s ON s.message_key = v.message_key ${joinPerson('s')}
  LEFT JOIN (SELECT DISTINCT holder, field FROM work_truths WHERE holder >= 0) k ON k.holder = w.subject_id AND k.field = v.field
  WHERE v.value IS NOT NULL AND v.field IN (SELECT field FROM work_truths)`;

/** Days that messages name as those their values are of: `message_key, at_ms`. */
export const reckoned = `
  SELECT v.message_key, max(${toMs('try_cast(v.value AS TIMESTAMP)')}) AS at_ms FROM std_message_values v
  WHERE regexp_matches(v.field, '(as_of|statement_date|posting_date|booking_date|value_date|closing_date|period_end)$')
  GROUP BY v.message_key`;

const isNumber = "regexp_full_match(t.value, '-?[0-9]{1,17}([.][0-9]+)?')";
const plain = "regexp_replace(ltrim(t.value, '-'), '([.][0-9]*[1-9])0+$|[.]0+$', '\\1')";

/** Truths by `key`: `=` and the plain text, numbers without sign and needless zeros; `#` and the whole of a number. */
export const truthKeys = `
  SELECT t.field, t.person_id, t.since_ms, t.until_ms, t.code, '=' || CASE WHEN ${isNumber} THEN ${plain} ELSE t.value END AS key
  FROM work_truths t WHERE t.holder >= 0
  UNION ALL
  SELECT t.field, t.person_id, t.since_ms, t.until_ms, t.code, '#' || regexp_extract(t.value, '[0-9]+')
  FROM work_truths t WHERE t.holder >= 0 AND ${isNumber}`;
