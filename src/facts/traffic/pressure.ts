import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { leastPressure } from './busy.js';

const most = 100;
const purpose = "split_part(r.comm_type, '/', 1)";
const sends = 'work_full_sends s JOIN work_send_routes r ON r.route_id = s.route_id';

/** Creates `work_peaks(person_id, purpose, month, messages, alone)`: the fullest month of each person, the first of equals. */
const peaks = `
  CREATE TABLE work_peaks AS
  WITH senders AS (
    SELECT s.person_id, ${purpose} AS purpose, s.month, r.system_id, count(*) AS messages
    FROM ${sends} GROUP BY 1, 2, 3, 4),
  months AS (
    SELECT person_id, purpose, month, CAST(sum(messages) AS BIGINT) AS messages, max(messages) AS alone
    FROM senders GROUP BY person_id, purpose, month HAVING sum(messages) >= ${leastPressure})
  SELECT person_id, purpose, month, messages, alone FROM (
    SELECT m.*, row_number() OVER (PARTITION BY person_id, purpose ORDER BY messages DESC, month) AS place FROM months m) p
  WHERE place = 1`;

/** Messages `s` of the fullest month `p`. */
const inPeak = `s.person_id = p.person_id AND s.month = p.month AND ${purpose} = p.purpose`;

type Found = Record<string, string | number> & { codes: string };

/** Creates `fact_contact_pressure`, `work_peaks` and `work_peak_sends`, the messages of these months. */
export async function computePressure(store: Query): Promise<void> {
  const files = await readFiles(store);
  await store.run(`${peaks};
    CREATE TABLE work_peak_sends AS
    SELECT s.person_id, p.purpose, p.messages, least(p.messages, ${most}) AS level, least(p.alone, ${most}) AS alone,
           r.system_id, s.code
    FROM ${sends} JOIN work_peaks p ON ${inPeak}`);
  const rows = await store.all<Found>(`
    SELECT purpose, level, alone, count(DISTINCT person_id) AS persons, count(*) AS messages,
           string_agg(DISTINCT system_id, '|' ORDER BY system_id) AS systems, min(code, 10) AS codes
    FROM work_peak_sends GROUP BY purpose, level, alone ORDER BY purpose, level, alone`);
  await writeFact(
    store,
    'fact_contact_pressure',
    rows.map(({ codes, ...row }): Row => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
}
