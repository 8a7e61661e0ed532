import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence, rowCode } from '../evidence.js';
import { writeFact } from '../write-fact.js';

type Engines = Record<string, string | null> & { codes: string };

/** A step without a channel composes for every channel its communication names elsewhere. */
const engines = `
  WITH steps AS (SELECT s.communication_id, s.channel, s.system_id, ${rowCode('s')} AS code
    FROM std_communication_steps s WHERE s.kind = 'composition'),
  stated AS (
    SELECT DISTINCT communication_id, channel FROM std_communication_steps WHERE channel IS NOT NULL),
  placed AS (
    SELECT p.communication_id, coalesce(p.channel, t.channel) AS channel, p.system_id, p.code
    FROM steps p LEFT JOIN stated t ON p.channel IS NULL AND t.communication_id = p.communication_id)
  SELECT p.channel, c.lob, string_agg(DISTINCT p.system_id, '|' ORDER BY p.system_id) AS systems,
         string_agg(DISTINCT p.communication_id, '|' ORDER BY p.communication_id) AS communications,
         min(p.code, 10) AS codes
  FROM placed p JOIN (SELECT DISTINCT communication_id, lob FROM std_communications) c USING (communication_id)
  GROUP BY p.channel, c.lob ORDER BY c.lob, p.channel`;

/** Creates `fact_engines`: what composes messages, by channel and line of business. */
export async function computeEngines(store: Query): Promise<void> {
  const files = await readFiles(store);
  const rows = await store.all<Engines>(engines);
  await writeFact(
    store,
    'fact_engines',
    rows.map(({ codes, ...row }): Row => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
}
