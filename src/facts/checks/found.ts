import { toMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowOf, sourceOf } from '../evidence.js';

/**
 * Creates `work_found_errors(error_class, message_key, code, person_id, system_id, communication_id, channel, at_ms, field,
 * proof, certain)`, empty: messages that comparing found wrong, one row per message and class. `code` is the place of
 * the send; where a message is missing it is the place of what says that it was due, and there is no key. `at_ms` is the
 * time of sending, or the time it was due. `field` is what was wrong in it, `proof` the place of what was true; either
 * may be empty. Not `certain` is what rests on a person who is only likely the same.
 */
export const createFound = (store: Query): Promise<void> =>
  store.run(`
    CREATE TABLE work_found_errors (error_class VARCHAR, message_key VARCHAR, code BIGINT, person_id INTEGER,
      system_id VARCHAR, communication_id VARCHAR, channel VARCHAR, at_ms BIGINT, field VARCHAR, proof BIGINT,
      certain BOOLEAN)`);

/**
 * Adds what `found` (a query of `error_class, field, person_id, code, proof, certain`) says of messages; of several rows of
 * one class and message the first.
 */
export const addFound = (store: Query, found: string): Promise<void> =>
  store.run(`
    INSERT INTO work_found_errors
    WITH once AS (
      SELECT f.*, ${sourceOf('f.code')} AS source, ${rowOf('f.code')} AS "row",
             row_number() OVER (PARTITION BY f.error_class, f.code ORDER BY f.certain DESC, f.field, f.proof) AS place
      FROM (${found}) f)
    SELECT f.error_class, s.message_key, f.code, f.person_id, s.system_id, s.communication_id, s.channel,
           ${toMs('s.sent_at')}, f.field, f.proof, f.certain
    FROM once f JOIN std_sends s ON s._source = f.source AND s._row = f."row" WHERE f.place = 1`);
