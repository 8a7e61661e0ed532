import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence, rowOf, sourceOf } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { longestGap } from './busy.js';

const longest = longestGap / 1000;
const ladder = [600, 3600, 21_600, longest].map((step) => `(${step})`).join(', ');

/**
 * Creates `work_repeats(person_id, system_id, communication_id, comm_type, channel, gap_s, unit_cost, code)`: messages
 * whose like went before to the same key of the same system. Two contracts have two keys, and messages that say
 * different things are different messages.
 */
const repeats = `
  CREATE TABLE work_repeats AS
  WITH keyed AS (
    SELECT n.person_id, n.system_id, n.communication_id, n.comm_type, n.channel, n.point, n.at_ms, n.unit_cost, n.code,
           s.message_key, s.key_type, s.subject_key
    FROM work_sends n JOIN work_close_sends a ON a.code = n.code
    JOIN std_sends s ON s._source = ${sourceOf('a.code')} AND s._row = ${rowOf('a.code')}),
  said AS (
    SELECT v.message_key, string_agg(v.field || '=' || coalesce(v.value, ''), '|' ORDER BY v.field, v.value) AS words
    FROM std_message_values v WHERE v.message_key IN (SELECT message_key FROM keyed) GROUP BY v.message_key),
  gaps AS (
    SELECT k.*, (at_ms - lag(at_ms) OVER (
      PARTITION BY person_id, system_id, key_type, subject_key, coalesce(communication_id, comm_type), channel, point,
                   coalesce(words, '') ORDER BY at_ms, code)) // 1000 AS gap_s
    FROM keyed k LEFT JOIN said USING (message_key))
  SELECT person_id, system_id, communication_id, comm_type, channel, gap_s, unit_cost, code
  FROM gaps WHERE gap_s <= ${longest}`;

type Found = Record<string, string | number | null> & { codes: string };

/** Creates `fact_duplicates` and `work_repeats`. */
export async function computeDuplicates(store: Query): Promise<void> {
  const files = await readFiles(store);
  await store.run(repeats);
  const rows = await store.all<Found>(`
    SELECT r.system_id, r.communication_id, r.comm_type, r.channel, l.within_s,
           count(DISTINCT r.person_id) AS persons, count(*) AS messages, sum(r.unit_cost) AS cost,
           min(r.code, 10) AS codes
    FROM work_repeats r JOIN (VALUES ${ladder}) AS l (within_s)
      ON r.gap_s <= l.within_s
    GROUP BY r.system_id, r.communication_id, r.comm_type, r.channel, l.within_s
    ORDER BY r.system_id, r.communication_id, r.comm_type, r.channel, l.within_s`);
  await writeFact(
    store,
    'fact_duplicates',
    rows.map(({ codes, ...row }): Row => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
}
