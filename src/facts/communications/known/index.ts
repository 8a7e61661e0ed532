import type { Query, Row } from '../../../store/store.js';
import { parseCodes, readFiles, renderEvidence } from '../../evidence.js';
import { writeFact } from '../../write-fact.js';
import { findWrongLanguages } from './language.js';
import { findPaperlessInvited } from './paperless.js';
import { findOffersHeld } from './products.js';

const key = 'knowledge VARCHAR, communication VARCHAR, channel VARCHAR';

type Found = Record<string, string | number | null> & { codes: string };

/** By what was known, communication and channel. */
const groups = `
  WITH found AS (
    SELECT knowledge, communication, channel, min(system_id) AS system_id, count(DISTINCT person_id) AS persons,
           count(*) AS messages, count(*) FILTER (WHERE own) AS own, sum(unit_cost) AS cost, min(code, 10) AS codes
    FROM work_known_unused GROUP BY knowledge, communication, channel),
  said AS (
    SELECT knowledge, communication, channel, what,
           row_number() OVER (PARTITION BY knowledge, communication, channel ORDER BY count(*) DESC, what) AS place
    FROM work_known_unused GROUP BY knowledge, communication, channel, what),
  knowers AS (
    SELECT knowledge, communication, channel, string_agg(DISTINCT system_id, '|' ORDER BY system_id) AS known_in
    FROM work_knowers GROUP BY knowledge, communication, channel)
  SELECT f.*, nullif(s.what, '') AS what, k.known_in, CAST(t.messages_of AS BIGINT) AS messages_of
  FROM found f JOIN said s USING (knowledge, communication, channel)
  JOIN knowers k USING (knowledge, communication, channel)
  JOIN work_tellable t USING (knowledge, communication, channel)
  WHERE s.place = 1 ORDER BY knowledge, communication, channel`;

/**
 * Creates `fact_known_unused` and `work_known_unused`, the messages behind it; needs the tables of sends and choices
 * that preferences leave behind.
 */
export async function computeKnownUnused(store: Query): Promise<void> {
  const files = await readFiles(store);
  await store.run(`
    CREATE TABLE work_known_unused (knowledge VARCHAR, person_id INTEGER, system_id VARCHAR, communication VARCHAR,
      channel VARCHAR, what VARCHAR, own BOOLEAN, unit_cost DECIMAL(18, 4), code BIGINT);
    CREATE TABLE work_tellable (${key}, messages_of BIGINT);
    CREATE TABLE work_knowers (${key}, system_id VARCHAR)`);
  await findWrongLanguages(store);
  await findPaperlessInvited(store);
  await findOffersHeld(store);
  const rows = await store.all<Found>(groups);
  await store.run('DROP TABLE work_tellable; DROP TABLE work_knowers');
  await writeFact(
    store,
    'fact_known_unused',
    rows.map(({ codes, ...row }): Row => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
}
